/**
 * Two ends of the engine, and a sea in the player's hand: every segment stays under way until the player lets it
 * arrive or sink. The machines are built on it, so what they show is what RFC 9293 does. Plain data, folded from
 * actions; time moves a little with each action, and to the next timer where the player waits.
 */
import type { Told } from '../game/event.ts';
import type { Role } from '../game/role.ts';
import { levelDefaults } from '../levels/start.ts';
import type { Config } from '../tcp/config.ts';
import type { CallError } from '../tcp/effect.ts';
import type { Segment } from '../tcp/segment.ts';
import { newTcb, type Tcb } from '../tcp/tcb.ts';
import type { Millis } from '../time.ts';
import { bellOf, callTcp, type Draft, endVoyage, passTo } from './straitStory.ts';

/** A segment under way. */
export interface Afloat {
  readonly id: number;
  /** What it is, and the how manieth of these: 'SYN 1'. */
  readonly name: string;
  readonly from: Role;
  readonly segment: Segment;
  readonly sentAt: Millis;
}

/** What an application does by itself when it hears that the other one has closed. */
export const answers = ['nothing', 'closes', 'closes-at-once'] as const;
/** `closes`: after TCP has acknowledged the FIN. `closes-at-once`: before the ACK has left, so that they can merge. */
export type Answer = (typeof answers)[number];

export interface StraitEnd {
  readonly tcb: Tcb;
  /** The ISNs of the connections to come; the last one stays. */
  readonly isns: readonly number[];
  readonly answer: Answer;
  /** Listens again whenever its connection is over. */
  readonly listens: boolean;
}

export interface Strait {
  readonly now: Millis;
  readonly ends: { readonly [role in Role]: StraitEnd };
  readonly afloat: readonly Afloat[];
  readonly history: readonly Told[];
  /** How many segments left so far, and how many of each kind. */
  readonly sails: number;
  readonly names: { readonly [kind: string]: number };
  /** How long a segment can stay under way: MSL. null: for ever. */
  readonly life: Millis | null;
  /** The call of the last action could not be done. */
  readonly failed: CallError | null;
}

/** What an application asks its TCP for. */
export type StraitCall =
  | { readonly type: 'open' | 'listen' | 'close'; readonly host: Role }
  | { readonly type: 'send'; readonly host: Role; readonly text: string };

export type StraitAction =
  | StraitCall
  | { readonly type: 'arrive' | 'lose'; readonly name: string }
  /** Until the next timer runs out. */
  | { readonly type: 'wait' };

/** Virtual time between two actions: enough to see on a ladder which came first. */
export const ACTION: Millis = 40;

/** The machines' ends keep the numbers of the levels; ACKs of data do not wait, so that nothing happens by itself. */
export const straitConfig: Config = { ...levelDefaults, delayedAck: null };

/** An end without a connection. */
export const idleEnd = (isns: readonly number[], config: Partial<Config> = {}): StraitEnd => ({
  tcb: newTcb({ ...straitConfig, ...config }),
  isns,
  answer: 'nothing',
  listens: false,
});

export const newStrait = (ends: Strait['ends'], life: Millis | null = null): Strait => ({
  now: 0,
  ends,
  afloat: [],
  history: [],
  sails: 0,
  names: {},
  life,
  failed: null,
});

/** One action further. What is not possible changes nothing. */
export function act(strait: Strait, action: StraitAction): Strait {
  const { client, server } = strait.ends;
  const draft: Draft = { ...strait, failed: null, ends: { client: { ...client }, server: { ...server } } };
  switch (action.type) {
    case 'wait': {
      const bell = bellOf(strait);
      if (bell === null) return strait;
      passTo(draft, bell.at);
      break;
    }
    case 'arrive':
    case 'lose': {
      const boat = strait.afloat.find(({ name }) => name === action.name);
      if (boat === undefined) return strait;
      passTo(draft, draft.now + ACTION);
      if (draft.afloat.includes(boat)) endVoyage(draft, boat, action.type);
      break;
    }
    case 'open':
    case 'listen':
    case 'close':
    case 'send':
      if (strait.history.length > 0) passTo(draft, draft.now + ACTION);
      callTcp(draft, action);
  }
  // A TIME-WAIT of no length is over at once.
  passTo(draft, draft.now);
  return draft;
}

/** A connection that stands, as the end of a handshake nobody needs to see; the next numbers are those after the ISNs. */
export function establish(ends: Strait['ends'], life: Millis | null = null): Strait {
  const opened = actAll(newStrait(ends), [
    { type: 'listen', host: 'server' },
    { type: 'open', host: 'client' },
    { type: 'arrive', name: 'SYN 1' },
    { type: 'arrive', name: 'SYN,ACK 1' },
    { type: 'arrive', name: 'ACK 1' },
  ]);
  return { ...newStrait(opened.ends, life), now: opened.now };
}

export const actAll = (strait: Strait, actions: readonly StraitAction[]): Strait => actions.reduce(act, strait);
