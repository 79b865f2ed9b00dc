/** A match: what the log folds to. Plain data; only `reduce` makes a new one. */
import type { Counts } from '../net/fate.ts';
import type { Coming, Flight } from '../net/flight.ts';
import { NONE, type Octets } from '../octets.ts';
import { type Dice, diceFrom, type Rng, rngFrom } from '../rng.ts';
import { type Seq, seqAdd, seqDiff } from '../seq.ts';
import type { Segment } from '../tcp/segment.ts';
import { isSynchronized, type Tcb } from '../tcp/tcb.ts';
import type { Millis } from '../time.ts';
import type { Setup, WholeLife } from './command.ts';
import type { AppCall, Told } from './event.ts';
import type { Ghost, Plan, Sea, Step } from './plan.ts';
import type { Keeper, Role } from './role.ts';
import { RULES } from './rules.ts';
import { wholeLife } from './scenario.ts';
import type { Trigger } from './view.ts';

export interface Match {
  readonly setup: Setup;
  readonly phase: 'waiting' | 'playing' | 'finished';
  readonly now: Millis;
  readonly rng: Rng;
  readonly ends: { readonly [role in Role]: End };
  readonly sea: Sea;
  /** Everything on the water. */
  readonly flights: readonly Flight[];
  /** Twins and ghosts that have not come into sight. */
  readonly coming: readonly Coming[];
  readonly nextFlight: number;
  /** How often each segment was lost in a row: see `net/fate.ts`. */
  readonly losses: { readonly [segment: string]: number };
  /** How many segments of each kind have left: where the faults of a scenario count. */
  readonly sails: Counts;
  /** Free matches: nothing moved any more, who owes something was asked, and nothing has left since. */
  readonly standstill: boolean;
  readonly history: readonly Told[];
}

export interface End {
  readonly role: Role;
  readonly keeper: Keeper;
  /** `away`: its player is not there, and time stands still. `bot`: the bot plays until its player is back. */
  readonly seat: 'kept' | 'away' | 'bot';
  readonly tcb: Tcb;
  /** The last connection as it was before it was deleted: what the end of a match shows. null: none was yet. */
  readonly gone: Tcb | null;
  /** The ISS of the next connections that this host begins; never empty. */
  readonly isns: readonly Seq[];
  /** The Fast Open cookie that this host gives, or has; null: none. */
  readonly cookie: Octets | null;
  /** The last segment that arrived here, and the last one that left: what a misconception is recognised by. */
  readonly last: { readonly received: Segment | null; readonly sent: Segment | null };
  /** What made a decision due; empty: nothing to decide. */
  readonly triggers: readonly Trigger[];
  /** Since when this end's player has let stand what is owed at once, and whether the judge has said so; null: nothing. */
  readonly late: { readonly since: Millis; readonly told: boolean } | null;
  /** What the application did so far. */
  readonly calls: readonly (AppCall & { readonly at: Millis })[];
  /** All octets that the application ever asked to send: payloads are named by their place in here. */
  readonly stream: Octets;
  /** All octets that were delivered to the application. */
  readonly received: Octets;
  /** What the application will do. */
  readonly program: readonly Step[];
  /** When its first step is due; null: its condition does not hold yet. */
  readonly stepAt: Millis | null;
  readonly refused: number;
}

/** A match of the scenario that `setup` draws, before its first command. */
export const initial = (setup: WholeLife): Match => fromPlan(setup, (dice) => wholeLife(setup, dice));

/**
 * A match of any plan, before its first command. The dice are those of the match. Throws where the setup was made under
 * other rules: who reads one from a store asks first.
 */
export function fromPlan(setup: Setup, makePlan: (dice: Dice) => Plan): Match {
  if (setup.rules !== RULES) throw new Error(`a match of rules ${setup.rules}; these are rules ${RULES}`);
  const dice = diceFrom(rngFrom(setup.seed));
  const { hosts, sea } = makePlan(dice);
  const end = (role: Role): End => ({
    role,
    keeper: setup.keepers[role],
    seat: 'kept',
    ...hosts[role],
    gone: null,
    last: { received: null, sent: null },
    triggers: [],
    late: null,
    calls: [],
    stream: alreadySent(hosts[role].tcb),
    received: NONE,
    stepAt: null,
    refused: 0,
  });
  return {
    setup,
    phase: 'waiting',
    now: 0,
    rng: dice.rng,
    ends: { client: end('client'), server: end('server') },
    sea,
    flights: [],
    coming: sea.ghosts.map((ghost) => haunting(ghost, sea.conditions.delay.most)),
    nextFlight: 1,
    losses: {},
    sails: {},
    standstill: false,
    history: [],
  };
}

/** A connection that is in use when the match begins has sent octets of which nobody knows any more. */
function alreadySent({ state, iss, snd }: Tcb): Octets {
  const sent = isSynchronized(state) ? seqDiff(snd.textSeq, seqAdd(iss, 1)) : 0;
  return sent > 0 ? new Uint8Array(sent).fill(0x2e) : NONE;
}

/** A ghost comes into sight one crossing before it arrives. */
function haunting({ at, host, segment }: Ghost, crossing: Millis): Coming {
  const sentAt = Math.max(0, at - crossing);
  const from = host === 'client' ? 'server' : 'client';
  return {
    from,
    segment,
    sentAt,
    delay: at - sentAt,
    sinksAt: null,
    copyOf: null,
    retransmission: false,
    ghost: true,
  };
}
