/** What the server sends: the answers to requests, and what it says by itself. All of it is JSON. */
import type { Told } from '../game/event.ts';
import type { Keeper, Role } from '../game/role.ts';
import type { View } from '../game/view.ts';
import type { Score } from '../levels/score.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { Recording } from './recording.ts';
import type { Refusal } from './refusal.ts';
import type { Request, RequestName } from './request.ts';

/** The room as both players see it. */
export interface RoomView {
  readonly code: string;
  /**
   * Who holds each end. `human` with `present: false`: away; then `standIn` says whether the bot plays for them.
   * `nobody`: the seat waits for a friend.
   */
  readonly ends: {
    readonly [role in Role]: {
      readonly keeper: Keeper | 'nobody';
      readonly present: boolean;
      readonly standIn: boolean;
    };
  };
  /** The ends whose players asked for a rematch. */
  readonly rematch: readonly Role[];
  /** Seconds after which the bot plays for a player who is away; null: never. */
  readonly standIn: number | null;
}

/** Where the match stands, for one seat. `version` counts the commands of the log. */
export interface Standing {
  readonly match: string;
  readonly version: number;
  /** Virtual milliseconds that pass in one millisecond of the wall clock, from now on; 0: time stands still. */
  readonly rate: number;
  readonly view: View;
}

/** Everything a page needs to show the match from its beginning. */
export interface Snapshot extends Standing {
  readonly history: readonly Told[];
  readonly room: RoomView;
}

/** A step onwards: what happened since the version before. */
export interface Update extends Standing {
  readonly events: readonly Told[];
}

export interface Entered extends Snapshot {
  readonly ok: true;
  readonly code: string;
  /** 43 characters of base64url: 256 bits. Keep it: it is the seat. */
  readonly secret: string;
}

/** A line of a board. `thinking`: milliseconds of the wall clock in which the player was asked. */
export interface Ranked extends Pick<Score, 'stars' | 'points' | 'thinking'> {
  /** From 1. */
  readonly place: number;
  readonly nickname: string;
}

/** One instant of a copy of the match: see `shared/game/fork.ts`. `rate` as in `Standing`. */
export interface Frame {
  readonly rate: number;
  readonly view: View;
  /** What happened on the copy since the frame before. */
  readonly events: readonly Told[];
}

export interface Answers {
  readonly create: Entered;
  readonly join: Entered;
  readonly resume: Entered;
  /** `verdict` is null where the move was right. */
  readonly command: { readonly ok: true; readonly version: number; readonly verdict: Verdict | null };
  /** Instant by instant, from the move to where this seat would be asked again, or nothing more comes. */
  readonly ghost: { readonly ok: true; readonly frames: readonly Frame[] };
  readonly rematch: { readonly ok: true };
  readonly recording: { readonly ok: true; readonly recording: Recording };
  readonly leave: { readonly ok: true };
  /** `attempt`: to be sent with the run. `nickname`: a proposal, another one each time. */
  readonly attempt: {
    readonly ok: true;
    readonly attempt: string;
    readonly seed: number;
    readonly nickname: string;
  };
  /** `best`: no run of this player was better. `own`: the player's best run of this level, as it stands now. */
  readonly run: { readonly ok: true; readonly best: boolean; readonly own: Ranked | null };
  /** `runs`: the best first, one of each player. `own`: null where this player has none on the board. */
  readonly board: { readonly ok: true; readonly runs: readonly Ranked[]; readonly own: Ranked | null };
  /** `nickname`: as it stands on the boards now, normalised or drawn. */
  readonly rename: { readonly ok: true; readonly nickname: string };
  /** `runs`: how many there were. */
  readonly forget: { readonly ok: true; readonly runs: number };
}

export type Answer<Name extends RequestName> = Answers[Name] | Refusal;

export type ClientToServer = {
  [Name in RequestName]: (request: Request<Name>, answer: (answer: Answer<Name>) => void) => void;
};

export interface ServerToClient {
  readonly update: (update: Update) => void;
  /** A new match in the same room, or the whole story of one that has just ended. */
  readonly snapshot: (snapshot: Snapshot) => void;
  readonly room: (room: RoomView) => void;
  /** The seat was taken over by a newer connection of the same player. */
  readonly superseded: () => void;
  /** The answer to a message that came without a callback. */
  readonly refused: (refusal: Refusal) => void;
  readonly closing: () => void;
}
