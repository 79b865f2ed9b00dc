/**
 * What a match is made of: its setup, and the log of commands. Everything else is folded from these two.
 * `at` is the virtual instant at which the server took the command; time passes up to it before it acts.
 */
import type { Weather } from '../net/weather.ts';
import type { Millis } from '../time.ts';
import type { Move } from '../judge/move.ts';
import type { Keeper, Role } from './role.ts';

/** `study`: time stands still while a human owes a decision. `live`: it does not. */
export const clocks = ['study', 'live'] as const;
export type Clock = (typeof clocks)[number];

/** `strict`: what breaks a rule is refused. `free`: it leaves all the same, and the match lives with what comes of it. */
export const judgings = ['strict', 'free'] as const;
export type Judging = (typeof judgings)[number];

export type Setup = WholeLife | LevelSetup;

interface Common {
  /** `RULES` when the match was made: under others its log would fold to another match. */
  readonly rules: number;
  /** Unsigned 32 bits; in no view until the match has ended. */
  readonly seed: number;
  readonly weather: Weather;
  readonly clock: Clock;
  readonly judging: Judging;
  readonly keepers: { readonly [role in Role]: Keeper };
}

/** Open, one message each way, close. */
export interface WholeLife extends Common {
  readonly scenario: 'whole-life';
  /** Which application calls CLOSE first. */
  readonly closer: Role;
  /** What each application sends. */
  readonly texts: { readonly [role in Role]: string };
}

/** A level of the curriculum; `levels` makes its plan. */
export interface LevelSetup extends Common {
  readonly scenario: 'level';
  readonly level: string;
  /** Of the level: old logs are worthless when it rises. */
  readonly version: number;
}

/** Only the server says so: whether a player is connected is its business. */
export const seatChanges = ['away', 'bot', 'back'] as const;
export type SeatChange = (typeof seatChanges)[number];

export type Command =
  /** Both ends are taken: the applications begin. */
  | { readonly type: 'start'; readonly at: Millis }
  /** Nothing but time passes. */
  | { readonly type: 'advance'; readonly at: Millis }
  | { readonly type: 'move'; readonly at: Millis; readonly role: Role; readonly move: Move }
  /** The player of an end goes away, or comes back; for one who stays away the bot plays meanwhile. */
  | { readonly type: 'seat'; readonly at: Millis; readonly role: Role; readonly to: SeatChange }
  /** A bot takes an end for good, or hands it back. */
  | { readonly type: 'occupy'; readonly at: Millis; readonly role: Role; readonly keeper: Keeper };
