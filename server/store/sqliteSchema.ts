/**
 * The tables of the SQLite file, and the way there from every schema that was ever in use. The n-th migration leads
 * from schema n to the next one; a new file takes them all. `schema` has a row for each that was done; `user_version`
 * says the same to programs from before that table.
 */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { chained, nameOf, sumOf } from './chain.ts';

/** `at`: milliseconds since 1970. */
type Migration = (db: DatabaseSync, at: number) => void;

const migrations: readonly Migration[] = [
  (db) =>
    db.exec(`
      create table room (code text primary key, revision integer not null, body text not null) strict, without rowid;
      create table match (id text primary key, room text not null, setup text not null) strict, without rowid;
      create table command (
        match text not null, version integer not null, body text not null, seat text, id text,
        primary key (match, version), unique (match, seat, id)) strict, without rowid;`),
  (db) =>
    db.exec(`
      create table run (
        n integer primary key autoincrement, level text not null, version integer not null, player text not null,
        nickname text not null, stars integer not null, points real not null, thinking real not null,
        seed integer not null, log text not null, at integer not null, unique (level, version, player)) strict;
      create index run_order on run (level, version, stars desc, points desc, thinking, n);
      create table taken (attempt text primary key, digest text not null unique, at integer not null)
        strict, without rowid;
      create table secret (name text primary key, body text not null) strict, without rowid;`),
  (db) => db.exec('create index run_player on run (player)'),
  chainLogs,
  (db) => db.exec('create table node (id text primary key, beats integer not null) strict, without rowid'),
  (db) =>
    db.exec(`
      create table archive (code text primary key, body text not null, sum text not null, at real not null) strict;
      create index archive_at on archive (at);
      create index room_at on room (at);
      create index run_at on run (at);
      create index taken_at on taken (at);`),
];

/** Schema 4: logs are chains that begin with the setup, and every other row has its sum. */
function chainLogs(db: DatabaseSync, at: number): void {
  db.exec(`
    alter table room rename to old_room;
    alter table match rename to old_match;
    alter table command rename to old_command;
    alter table run rename to old_run;
    alter table taken rename to old_taken;
    alter table secret rename to old_secret;
    drop index run_order;
    drop index run_player;
    create table room (
      code text primary key, revision integer not null, match text not null, body text not null, sum text not null,
      at real not null) strict, without rowid;
    create table match (id text primary key, room text not null, version integer not null, hash text not null)
      strict, without rowid;
    create index match_room on match (room);
    create table command (
      match text not null, version integer not null, room text not null, body text not null, seat text, id text,
      hash text not null, primary key (match, version)) strict, without rowid;
    create unique index command_once on command (room, seat, id) where id is not null;
    create table run (
      n integer primary key autoincrement, level text not null, version integer not null, player text not null,
      nickname text not null, stars integer not null, points real not null, thinking real not null,
      seed integer not null, log text not null, at real not null, sum text not null,
      unique (level, version, player)) strict;
    create index run_order on run (level, version, stars desc, points desc, thinking, n);
    create index run_player on run (player);
    create table taken (attempt text primary key, digest text not null unique, at real not null, sum text not null)
      strict, without rowid;
    create table secret (name text primary key, body text not null, sum text not null) strict, without rowid;`);
  copyRooms(db, at);
  copyLogs(db);
  copyRuns(db);
  db.exec(`
    drop table old_room; drop table old_match; drop table old_command;
    drop table old_run; drop table old_taken; drop table old_secret;`);
}

function copyRooms(db: DatabaseSync, at: number): void {
  const make = db.prepare('insert into room (code, revision, match, body, sum, at) values (?, ?, ?, ?, ?, ?)');
  for (const row of db.prepare('select code, revision, body from old_room').iterate()) {
    const [code, revision, body] = [String(row['code']), Number(row['revision']), String(row['body'])];
    const { match } = JSON.parse(body) as { readonly match: string };
    make.run(code, revision, match, body, sumOf('room', code, revision, match, body, at), at);
  }
}

function copyLogs(db: DatabaseSync): void {
  const makeMatch = db.prepare('insert into match (id, room, version, hash) values (?, ?, ?, ?)');
  const makeLink = db.prepare(
    'insert into command (match, version, room, body, seat, id, hash) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const commands = db.prepare('select version, body, seat, id from old_command where match = ? order by version');
  for (const { id: match, room, setup } of db.prepare('select id, room, setup from old_match').iterate()) {
    const first = { version: 0, body: setup, seat: null, id: null };
    let last = { version: 0, hash: nameOf(String(room), String(match)) };
    for (const { version, body, seat, id } of [first, ...commands.all(String(match))]) {
      const named = typeof seat === 'string' && typeof id === 'string' ? { seat, id } : { seat: null, id: null };
      const link = { version: Number(version), body: String(body), ...named };
      last = { version: link.version, hash: chained(last.hash, link) };
      makeLink.run(String(match), link.version, String(room), link.body, link.seat, link.id, last.hash);
    }
    makeMatch.run(String(match), String(room), last.version, last.hash);
  }
}

function copyRuns(db: DatabaseSync): void {
  const columns = [
    'level',
    'version',
    'player',
    'nickname',
    'stars',
    'points',
    'thinking',
    'seed',
    'log',
    'at',
  ] as const;
  const makeRun = db.prepare(
    `insert into run (${columns.join(', ')}, sum) values (${columns.map(() => '?').join(', ')}, ?)`,
  );
  for (const row of db.prepare(`select ${columns.join(', ')} from old_run order by n`).iterate()) {
    const values = columns.map((column) => valueOf(row[column]));
    makeRun.run(...values, sumOf('run', ...values));
  }
  const makeTaken = db.prepare('insert into taken (attempt, digest, at, sum) values (?, ?, ?, ?)');
  for (const { attempt, digest, at } of db.prepare('select attempt, digest, at from old_taken').iterate()) {
    const values = [valueOf(attempt), valueOf(digest), valueOf(at)];
    makeTaken.run(...values, sumOf('taken', ...values));
  }
  const makeSecret = db.prepare('insert into secret (name, body, sum) values (?, ?, ?)');
  for (const { name, body } of db.prepare('select name, body from old_secret').iterate()) {
    const values = [valueOf(name), valueOf(body)];
    makeSecret.run(...values, sumOf('secret', ...values));
  }
}

const valueOf = (value: SQLOutputValue | undefined): string | number =>
  typeof value === 'string' || typeof value === 'number' ? value : String(value);

/** All or nothing, and once: another process that opens the file waits for the lock, and finds it done. */
export function migrate(db: DatabaseSync, at: number): void {
  db.exec('begin immediate');
  try {
    const found = schemaOf(db);
    if (found > migrations.length) throw new Error(`it was written by a newer version of the game (schema ${found})`);
    db.exec('create table if not exists schema (version integer primary key, at real not null) strict');
    const note = db.prepare('insert into schema (version, at) values (?, ?) on conflict do nothing');
    migrations.forEach((step, n) => {
      if (n >= found) step(db, at);
      note.run(n + 1, at);
    });
    db.exec(`pragma user_version = ${migrations.length}; commit`);
  } catch (error) {
    if (db.isTransaction) db.exec('rollback');
    throw error;
  }
}

/** 0: a new file. */
function schemaOf(db: DatabaseSync): number {
  const stamped = Number(db.prepare('pragma user_version').get()?.['user_version']);
  const isKept = db.prepare("select 1 from sqlite_schema where type = 'table' and name = 'schema'").get();
  if (isKept === undefined) return stamped;
  return Number(db.prepare('select max(version) as version from schema').get()?.['version']);
}
