/** What the store keeps of finished levels: the part of `Store` that knows no room. */
import type { Score } from '../../shared/levels/score.ts';
import type { LabLog } from '../../shared/protocol/labLog.ts';
import type { Log } from '../../shared/protocol/log.ts';

/** Days that a run, and with it a nickname, stays. */
export const keptFor = 30 * 86_400_000;
/** Runs of one version of a level; those behind them go. */
export const mostRuns = 1000;

export interface NewRun extends Pick<Score, 'stars' | 'points' | 'thinking'> {
  readonly level: string;
  readonly version: number;
  /** The hash of the player's secret. */
  readonly player: string;
  readonly nickname: string;
  readonly seed: number;
  readonly log: Log | LabLog;
  readonly attempt: string;
  /** Names the log, whatever attempt it is sent for. */
  readonly digest: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Which board: runs before `since` do not stand on it. */
export interface BoardOf extends Pick<NewRun, 'level' | 'version'> {
  readonly since: number;
}

/** `place`: from 1. */
export type StoredRun = Pick<NewRun, 'nickname' | 'stars' | 'points' | 'thinking'> & { readonly place: number };

export interface RunStore {
  /** Signs attempts: the same key for every process that shares the store, and after restarts. */
  readonly attemptKey: () => Promise<string>;
  /**
   * Takes a run. `used`: its attempt has brought in one; `copied`: this log was taken for another one. Of each player
   * the best run stays, under the nickname that came last; `better`: it is this one.
   */
  readonly takeRun: (run: NewRun) => Promise<'better' | 'worse' | 'used' | 'copied'>;
  /** By stars, points, thinking time, and the earlier first. */
  readonly board: (board: BoardOf, most: number) => Promise<readonly StoredRun[]>;
  /** Where the best run of a player stands; null: there is none. */
  readonly standing: (board: BoardOf, player: string) => Promise<StoredRun | null>;
  /** The nickname of all runs of a player, of every level and version. */
  readonly renamePlayer: (player: string, nickname: string) => Promise<void>;
  /** Deletes all runs of a player; how many there were. Their attempts stay used, their logs stay copies. */
  readonly forgetPlayer: (player: string) => Promise<number>;
}
