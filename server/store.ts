/**
 * What the server keeps, whoever keeps it. Every promise is kept when it resolves: it survives `kill -9`. A
 * version or revision that somebody else has taken is an answer, not an error; an error means that nothing was
 * written.
 */
import type { Command, WholeLife } from '../shared/game/command.ts';
import type { StoredRoom } from './records.ts';
import type { RunStore } from './runStore.ts';

/** One command of a match's log. Versions are 1, 2, 3, ... without gaps. */
export interface Entry {
  readonly version: number;
  readonly command: Command;
  /** The seat that sent it, and the id that it gave; null for commands of the server itself. */
  readonly by: { readonly seat: string; readonly id: string } | null;
}

export type Appended =
  | { readonly type: 'appended' }
  /** The version is taken: read on, and try again. */
  | { readonly type: 'conflict' }
  /** This seat used this id before: for that entry. */
  | { readonly type: 'repeated'; readonly entry: Entry };

export interface NewMatch {
  readonly id: string;
  readonly setup: WholeLife;
}

export interface Store extends RunStore {
  readonly room: (code: string) => Promise<{ readonly room: StoredRoom; readonly revision: number } | null>;
  /**
   * Writes revision `revision` of a room (1 makes it), and its new match where there is one. `conflict`: that
   * revision exists.
   */
  readonly saveRoom: (room: StoredRoom, revision: number, match: NewMatch | null) => Promise<'saved' | 'conflict'>;
  readonly setup: (match: string) => Promise<WholeLife | null>;
  readonly append: (match: string, entry: Entry) => Promise<Appended>;
  /** The log after `version`, oldest first. */
  readonly entries: (match: string, version: number) => Promise<readonly Entry[]>;
  readonly close: () => Promise<void>;
}
