/**
 * What happened in a match, in the order it happened: the story that the log tells. The ladder, the text log
 * and the motion of the scene are all drawn from these.
 */
import type { Verdict } from '../judge/verdict.ts';
import type { ClauseId } from '../tcp/clauses.ts';
import type { Flag } from '../tcp/segment.ts';
import type { Signal, State, TimerName } from '../tcp/state.ts';
import type { Millis } from '../time.ts';
import type { Move } from '../judge/move.ts';
import type { Role } from './role.ts';

/** The header of a segment as everybody may read it on the boat. JSON. */
export interface Header {
  readonly flags: readonly Flag[];
  readonly seq: number;
  /** null: the ACK bit is off. */
  readonly ack: number | null;
  /** Octets, as on the wire. */
  readonly wnd: number;
  /** The options as octets in hex, padded to whole words; '' where there are none. */
  readonly options: string;
  /** Octets of payload. */
  readonly len: number;
  /** The payload as text; '' where there is none. */
  readonly text: string;
}

/** What an application asks its TCP for: RFC 9293 3.9.1. `text` is what SEND carries, or the mode of OPEN. */
export interface AppCall {
  readonly call: 'OPEN' | 'SEND' | 'RECEIVE' | 'CLOSE' | 'ABORT';
  readonly text: string;
  /** Octets of `text`. */
  readonly len: number;
}

export type MatchEvent = { readonly at: Millis } & (
  | { readonly type: 'started' }
  /** A segment left. `flight` names the boat; `retransmission`: the same numbers left before. */
  | {
      readonly type: 'sent';
      readonly host: Role;
      readonly flight: number;
      readonly header: Header;
      readonly retransmission: boolean;
      /** How long the crossing takes; a boat that goes down does so before. */
      readonly delay: Millis;
      /** Nobody of this match sent it: an old duplicate, or a forgery in the name of `host`. Shown when it is over. */
      readonly ghost: boolean;
    }
  /** The sea made a second copy of boat `copyOf`. */
  | {
      readonly type: 'duplicated';
      readonly host: Role;
      readonly flight: number;
      readonly copyOf: number;
      readonly delay: Millis;
    }
  /** Boat `flight` went down. `host` sent it. */
  | { readonly type: 'lost'; readonly host: Role; readonly flight: number }
  /** Boat `flight` reached `host`. */
  | { readonly type: 'arrived'; readonly host: Role; readonly flight: number; readonly header: Header }
  | { readonly type: 'called'; readonly host: Role; readonly call: AppCall }
  | { readonly type: 'expired'; readonly host: Role; readonly timer: TimerName }
  | {
      readonly type: 'changed';
      readonly host: Role;
      readonly from: State;
      readonly to: State;
      readonly clause: ClauseId;
    }
  /** The engine dropped what arrived, or took nothing from it. */
  | { readonly type: 'ignored'; readonly host: Role; readonly flight: number; readonly clause: ClauseId }
  /** Octets reached the application of `host`. */
  | { readonly type: 'delivered'; readonly host: Role; readonly text: string; readonly len: number }
  | { readonly type: 'signalled'; readonly host: Role; readonly signal: Signal; readonly clause: ClauseId }
  | { readonly type: 'waited'; readonly host: Role }
  | { readonly type: 'refused'; readonly host: Role; readonly move: Move; readonly verdict: Verdict }
  /** In a free match: the move broke a rule, as the verdict says, and was done all the same. */
  | { readonly type: 'broke'; readonly host: Role; readonly move: Move; readonly verdict: Verdict }
  /** Live clock: something is owed at once, and its player lets it stand. What the judge would say to a Wait, once. */
  | { readonly type: 'late'; readonly host: Role; readonly move: Move; readonly verdict: Verdict }
  /** A player's move was right, and these would have been right as well. Comes right after what the move did. */
  | { readonly type: 'also'; readonly host: Role; readonly move: Move; readonly also: readonly Move[] }
  /** The bot begins to play for a player who stays away, or hands the end back. */
  | { readonly type: 'standIn'; readonly host: Role; readonly begins: boolean }
  /** Nothing can happen any more. `closed`: both ends are CLOSED; else they stand where they stood. */
  | { readonly type: 'finished'; readonly closed: boolean }
);

/** An event with its place in the story: 0, 1, 2, ... over the whole match, the hidden ones counted too. */
export type Told = MatchEvent & { readonly n: number };

/** A move that the judge found wrong: not done in a strict match, done in a free one. */
export type WrongMove = Extract<Told, { readonly type: 'refused' | 'broke' }>;
/** That, or waiting too long. */
export type Mistake = Extract<Told, { readonly type: 'refused' | 'broke' | 'late' }>;
export const isWrongMove = (told: Told): told is WrongMove => told.type === 'refused' || told.type === 'broke';
export const isMistake = (told: Told): told is Mistake => isWrongMove(told) || told.type === 'late';
