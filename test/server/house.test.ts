import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type House, openHouse, settled, visit } from '../../server/house.ts';
import { tick } from '../../server/play.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { handClock } from './handClock.ts';
import { quietWatch } from './quietWatch.ts';
import { cleanUp, connect, enterBotRoom, good, newFolder, startServer } from './harness.ts';

/** A store with one room in it that was played in. */
async function playedRoom(): Promise<{ dataDir: string; code: string }> {
  const dataDir = newFolder();
  const server = await startServer({ dataDir });
  const { code } = await enterBotRoom(await connect(server));
  await server.close();
  return { dataDir, code };
}

async function openRooms(dataDir: string): Promise<{ house: House; clock: ReturnType<typeof handClock> }> {
  const clock = handClock();
  const store = openSqlite({ file: join(dataDir, 'rooms.db') });
  const house = openHouse({ store, clock, watch: quietWatch(), timeScale: 1, idleAfter: 1000 }, tick);
  cleanUp(() => store.close());
  return { house, clock };
}

test('a room without a connection leaves memory after its time, and comes back as it was', async () => {
  const { dataDir, code } = await playedRoom();
  const { house, clock } = await openRooms(dataDir);
  const before = await visit(house, code, async (room) => room);
  clock.go(999);
  await settled(house);
  expect([...house.rooms.keys()]).toEqual([code]);
  clock.go(1000);
  await settled(house);
  expect(house.rooms.size).toBe(0);
  const after = await visit(house, code, async (room) => room);
  expect(after).not.toBe(before);
  expect(after?.game).toEqual(before?.game);
  expect(after?.stored).toEqual(before?.stored);
});

test('a room that somebody is on the way into stays', async () => {
  const { dataDir, code } = await playedRoom();
  const { house, clock } = await openRooms(dataDir);
  const first = await visit(house, code, async (room) => room);
  const { promise, resolve } = Promise.withResolvers<null>();
  const visiting = visit(house, code, () => promise);
  clock.go(1000);
  const waiting = visit(house, code, async (room) => room);
  resolve(null);
  await Promise.all([visiting, settled(house)]);
  expect(await waiting).toBe(first);
  expect(house.rooms.size).toBe(1);
});

test('codes that no room has take no memory', async () => {
  const { dataDir } = await playedRoom();
  const { house } = await openRooms(dataDir);
  expect(await visit(house, '222222', async () => 'found')).toBeNull();
  expect(house.rooms.size).toBe(0);
});

test('a match that was begun under other rules is refused, and a new one can be opened', async () => {
  const { dataDir, code } = await playedRoom();
  const store = openSqlite({ file: join(dataDir, 'rooms.db') });
  const found = await store.room(code);
  const kept = found === null ? null : await store.match({ room: code, match: found.room.match });
  if (found === null || kept === null) throw new Error('the room was stored');
  const old = { id: 'by-other-rules', setup: { ...kept.setup, rules: 0 } };
  const room = { ...found.room, match: old.id };
  expect(await store.saveRoom({ room, revision: found.revision + 1, match: old, at: 0 })).toBe('saved');
  await store.close();
  const player = await connect(await startServer({ dataDir }));
  expect(await player.ask('join', { code })).toMatchObject({ ok: false, code: 'room/old-rules' });
  expect(await player.ask('resume', { code, secret: 'A'.repeat(43) })).toMatchObject({ code: 'room/old-rules' });
  expect(good(await enterBotRoom(player)).ok).toBe(true);
});
