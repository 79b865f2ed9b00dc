/**
 * The store in one SQLite file: WAL, an fsync for each commit, and one commit for everything that was asked for
 * in one turn of the event loop.
 */
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { readCommand, readRoom, readSetup } from './records.ts';
import { runsIn, runsOfPlayer, runTables } from './sqliteRuns.ts';
import type { Appended, Entry, Store } from './store.ts';

/** The n-th leads from schema n to the next one; a new file takes them all. What was written stays as it is. */
const migrations = [
  `
  create table room (code text primary key, revision integer not null, body text not null) strict, without rowid;
  create table match (id text primary key, room text not null, setup text not null) strict, without rowid;
  create table command (
    match text not null, version integer not null, body text not null, seat text, id text,
    primary key (match, version), unique (match, seat, id)) strict, without rowid;`,
  runTables,
  runsOfPlayer,
] as const;

export function openSqlite(file: string): Store {
  const db = openFile(file);
  const write = groupCommits(db);
  const sql = prepare(db);
  return {
    ...runsIn(db, write),
    async room(code) {
      const row = sql.room.get(code);
      return row === undefined ? null : { room: readRoom(String(row['body'])), revision: Number(row['revision']) };
    },
    saveRoom: (room, revision, match) =>
      write(() => {
        const body = JSON.stringify(room);
        const saved =
          revision === 1
            ? sql.makeRoom.run(room.code, body)
            : sql.saveRoom.run(revision, body, room.code, revision - 1);
        if (saved.changes === 0) return 'conflict';
        if (match !== null) sql.makeMatch.run(match.id, room.code, JSON.stringify(match.setup));
        return 'saved';
      }),
    async setup(match) {
      const row = sql.setup.get(match);
      return row === undefined ? null : readSetup(String(row['setup']));
    },
    append: (match, entry) => write(() => append(sql, match, entry)),
    entries: async (match, after) => sql.entries.all(match, after).map(readEntry),
    async close() {
      await write(() => null);
      db.close();
    },
  };
}

function openFile(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 2000 });
  db.exec('pragma journal_mode = wal; pragma synchronous = full');
  migrate(db);
  return db;
}

/** All or nothing, and once: another process that opens the file waits for the lock, and finds it done. */
function migrate(db: DatabaseSync): void {
  db.exec('begin immediate');
  try {
    const found = Number(db.prepare('pragma user_version').get()?.['user_version']);
    if (found > migrations.length) throw new Error(`it was written by another version of the game (schema ${found})`);
    for (const step of migrations.slice(found)) db.exec(step);
    db.exec(`pragma user_version = ${migrations.length}; commit`);
  } catch (error) {
    if (db.isTransaction) db.exec('rollback');
    throw error;
  }
}

type Statements = ReturnType<typeof prepare>;

const prepare = (db: DatabaseSync) => ({
  room: db.prepare('select revision, body from room where code = ?'),
  makeRoom: db.prepare('insert into room (code, revision, body) values (?, 1, ?) on conflict do nothing'),
  saveRoom: db.prepare('update room set revision = ?, body = ? where code = ? and revision = ?'),
  makeMatch: db.prepare('insert into match (id, room, setup) values (?, ?, ?)'),
  setup: db.prepare('select setup from match where id = ?'),
  last: db.prepare('select coalesce(max(version), 0) as version from command where match = ?'),
  repeated: db.prepare('select version, body, seat, id from command where match = ? and seat = ? and id = ?'),
  append: db.prepare('insert into command (match, version, body, seat, id) values (?, ?, ?, ?, ?)'),
  entries: db.prepare('select version, body, seat, id from command where match = ? and version > ? order by version'),
});

/** Runs inside a transaction that holds the write lock: nothing comes between the looks and the insert. */
function append(sql: Statements, match: string, entry: Entry): Appended {
  const { version: place, command, by } = entry;
  const before = by === null ? undefined : sql.repeated.get(match, by.seat, by.id);
  if (before !== undefined) return { type: 'repeated', entry: readEntry(before) };
  if (Number(sql.last.get(match)?.['version']) !== place - 1) return { type: 'conflict' };
  sql.append.run(match, place, JSON.stringify(command), by?.seat ?? null, by?.id ?? null);
  return { type: 'appended' };
}

function readEntry(row: { readonly [column: string]: SQLOutputValue }): Entry {
  const { seat, id } = row;
  const by = typeof seat === 'string' && typeof id === 'string' ? { seat, id } : null;
  return { version: Number(row['version']), command: readCommand(String(row['body'])), by };
}

interface Job {
  /** Comes back with what to do when the commit is safe. */
  readonly work: () => () => void;
  readonly fail: (error: unknown) => void;
}

/** All jobs of one turn of the event loop become one transaction: together they are kept, or none of them is. */
function groupCommits(db: DatabaseSync): <T>(work: () => T) => Promise<T> {
  let waiting: Job[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    try {
      db.exec('begin immediate');
      const kept = batch.map((job) => job.work());
      db.exec('commit');
      for (const resolve of kept) resolve();
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      for (const job of batch) job.fail(error);
    }
  };
  return (work) =>
    new Promise((resolve, reject) => {
      const job: Job = {
        work() {
          const outcome = work();
          return () => resolve(outcome);
        },
        fail: reject,
      };
      if (waiting.push(job) === 1) setImmediate(flush);
    });
}
