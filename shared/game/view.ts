/**
 * What one seat may see of a match. Built by allow-list (`see.ts`): nothing gets in here by being forgotten.
 * All of it is JSON; it crosses the socket as it is.
 */
import type { Weather } from '../net/weather.ts';
import type { State, TimerName } from '../tcp/state.ts';
import type { Millis } from '../time.ts';
import type { Clock, Judging } from './command.ts';
import type { AppCall, Header } from './event.ts';
import type { PayloadRef } from '../judge/move.ts';
import type { Keeper, Role } from './role.ts';

/**
 * How virtual time passes: `standing` while a decision is owed (study clock), `sailing` while boats are out
 * or somebody thinks (live clock), `idle` while only far timers run, so nobody has to watch ten seconds of 2MSL.
 */
export type Pace = 'standing' | 'sailing' | 'idle';

export interface View {
  /** Whose eyes; null for a spectator. */
  readonly role: Role | null;
  readonly phase: 'waiting' | 'playing' | 'finished';
  readonly now: Millis;
  readonly clock: Clock;
  readonly judging: Judging;
  readonly weather: Weather;
  readonly pace: Pace;
  readonly ends: { readonly [role in Role]: { readonly keeper: Keeper; readonly deciding: boolean } };
  /** The boats on the water, oldest first. One that will sink looks like any other until it does. */
  readonly flights: readonly FlightView[];
  /** null for a spectator, until the match has ended: then the client's. */
  readonly own: EndView | null;
  /** null until the match has ended. */
  readonly peer: EndView | null;
}

export interface FlightView {
  readonly id: number;
  readonly from: Role;
  readonly header: Header;
  readonly sentAt: Millis;
  /** How long the crossing takes: at `now` the boat has done (now - sentAt) / delay of the way. */
  readonly delay: Millis;
  /** The boat that this one is a copy of, or null. */
  readonly copyOf: number | null;
}

/** One end, seen by its own keeper. Sequence numbers are absolute. */
export interface EndView {
  readonly role: Role;
  readonly tcb: TcbView;
  /** Running timers, and those that ran out and were not acted on yet. */
  readonly timers: readonly TimerView[];
  /** What made a decision due, oldest first; empty: nothing to decide now. */
  readonly decision: readonly Trigger[];
  /** The orders of the own application so far. `done`: TCP has carried the order out. */
  readonly calls: readonly (AppCall & { readonly at: Millis; readonly done: boolean })[];
  /** What the composer offers as payload. */
  readonly payloads: readonly PayloadChoice[];
  /** Everything delivered to the own application so far. */
  readonly received: string;
  /** Refused moves so far. */
  readonly refused: number;
}

/** RFC 9293 3.3.1. null: the variable has no meaning yet in this state. */
export interface TcbView {
  readonly state: State;
  readonly iss: number | null;
  readonly sndUna: number | null;
  readonly sndNxt: number | null;
  readonly sndWnd: number | null;
  readonly irs: number | null;
  readonly rcvNxt: number | null;
  readonly rcvWnd: number | null;
}

export interface TimerView {
  readonly timer: TimerName;
  readonly startedAt: Millis;
  readonly at: Millis;
  /** It ran out, and what it demands was not done yet. */
  readonly expired: boolean;
}

export type Trigger =
  | { readonly type: 'arrived'; readonly flight: number; readonly header: Header }
  | { readonly type: 'called'; readonly call: AppCall }
  | { readonly type: 'expired'; readonly timer: TimerName }
  /** In a free match: nothing moves any more, and this end owes something. */
  | { readonly type: 'standstill' };

export interface PayloadChoice extends PayloadRef {
  readonly text: string;
  /** The sequence number of the first octet. */
  readonly seq: number;
  /** false: these octets are on their way and not acknowledged yet. */
  readonly unsent: boolean;
}
