import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { drawSetup } from '../../../shared/game/setup.ts';
import { realClock } from '../../../server/clock.ts';
import { openPostgres, postgresTables } from '../../../server/store/postgres.ts';
import { ask, type Row, type Script } from '../../../server/store/script.ts';
import { openSqlite, sqliteTables } from '../../../server/store/sqlite.ts';
import { missing } from '../../postgres/postgres.ts';
import { newDatabase } from '../../postgres/shared.ts';
import { cleanUp, newFolder } from '../harness.ts';

const room = {
  code: 'ABC234',
  weather: 'calm',
  clock: 'study',
  locale: 'en',
  ends: { client: { keeper: 'human', seat: 'seat', hash: 'hash' }, server: { keeper: 'nobody' } },
  match: 'match',
  before: null,
  rematch: [],
};
/** As it was written before rules were numbered, and matches could be free. */
const {
  rules: _rules,
  judging: _judging,
  ...setup
} = drawSetup({
  seed: 1,
  weather: 'calm',
  clock: 'study',
  judging: 'strict',
  closer: 'client',
  keepers: { client: 'human', server: 'human' },
  locale: 'en',
});
const wait = { type: 'move', at: 0, role: 'client', move: { type: 'wait' } };

/** A file as the program of that schema wrote it. */
function oldFile(schema: 1 | 2 | 3): string {
  const file = join(newFolder(), 'rooms.db');
  const db = new DatabaseSync(file);
  db.exec(`
    create table room (code text primary key, revision integer not null, body text not null) strict, without rowid;
    create table match (id text primary key, room text not null, setup text not null) strict, without rowid;
    create table command (
      match text not null, version integer not null, body text not null, seat text, id text,
      primary key (match, version), unique (match, seat, id)) strict, without rowid;`);
  db.prepare('insert into room values (?, 3, ?)').run(room.code, JSON.stringify(room));
  db.prepare('insert into match values (?, ?, ?)').run('match', room.code, JSON.stringify(setup));
  const command = db.prepare('insert into command values (?, ?, ?, ?, ?)');
  command.run('match', 1, JSON.stringify({ type: 'start', at: 0 }), null, null);
  command.run('match', 2, JSON.stringify(wait), 'seat', 'my-move');
  if (schema >= 2) {
    db.exec(`
      create table run (
        n integer primary key autoincrement, level text not null, version integer not null, player text not null,
        nickname text not null, stars integer not null, points real not null, thinking real not null,
        seed integer not null, log text not null, at integer not null, unique (level, version, player)) strict;
      create index run_order on run (level, version, stars desc, points desc, thinking, n);
      create table taken (attempt text primary key, digest text not null unique, at integer not null)
        strict, without rowid;
      create table secret (name text primary key, body text not null) strict, without rowid;
      insert into run (level, version, player, nickname, stars, points, thinking, seed, log, at)
        values ('level', 1, 'player', 'Ada', 3, 1000.5, 12.25, 7, '[]', 1000);
      insert into taken values ('attempt', 'digest', 1000);
      insert into secret values ('attempt', 'the key');`);
  }
  if (schema >= 3) db.exec('create index run_player on run (player)');
  db.exec(`pragma user_version = ${schema}`);
  db.close();
  return file;
}

describe('a SQLite file', () => {
  test.each([1, 2, 3] as const)('of schema %i keeps its rooms and logs in the new one', async (schema) => {
    const store = openSqlite({ file: oldFile(schema) });
    cleanUp(() => store.close());
    expect(await store.room('ABC234')).toMatchObject({ revision: 3, room: { code: 'ABC234', match: 'match' } });
    const log = { room: 'ABC234', match: 'match' };
    const match = await store.match(log);
    expect(match?.setup).toEqual({ ...setup, rules: 0, judging: 'strict' });
    expect(match?.entries.map(({ version, command, by }) => ({ version, command, by }))).toEqual([
      { version: 1, command: { type: 'start', at: 0 }, by: null },
      { version: 2, command: wait, by: { seat: 'seat', id: 'my-move' } },
    ]);
    const last = match?.entries.at(-1);
    if (last === undefined) throw new Error('the log has two entries');
    const advance = { version: 3, command: { type: 'advance', at: 5 }, by: null } as const;
    expect(await store.append(log, advance, last)).toMatchObject({ type: 'appended' });
    const again = { version: 4, command: { ...advance.command }, by: { seat: 'seat', id: 'my-move' } };
    expect(await store.append(log, again, { version: 3, hash: 'any' })).toMatchObject({ type: 'repeated' });
  });

  test.each([2, 3] as const)('of schema %i keeps its boards, used attempts and key', async (schema) => {
    const store = openSqlite({ file: oldFile(schema) });
    cleanUp(() => store.close());
    expect(await store.board({ level: 'level', version: 1, since: 0 }, 20)).toEqual([
      { place: 1, nickname: 'Ada', stars: 3, points: 1000.5, thinking: 12.25 },
    ]);
    expect(await store.attemptKey()).toBe('the key');
    const run = { level: 'level', version: 1, player: 'other', nickname: 'Bob', stars: 1, points: 1, thinking: 1 };
    const sent = { ...run, stars: 1, seed: 1, log: [], attempt: 'attempt', digest: 'another', at: 2000 } as const;
    expect(await store.takeRun(sent)).toBe('used');
  });

  test('opens again and again', async () => {
    const file = oldFile(3);
    for (let round = 0; round < 3; round += 1) {
      const store = openSqlite({ file });
      expect(await store.room('ABC234')).not.toBeNull();
      await store.close();
    }
  });

  test.each(['pragma user_version = 99', 'insert into schema (version, at) values (99, 0)'])(
    'of a newer version of the game is refused and not touched (%s)',
    async (mark) => {
      const file = join(newFolder(), 'rooms.db');
      const made = openSqlite({ file });
      await made.close();
      const db = new DatabaseSync(file);
      db.exec(mark.startsWith('pragma') ? `drop table schema; ${mark}` : mark);
      const before = db.prepare('select * from sqlite_schema').all();
      expect(() => openSqlite({ file })).toThrow('it was written by a newer version of the game (schema 99)');
      expect(db.prepare('select * from sqlite_schema').all()).toEqual(before);
      db.close();
    },
  );

  test('is written through to the disk at each commit', async () => {
    const tables = sqliteTables(join(newFolder(), 'rooms.db'), realClock, () => {});
    cleanUp(() => tables.close());
    expect(await tables.look(() => setting('pragma journal_mode'))).toEqual({ journal_mode: 'wal' });
    expect(await tables.look(() => setting('pragma synchronous'))).toEqual({ synchronous: 2 });
  });
});

describe.skipIf(missing !== null)('a PostgreSQL database', () => {
  test('that many nodes open at once gets its tables once', async () => {
    const url = await newDatabase();
    const stores = await Promise.all(Array.from({ length: 4 }, () => openPostgres({ url })));
    expect(await Promise.all(stores.map((store) => store.room('ABC234')))).toEqual([null, null, null, null]);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('of a newer version of the game is refused', async () => {
    const url = await newDatabase();
    const store = await openPostgres({ url });
    await store.close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('insert into schema (version) values (99)');
    await client.end();
    await expect(openPostgres({ url })).rejects.toThrow('it was written by a newer version of the game (schema 99)');
  });

  test('commits to the disk, whatever it has as its default', async () => {
    const url = await newDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
    await client.end();
    const tables = await postgresTables(url, realClock);
    cleanUp(() => tables.close());
    expect(await tables.look(() => setting('show synchronous_commit'))).toEqual({ synchronous_commit: 'on' });
  });
});

function* setting(sql: string): Script<Row | undefined> {
  return (yield ask(sql))[0];
}
