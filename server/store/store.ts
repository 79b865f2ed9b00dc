/**
 * What the server keeps, whoever keeps it. Every promise is kept when it resolves: it survives `kill -9`. A
 * version or revision that somebody else has taken is an answer, not an error. An error means that nothing is promised:
 * what was asked for is there or is not, and whoever asks again finds out. An error that `isDamage` knows says that
 * what was read is not what was written.
 */
import type { Command, WholeLife } from '../../shared/game/command.ts';
import type { CareStore } from './careStore.ts';
import type { StoredRoom } from './records.ts';
import type { NodeStore } from './nodeStore.ts';
import type { RunStore } from './runStore.ts';
import type { Heads } from './tables.ts';

/** Where a match's log is. */
export interface LogName {
  readonly room: string;
  readonly match: string;
}

/** One command for a match's log. Versions are 1, 2, 3, ... without gaps. */
export interface Draft {
  readonly version: number;
  readonly command: Command;
  /** The seat that sent it, and the id that it gave; null for commands of the server itself. */
  readonly by: { readonly seat: string; readonly id: string } | null;
}

/** A command in the log. */
export interface Entry extends Draft {
  /** Covers this entry and, through the one before, the whole log up to here. */
  readonly hash: string;
}

/** The place in a log up to which somebody knows it. */
export type Head = Pick<Entry, 'version' | 'hash'>;

export type Appended =
  | { readonly type: 'appended'; readonly entry: Entry }
  /** The log does not end there (any more): read on, and try again. */
  | { readonly type: 'conflict' }
  /** This seat used this id before, for that entry of that match. */
  | { readonly type: 'repeated'; readonly match: string; readonly entry: Entry };

export interface NewMatch {
  readonly id: string;
  readonly setup: WholeLife;
}

/** A match as it is kept: its setup at version 0, then its log. */
export interface StoredMatch {
  readonly setup: WholeLife;
  readonly start: Head;
  readonly entries: readonly Entry[];
}

export interface NewRoom {
  readonly room: StoredRoom;
  /** 1 makes the room. */
  readonly revision: number;
  /** Written with it, where there is one. */
  readonly match: NewMatch | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Store extends RunStore, CareStore, NodeStore {
  /** A room that lies in the archive comes back by being asked for. */
  readonly room: (code: string) => Promise<{ readonly room: StoredRoom; readonly revision: number } | null>;
  /** Writes the next revision of a room. `conflict`: that revision exists, or the one before it does not. */
  readonly saveRoom: (room: NewRoom) => Promise<'saved' | 'conflict'>;
  readonly match: (log: LogName) => Promise<StoredMatch | null>;
  /** Appends to a log that ends at `after`. The id of a seat is taken once in a room, whatever the match. */
  readonly append: (log: LogName, draft: Draft, after: Head) => Promise<Appended>;
  /** The log after `after`, oldest first. */
  readonly entries: (log: LogName, after: Head) => Promise<readonly Entry[]>;
  /** How far these rooms are; those that are not there are left out. */
  readonly heads: (codes: readonly string[]) => Promise<readonly Heads[]>;
  /**
   * `hear` is called when another process may have changed these rooms; null: any of them. Read again from what you
   * know: that much is sure, and no more. The function that comes back ends it.
   */
  readonly watch: (hear: (rooms: readonly string[] | null) => void) => () => void;
  readonly close: () => Promise<void>;
}
