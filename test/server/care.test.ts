import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { realClock } from '../../server/clock.ts';
import { play } from './driver.ts';
import { type Server, connect, enterBotRoom, good, newFolder, startServer } from './harness.ts';

const count = (server: Server, table: 'room' | 'archive' | 'command'): number => {
  const db = new DatabaseSync(join(server.config.dataDir, 'rooms.db'), { readOnly: true });
  const row = db.prepare(`select count(*) as n from ${table}`).get();
  db.close();
  return Number(row?.['n']);
};

test('a match that has ended is archived when everybody has gone, and wakes for whoever comes back', async () => {
  const server = await startServer({}, { idleAfter: 50 });
  const player = await connect(server);
  const entered = await enterBotRoom(player);
  const end = await play(player, entered);
  player.close();
  await vi.waitFor(() => expect(count(server, 'archive')).toBe(1), { timeout: 4000 });
  expect([count(server, 'room'), count(server, 'command')]).toEqual([0, 0]);
  const again = await connect(server);
  const { code, secret } = entered;
  const back = good(await again.ask('resume', { code, secret }));
  expect(back).toMatchObject({ match: end.match, history: end.history, view: { phase: 'finished' } });
  expect(await again.ask('rematch', { match: end.match })).toEqual({ ok: true });
  expect(count(server, 'archive')).toBe(0);
});

test('a match that is still played is not, when its players have gone for a while', async () => {
  const server = await startServer({}, { idleAfter: 50 });
  const player = await connect(server);
  await enterBotRoom(player);
  player.close();
  const metrics = async (): Promise<string> => (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  await vi.waitFor(async () => expect(await metrics()).toContain('\nackward_rooms 0\n'), { timeout: 4000 });
  expect([count(server, 'room'), count(server, 'archive')]).toEqual([1, 0]);
});

const day = 86_400_000;

/** A server that begins so many days later on the same store, and waits for nothing long. */
const later = (dataDir: string, days: number): Promise<Server> =>
  startServer(
    { dataDir },
    {
      clock: {
        now: () => 20 * realClock.now(),
        date: () => realClock.date() + days * day,
        wake: (at, call) => realClock.wake(at / 20, call),
      },
    },
  );

const rests = (server: Server): Promise<void> =>
  vi.waitFor(() => expect([count(server, 'room'), count(server, 'archive')]).toEqual([0, 1]), { timeout: 4000 });

test('after a day a room rests wherever its match stands, and its seats are kept', async () => {
  const dataDir = newFolder();
  const first = await startServer({ dataDir });
  const { code, secret, match } = await enterBotRoom(await connect(first));
  await first.close();
  const early = await later(dataDir, 0.9);
  await new Promise((resolve) => realClock.wake(realClock.now() + 1000, () => resolve(null)));
  expect([count(early, 'room'), count(early, 'archive')]).toEqual([1, 0]);
  await early.close();
  const next = await later(dataDir, 1.1);
  await rests(next);
  expect(good(await (await connect(next)).ask('resume', { code, secret }))).toMatchObject({ match });
});

test('after thirty days it is gone, and so is every nickname', async () => {
  const dataDir = newFolder();
  const first = await startServer({ dataDir });
  const { code, secret } = await enterBotRoom(await connect(first));
  await first.close();
  const second = await later(dataDir, 29);
  await rests(second);
  const db = new DatabaseSync(join(dataDir, 'rooms.db'));
  db.prepare(
    `insert into run (level, version, player, nickname, stars, points, thinking, seed, log, at, sum)
      values ('est-03-third-ack', 1, 'p', 'Ada Lovelace', 3, 1, 1, 1, '[]', ?, 'sum')`,
  ).run(realClock.date());
  db.close();
  await second.close();
  const third = await later(dataDir, 31);
  await vi.waitFor(() => expect(count(third, 'archive')).toBe(0), { timeout: 4000 });
  const player = await connect(third);
  expect(await player.ask('resume', { code, secret })).toMatchObject({ ok: false, code: 'room/unknown' });
  await third.close();
  expect(readFileSync(join(dataDir, 'rooms.db'), 'latin1')).not.toContain('Lovelace');
});
