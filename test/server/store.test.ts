import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { drawSetup } from '../../shared/game/setup.ts';
import type { StoredRoom } from '../../server/records.ts';
import { openSqlite } from '../../server/sqlite.ts';
import type { Entry, Store } from '../../server/store.ts';
import { cleanUp, newFolder } from './harness.ts';

const file = (): string => join(newFolder(), 'rooms.db');

function open(name: string): Store {
  const store = openSqlite(name);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await store.close();
    isOpen = false;
  };
  cleanUp(close);
  return { ...store, close };
}

const room: StoredRoom = {
  code: 'ABC234',
  weather: 'calm',
  clock: 'study',
  locale: 'en',
  ends: { client: { keeper: 'human', seat: 'seat', hash: 'hash' }, server: { keeper: 'nobody' } },
  match: 'match',
  before: null,
  rematch: [],
};
const setup = drawSetup({
  seed: 1,
  weather: 'calm',
  clock: 'study',
  judging: 'strict',
  closer: 'client',
  keepers: { client: 'human', server: 'human' },
  locale: 'en',
});
const match = { id: 'match', setup };
const advance = (version: number): Entry => ({ version, command: { type: 'advance', at: version }, by: null });
const move = (version: number, id: string): Entry => ({
  version,
  command: { type: 'move', at: 0, role: 'client', move: { type: 'wait' } },
  by: { seat: 'seat', id },
});

describe('a room', () => {
  test('is there again after the store was closed', async () => {
    const name = file();
    const store = open(name);
    expect(await store.saveRoom(room, 1, match)).toBe('saved');
    await store.close();
    const again = open(name);
    expect(await again.room('ABC234')).toEqual({ room, revision: 1 });
    expect(await again.setup('match')).toEqual(setup);
    expect(await again.room('222222')).toBeNull();
    expect(await again.setup('other')).toBeNull();
  });

  test('of two writers of one revision, one is told of the conflict, and its match is not kept', async () => {
    const store = open(file());
    const outcomes = await Promise.all([
      store.saveRoom(room, 1, match),
      store.saveRoom({ ...room, weather: 'stormy' }, 1, { id: 'second', setup }),
    ]);
    expect(outcomes).toEqual(['saved', 'conflict']);
    expect(await store.setup('second')).toBeNull();
    expect(await store.saveRoom(room, 2, null)).toBe('saved');
    expect(await store.saveRoom(room, 2, null)).toBe('conflict');
    expect(await store.saveRoom(room, 9, null)).toBe('conflict');
  });
});

describe('the log', () => {
  test('grows by one version at a time', async () => {
    const store = open(file());
    const outcomes = await Promise.all([1, 2, 2, 4].map((version) => store.append('match', advance(version))));
    expect(outcomes.map((one) => one.type)).toEqual(['appended', 'appended', 'conflict', 'conflict']);
    expect(await store.entries('match', 0)).toEqual([advance(1), advance(2)]);
    expect(await store.entries('match', 1)).toEqual([advance(2)]);
    expect(await store.entries('other', 0)).toEqual([]);
  });

  test('takes an id of a seat once, whatever the version', async () => {
    const store = open(file());
    await store.append('match', move(1, 'first'));
    await store.append('match', advance(2));
    expect(await store.append('match', move(3, 'first'))).toEqual({ type: 'repeated', entry: move(1, 'first') });
    expect(await store.append('match', move(2, 'first'))).toMatchObject({ type: 'repeated' });
    expect(await store.append('match', move(3, 'second'))).toEqual({ type: 'appended' });
    expect(await store.append('another', move(1, 'first'))).toEqual({ type: 'appended' });
  });

  test('of two processes that want one version, one gets it', async () => {
    const name = file();
    const [one, two] = [open(name), open(name)];
    const outcomes = await Promise.all([one.append('match', move(1, 'mine')), two.append('match', move(1, 'yours'))]);
    expect(outcomes.map((outcome) => outcome.type).toSorted()).toEqual(['appended', 'conflict']);
  });

  test('what fails together is not kept at all, and the store goes on', async () => {
    const name = file();
    const store = open(name);
    await store.saveRoom(room, 1, match);
    await store.append('match', advance(1));
    const db = new DatabaseSync(name);
    db.exec('drop table match');
    const failed = await Promise.allSettled([
      store.append('match', advance(2)),
      store.saveRoom({ ...room, code: 'XYZ234' }, 1, match),
    ]);
    expect(failed.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    db.close();
    expect(await store.entries('match', 1)).toEqual([]);
    expect(await store.append('match', advance(2))).toEqual({ type: 'appended' });
  });
});

test('a file of another version of the game is not touched', () => {
  const name = file();
  const db = new DatabaseSync(name);
  db.exec('pragma user_version = 99');
  db.close();
  expect(() => openSqlite(name)).toThrow('another version');
});

test('every commit is on the disk before its answer', async () => {
  const name = file();
  await open(name).saveRoom(room, 1, match);
  // The same file, as a process that began after a crash would find it.
  const db = new DatabaseSync(name);
  expect(db.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(db.prepare('select count(*) as rooms from room').get()).toEqual({ rooms: 1 });
  db.close();
});
