/**
 * What a database has to do for us, in rows: the two adapters (`sqlite.ts`, `postgres.ts`) are this and nothing else.
 * What the rows mean is the ledger's business. A promise that resolves is on the disk.
 */
import type { Link } from './chain.ts';
import type { Script } from './script.ts';

export interface RoomRow {
  readonly code: string;
  readonly revision: number;
  /** The match that is played in it. */
  readonly match: string;
  readonly body: string;
  readonly sum: string;
  /** Milliseconds since 1970: when this revision was written. */
  readonly at: number;
}

export interface LinkRow extends Link {
  readonly hash: string;
}

/** A new match: its first link is its setup. */
export interface MatchRow {
  readonly id: string;
  readonly room: string;
  readonly setup: LinkRow;
}

export interface Append {
  readonly room: string;
  readonly match: string;
  readonly link: LinkRow;
  /** The hash of the link before: the append counts only if the log ends there. */
  readonly before: string;
}

/** A log as it lies there: all links from some version on, and where the chain should end. */
export interface LogRows {
  readonly room: string;
  readonly version: number;
  readonly hash: string;
  readonly links: readonly LinkRow[];
}

export type AppendOutcome =
  | { readonly type: 'appended' }
  | { readonly type: 'conflict' }
  | { readonly type: 'repeated'; readonly match: string; readonly link: LinkRow };

export interface Tables {
  /** `lost`: there is no such room, but a match of it. */
  readonly room: (code: string) => Promise<RoomRow | 'lost' | null>;
  /** Revision 1 makes the room; another one replaces the revision before it. false: it is not there (any more). */
  readonly saveRoom: (room: RoomRow, match: MatchRow | null) => Promise<boolean>;
  readonly append: (append: Append) => Promise<AppendOutcome>;
  /** Links from version `from` on; null: there is no such match. */
  readonly log: (match: string, from: number) => Promise<LogRows | null>;
  /** Statements that only look, each for itself. */
  readonly look: <T>(script: () => Script<T>) => Promise<T>;
  /** One transaction. `script` is called again where another process got in between. */
  readonly change: <T>(script: () => Script<T>) => Promise<T>;
  /** Of the rooms that have these codes: the revision of each, and how far its match is. */
  readonly heads: (codes: readonly string[]) => Promise<readonly Heads[]>;
  /**
   * `hear` is called when another process may have changed these rooms; null: any. Nothing is missed for long, but it
   * may be called for nothing. The function that comes back ends it.
   */
  readonly watch: (hear: (rooms: readonly string[] | null) => void) => () => void;
  /** Nothing is wrong with the request: the database is not there, or has no room. It may be, or have, in a moment. */
  readonly isPassing: (error: unknown) => boolean;
  /** The database says that what it read is not what it wrote. */
  readonly isDamage: (error: unknown) => boolean;
  readonly close: () => Promise<void>;
}

export interface Heads {
  readonly code: string;
  readonly revision: number;
  readonly match: string;
  readonly version: number;
}
