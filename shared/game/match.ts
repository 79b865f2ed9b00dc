/** A match: what the log folds to. Plain data; only `reduce` makes a new one. */
import type { Flight } from '../net/flight.ts';
import { diceFrom, type Rng, rngFrom } from '../rng.ts';
import { type Octets, NONE } from '../octets.ts';
import { type Seq, toSeq } from '../seq.ts';
import type { Config } from '../tcp/config.ts';
import { defaults } from '../tcp/config.ts';
import { newTcb, type Tcb } from '../tcp/tcb.ts';
import type { Millis } from '../time.ts';
import type { Setup } from './command.ts';
import type { AppCall, Told } from './event.ts';
import type { Keeper, Role } from './role.ts';
import { program, type Step } from './scenario.ts';
import type { Trigger } from './view.ts';

export interface Match {
  readonly setup: Setup;
  readonly phase: 'waiting' | 'playing' | 'finished';
  readonly now: Millis;
  readonly rng: Rng;
  readonly ends: { readonly [role in Role]: End };
  /** Everything on the water, twins that have not left yet among them. */
  readonly flights: readonly Flight[];
  readonly nextFlight: number;
  /** How often each segment was lost in a row: see `net/fate.ts`. */
  readonly losses: { readonly [segment: string]: number };
  readonly history: readonly Told[];
}

export interface End {
  readonly role: Role;
  readonly keeper: Keeper;
  readonly tcb: Tcb;
  /** The ISS of the next connection that this host begins. */
  readonly nextIss: Seq;
  /** What made a decision due; empty: nothing to decide. */
  readonly triggers: readonly Trigger[];
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

/** How both hosts of a match are set up: the numbers of `curriculum`, section 3. */
const config: Config = {
  ...defaults,
  pacing: 'keeper',
  msl: 5000,
  rcvBuff: 4096,
  autoReceive: true,
  delayedAck: 400,
  r2: null,
};

/** The match before its first command. */
export function initial(setup: Setup): Match {
  const dice = diceFrom(rngFrom(setup.seed));
  const end = (role: Role): End => ({
    role,
    keeper: setup.keepers[role],
    tcb: newTcb(config),
    nextIss: toSeq(dice.below(0x1_0000_0000)),
    triggers: [],
    calls: [],
    stream: NONE,
    received: NONE,
    program: program(setup, role, dice),
    stepAt: null,
    refused: 0,
  });
  const ends = { client: end('client'), server: end('server') };
  return { setup, phase: 'waiting', now: 0, rng: dice.rng, ends, flights: [], nextFlight: 1, losses: {}, history: [] };
}
