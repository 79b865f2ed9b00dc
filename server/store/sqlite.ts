/**
 * The tables in one SQLite file: WAL, an fsync for each commit, and one commit for everything that was asked for in
 * one turn of the event loop. Several processes may share the file.
 */
import { DatabaseSync } from 'node:sqlite';
import { type Clock, realClock } from '../clock.ts';
import { damage } from './chain.ts';
import { groupCommits, isPassing, resultCode } from './groupCommit.ts';
import { openLedger } from './ledger.ts';
import type { Report } from './runScripts.ts';
import { append, readHeads, readLog, readRoom, saveRoom } from './roomScripts.ts';
import { faultOf, reportRows, salvage } from './salvage.ts';
import { runner } from './sqliteRunner.ts';
import { migrate } from './sqliteSchema.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { faultOfWal } from './wal.ts';

/** Milliseconds between two looks whether another process has written. */
const watchEvery = 250;

export interface SqliteParts {
  readonly file: string;
  readonly clock?: Clock;
  /** Hears of damage that closes no room. */
  readonly report?: Report;
}

export const openSqlite = ({ file, clock = realClock, report = () => {} }: SqliteParts): Store =>
  openLedger(sqliteTables(file, clock, report), report);

export function sqliteTables(file: string, clock: Clock, report: Report): Tables {
  const db = openFile(file, clock, report);
  const write = groupCommits(db);
  const run = runner(db);
  const watch = watcher(db, clock);
  return {
    room: async (code) => run(readRoom(code)),
    saveRoom: (room, match) => write(() => run(saveRoom(room, match))),
    append: (wanted) => write(() => run(append(wanted))),
    log: async (match, from) => run(readLog(match, from)),
    look: async (script) => run(script()),
    change: (script) => write(() => run(script())),
    heads: async (codes) => codes.flatMap((code) => run(readHeads(code)) ?? []),
    watch: watch.add,
    isPassing,
    isDamage: (error) => [11, 26].includes(resultCode(error) ?? 0),
    async close() {
      watch.end();
      await write(() => null);
      db.close();
    },
  };
}

function openFile(file: string, clock: Clock, report: Report): DatabaseSync {
  const lost = faultOfWal(file);
  if (lost !== null) report(damage(null, lost));
  const db = new DatabaseSync(file, { timeout: 2000 });
  try {
    const fault = faultOf(db);
    if (fault !== null) {
      db.close();
      const saved = salvage(file, clock);
      report(
        damage(null, `${fault}; ${saved.kept} rooms were kept, ${saved.lost} are lost, the old file is ${saved.old}`),
      );
      return openFile(file, clock, report);
    }
    // What is deleted is overwritten: a nickname that is gone is in the file no more.
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
    migrate(db, clock.date());
    reportRows(db, report);
    return db;
  } catch (error) {
    if (db.isOpen) db.close();
    throw error;
  }
}

/** Asks SQLite now and then whether another connection has written; which rooms, it does not know. */
function watcher(db: DatabaseSync, clock: Clock): { readonly add: Tables['watch']; readonly end: () => void } {
  const hearers = new Set<(rooms: null) => void>();
  const stamp = db.prepare('pragma data_version');
  const read = (): unknown => stamp.get()?.['data_version'];
  let last = read();
  let off: (() => void) | null = null;
  const look = (): void => {
    const now = read();
    if (now !== last) for (const hear of hearers) hear(null);
    last = now;
    off = clock.wake(clock.now() + watchEvery, look);
  };
  return {
    add(hear) {
      hearers.add(hear);
      off ??= clock.wake(clock.now() + watchEvery, look);
      return () => {
        hearers.delete(hear);
      };
    },
    end() {
      off?.();
    },
  };
}
