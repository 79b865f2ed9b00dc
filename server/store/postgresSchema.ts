/**
 * The tables in PostgreSQL, and the way there from every schema that was ever in use. The n-th migration leads from
 * schema n to the next one; `schema` has a row for each that was done. The numbers are those of PostgreSQL alone.
 */
import type { ClientBase } from 'pg';

const migrations: readonly string[] = [
  `create table room (
    code text primary key, revision integer not null, match text not null, body text not null, sum text not null,
    at double precision not null);
  create table match (id text primary key, room text not null, version integer not null, hash text not null)
    with (fillfactor = 50);
  create index match_room on match (room);
  create table command (
    match text not null, version integer not null, room text not null, body text not null, seat text, id text,
    hash text not null, primary key (match, version));
  create unique index command_once on command (room, seat, id) where id is not null;
  create table run (
    n integer generated always as identity primary key, level text not null, version integer not null,
    player text not null, nickname text not null, stars integer not null, points double precision not null,
    thinking double precision not null, seed double precision not null, log text not null, at double precision not null,
    sum text not null, unique (level, version, player));
  create index run_order on run (level, version, stars desc, points desc, thinking, n);
  create index run_player on run (player);
  create table taken (
    attempt text primary key, digest text not null unique, at double precision not null, sum text not null);
  create table secret (name text primary key, body text not null, sum text not null);`,
  'create table node (id text primary key, beats integer not null)',
  `create table archive (code text primary key, body text not null, sum text not null, at double precision not null);
  create index archive_at on archive (at);
  create index room_at on room (at);
  create index run_at on run (at);
  create index taken_at on taken (at);`,
];

/** Names the lock that nodes hold while they look after the schema: any number that no other program uses. */
const lock = 3_293_929;

/** All or nothing, and once: another node that comes up at the same time waits, and finds it done. */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lock]);
    await client.query(`create table if not exists schema (
      version integer primary key, at timestamp with time zone not null default now())`);
    const { rows } = await client.query<{ found: number }>('select coalesce(max(version), 0) as found from schema');
    const found = rows[0]?.found ?? 0;
    if (found > migrations.length) throw new Error(`it was written by a newer version of the game (schema ${found})`);
    for (const [n, step] of migrations.entries()) {
      if (n < found) continue;
      await client.query(step);
      await client.query('insert into schema (version) values ($1)', [n + 1]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
