/**
 * A level as data: JSON-safe, without a word of text (those are in `texts/`) and without code. What is left out has
 * the default named beside it; levels are written by hand, and 180 par steps full of `null` would be read by nobody.
 */
import type { Role } from '../game/role.ts';
import type { Fault } from '../net/fate.ts';
import type { Flag } from '../tcp/segment.ts';
import type { State } from '../tcp/state.ts';
import type { Millis } from '../time.ts';

/** A number, or one of the level's variables plus something, modulo 2^32. */
export type Value = number | { readonly var: string; readonly plus?: number };

export const worlds = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type World = (typeof worlds)[number];

/** The source texts of the curriculum that a level covers; `beyond`: none of them has it. */
export const seeds = ['000', '001', '002', '003', '004', 'beyond'] as const;
export type Seed = (typeof seeds)[number];

export interface Level extends Scene {
  readonly id: string;
  /** Rises with every change that makes old command logs worthless. */
  readonly version: number;
  readonly world: World;
  /** `lab`: the engine plays, the player reads the capture. */
  readonly mode: 'play' | 'lab';
  /** Levels that come before. */
  readonly requires: readonly string[];
  /** `Play again`: new numbers, or the same ones (RFC figures, wrap, exam, lab). */
  readonly again: 'redraw' | 'same';
  /** Plain numbers are drawn anew by `redraw`; one that names another variable keeps its distance to it. */
  readonly vars: { readonly [name: string]: Value };
  /** The one-way delay of every segment that has no fault. */
  readonly delay: Millis;
  readonly par: readonly ParStep[];
  readonly variants: readonly Variant[];
  /** The players' thinking time in seconds for three, two and one stars. */
  readonly stars: { readonly three: number; readonly two: number; readonly one: number };
  /** RFC number and section; RFC 9293 unless another one is named. */
  readonly rfc: readonly string[];
  readonly seeds: readonly Seed[];
}

/** What happens, and what is to be reached. A variant may change any part of it. */
export interface Scene {
  /** The ends that players keep; bots keep the others. */
  readonly players: readonly Role[];
  readonly hosts: { readonly [role in Role]: Host };
  readonly calls: readonly Call[];
  readonly faults: readonly Fault[];
  readonly arrivals: readonly Arrival[];
  /** States that the par passes through. */
  readonly checks: readonly Check[];
  /** The level is won when all of these hold, nothing is owed, and nothing more is to come by itself. */
  readonly win: readonly Goal[];
}

/** Another way through, which the judge accepts as well; or, with `changes`, a second attempt at something similar. */
export interface Variant {
  readonly name: string;
  readonly changes: Partial<Scene>;
  readonly par: readonly ParStep[];
}

/** How a host begins. */
export interface Host {
  readonly state: State;
  /** The ISNs of the connections that it will begin, in this order; the last one again if they run out. */
  readonly isns: readonly Value[];
  /** Left out: `CLOSED` and `LISTEN` have no connection. */
  readonly tcb?: Connection;
  readonly config?: HostConfig;
}

/** A connection that exists when the level begins. */
export interface Connection {
  readonly iss: Value;
  /** Left out: no SYN has come. */
  readonly irs?: Value;
  readonly sndNxt: Value;
  readonly rcvNxt?: Value;
  /** In octets; left out: the peer's window, and the whole receive buffer. */
  readonly sndWnd?: number;
  readonly rcvWnd?: number;
  /** CLOSE was called, the FIN has left and is acknowledged: SND.NXT is one beyond it. */
  readonly closed?: boolean;
  /** When the SYN left that is not acknowledged yet; below 0. */
  readonly synSentAt?: Millis;
  /** TIME-WAIT began then; 0 or below. */
  readonly timeWaitSince?: Millis;
}

/** Left out: RCV.BUFF 4096, MSS 1460, MSL 5 s, first RTO 1 s, octets go to the application as they come. */
export interface HostConfig {
  readonly mss?: number;
  readonly rcvBuff?: number;
  readonly autoReceive?: boolean;
  readonly msl?: Millis;
  readonly initialRto?: Millis;
  readonly rfc1337?: boolean;
  readonly relaxedOpen?: boolean;
  /** RFC 7413: the cookie that this host gives (server) or has (client). */
  readonly fastOpen?: number;
  /** RFC 4987 3.6: the listener keeps no connection before the third segment; its ISN is the cookie. */
  readonly synCookies?: boolean;
}

export const calls = ['OPEN', 'LISTEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT'] as const;
export interface Call {
  readonly at: Millis;
  readonly host: Role;
  readonly call: (typeof calls)[number];
  /** SEND and RECEIVE; on OPEN: text for the SYN (Fast Open). */
  readonly octets?: number;
}

export interface SegmentSpec {
  readonly flags: readonly Flag[];
  readonly seq: Value;
  /** Left out: blank, and the ACK bit is off. */
  readonly ack?: Value;
  readonly octets?: number;
  /** Left out: not looked at in a par; 4096 in an arrival. */
  readonly wnd?: number;
  readonly mss?: number;
  readonly fastOpen?: number;
}

/** A segment that nobody in the level sends: forged, or from before its time. */
export type Arrival = SegmentSpec & { readonly at: Millis; readonly host: Role };

/** What the keeper of an end does at this instant. A bot's steps are here to be checked, and to be shown. */
export type ParStep =
  | (SegmentSpec & { readonly type: 'send'; readonly at: Millis; readonly host: Role })
  | { readonly type: 'wait'; readonly at: Millis; readonly host: Role };

/** After all that happens at this instant, moves included. */
export interface Check {
  readonly at: Millis;
  readonly host: Role;
  readonly state: State;
}

export const goalVariables = ['iss', 'irs', 'snd.una', 'snd.nxt', 'rcv.nxt'] as const;
/** What may end a connection in the eyes of its application. */
export const errors = ['refused', 'reset', 'timeout'] as const;
export type Goal =
  | { readonly type: 'state'; readonly host: Role; readonly is: State }
  | {
      readonly type: 'variable';
      readonly host: Role;
      readonly name: (typeof goalVariables)[number];
      readonly is: Value;
    }
  /** Octets that this end has taken in order, read or not. */
  | { readonly type: 'received'; readonly host: Role; readonly octets: number }
  /** Segments that both ends have sent, lost ones included. */
  | { readonly type: 'sent'; readonly segments: number }
  /** Exactly these errors were told to the application. */
  | { readonly type: 'errors'; readonly host: Role; readonly are: readonly (typeof errors)[number][] };
