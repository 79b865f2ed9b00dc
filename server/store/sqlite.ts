/**
 * The tables in one SQLite file: WAL, an fsync for each commit, and one commit for everything that was asked for in
 * one turn of the event loop. Several processes may share the file.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type Clock, realClock } from '../clock.ts';
import { groupCommits, isPassing, resultCode } from './groupCommit.ts';
import { openLedger } from './ledger.ts';
import type { Report } from './runScripts.ts';
import { append, readHeads, readLog, readRoom, saveRoom } from './roomScripts.ts';
import type { Script } from './script.ts';
import { migrate } from './sqliteSchema.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Milliseconds between two looks whether another process has written. */
const watchEvery = 250;

export interface SqliteParts {
  readonly file: string;
  readonly clock?: Clock;
  /** Hears of damage that closes no room. */
  readonly report?: Report;
}

export const openSqlite = ({ file, clock = realClock, report = () => {} }: SqliteParts): Store =>
  openLedger(sqliteTables(file, clock), report);

type Run = <T>(script: Script<T>) => T;

export function sqliteTables(file: string, clock: Clock): Tables {
  const db = new DatabaseSync(file, { timeout: 2000 });
  // What is deleted is overwritten: a nickname that is gone is in the file no more.
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
  migrate(db, clock.date());
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

/** Runs scripts without a pause; each statement is prepared once. */
function runner(db: DatabaseSync): Run {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  return (script) => {
    let step = script.next();
    while (step.done !== true) {
      const { sql, values } = step.value;
      step = script.next(statement(sql).all(...values));
    }
    return step.value;
  };
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
