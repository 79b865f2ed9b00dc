/** The contract of the store: what rests in the archive, and what is too old, on every database. */
import { describe, expect, test } from 'vitest';
import { drawSetup } from '../../../shared/game/setup.ts';
import type { StoredRoom } from '../../../server/store/records.ts';
import type { NewRun } from '../../../server/store/runStore.ts';
import type { Store } from '../../../server/store/store.ts';
import { databases } from './databases.ts';

const setup = drawSetup({
  seed: 1,
  weather: 'calm',
  clock: 'study',
  judging: 'strict',
  closer: 'client',
  keepers: { client: 'human', server: 'bot' },
  locale: 'en',
});

const roomOf = (code: string, match = `match of ${code}`): StoredRoom => ({
  code,
  weather: 'calm',
  clock: 'study',
  locale: 'en',
  ends: {
    client: { keeper: 'human', seat: 'seat', lock: { used: null, issued: ['hash'] }, line: null },
    server: { keeper: 'bot' },
  },
  match,
  before: null,
  rematch: [],
  standIn: null,
});

/** A room with two matches, of which the first has two commands. */
async function keepRoom(store: Store, code: string, at: number): Promise<void> {
  const match = `match of ${code}`;
  await store.saveRoom({ room: roomOf(code), revision: 1, match: { id: match, setup }, at });
  const log = { room: code, match };
  let after = (await store.match(log))?.start;
  for (const version of [1, 2]) {
    if (after === undefined) throw new Error('the match was stored');
    const by = version === 1 ? null : { seat: 'seat', id: 'my-move' };
    const command = { type: 'advance', at: version } as const;
    const appended = await store.append(log, { version, command, by }, after);
    if (appended.type === 'appended') after = appended.entry;
  }
  const next = roomOf(code, `second of ${code}`);
  await store.saveRoom({ room: next, revision: 2, match: { id: next.match, setup }, at });
}

const seen = async (store: Store, code: string) => [
  await store.room(code),
  await store.match({ room: code, match: `match of ${code}` }),
  await store.match({ room: code, match: `second of ${code}` }),
];

const run: NewRun = {
  level: 'est-01',
  version: 1,
  player: 'player',
  nickname: 'Ada',
  stars: 3,
  points: 1000,
  thinking: 1000,
  seed: 1,
  log: [['start', 0]],
  attempt: 'attempt',
  digest: 'digest',
  at: 1000,
};

describe.each(databases)('$name', ({ make }) => {
  test('a room that is put away comes back whole when somebody asks for it, once', async () => {
    const place = await make();
    const store = await place.open();
    await keepRoom(store, 'ABC234', 1000.5);
    const before = await seen(store, 'ABC234');
    expect(await store.archive('ABC234', 2)).toBe(true);
    expect(await store.heads(['ABC234'])).toEqual([]);
    expect(await store.match({ room: 'ABC234', match: 'match of ABC234' })).toBeNull();
    const other = await place.open();
    const [one, two] = await Promise.all([store.room('ABC234'), other.room('ABC234')]);
    expect(one).toEqual(before[0]);
    expect(two).toEqual(before[0]);
    expect(await seen(store, 'ABC234')).toEqual(before);
    expect(await store.archive('ABC234', 2)).toBe(true);
    expect(await seen(other, 'ABC234')).toEqual(before);
  });

  test('a room that somebody has entered since is not put away, nor is one that is not there', async () => {
    const store = await (await make()).open();
    await keepRoom(store, 'ABC234', 1000);
    const before = await seen(store, 'ABC234');
    expect(await store.archive('ABC234', 1)).toBe(false);
    expect(await store.archive('222222', 1)).toBe(false);
    expect(await seen(store, 'ABC234')).toEqual(before);
  });

  test('what is asked for again after waking is still taken once', async () => {
    const store = await (await make()).open();
    await keepRoom(store, 'ABC234', 1000);
    await store.archive('ABC234', 2);
    await store.room('ABC234');
    const second = { room: 'ABC234', match: 'second of ABC234' };
    const start = (await store.match(second))?.start;
    if (start === undefined) throw new Error('the match was stored');
    const draft = { version: 1, command: { type: 'advance', at: 1 }, by: { seat: 'seat', id: 'my-move' } } as const;
    expect(await store.append(second, draft, start)).toMatchObject({ type: 'repeated', match: 'match of ABC234' });
  });

  test('old rooms are told in the order of their codes, page by page', async () => {
    const store = await (await make()).open();
    for (const [code, at] of [
      ['CCC', 10],
      ['AAA', 20],
      ['BBB', 30],
      ['DDD', 99],
    ] as const)
      await keepRoom(store, code, at);
    expect(await store.oldRooms(99, '', 2)).toEqual(['AAA', 'BBB']);
    expect(await store.oldRooms(99, 'BBB', 2)).toEqual(['CCC']);
    await store.archive('AAA', 2);
    expect(await store.oldRooms(99, '', 9)).toEqual(['BBB', 'CCC']);
  });

  test('what is too old is deleted: rooms of the archive, runs with their nicknames, used attempts', async () => {
    const store = await (await make()).open();
    await keepRoom(store, 'OLD', 999);
    await keepRoom(store, 'NEW', 1000);
    for (const code of ['OLD', 'NEW']) await store.archive(code, 2);
    await store.takeRun(run);
    await store.takeRun({ ...run, player: 'other', attempt: 'second', digest: 'other', at: 2000 });
    expect(await store.dropOld(1000)).toEqual({ rooms: 1, runs: 0 });
    expect(await store.dropOld(2000)).toEqual({ rooms: 1, runs: 1 });
    expect(await store.room('OLD')).toBeNull();
    expect(await store.room('NEW')).toBeNull();
    expect(await store.board({ level: 'est-01', version: 1, since: 0 }, 9)).toHaveLength(1);
    // The attempt of the deleted run is forgotten as well.
    expect(await store.takeRun(run)).toBe('better');
  });
});
