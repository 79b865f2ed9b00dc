/** A damaged room is closed, and says so; the others live. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { move, newest, play } from './driver.ts';
import { connect, enterBotRoom, enterPair, type Server, startServer } from './harness.ts';

function spoil({ config }: Server, sql: string, match: string): void {
  const db = new DatabaseSync(join(config.dataDir, 'rooms.db'));
  db.prepare(sql).run(match);
  db.close();
}

test('nobody gets into a room whose log is damaged; its neighbours play on', async () => {
  const server = await startServer();
  const [player, neighbour] = [await connect(server), await connect(server)];
  const { code, secret, match } = await enterBotRoom(player);
  const other = await enterBotRoom(neighbour);
  await server.close();
  spoil(server, `update command set body = replace(body, '"at":0', '"at":1') where match = ? and version = 1`, match);

  const again = await startServer({ dataDir: server.config.dataDir });
  const back = await connect(again);
  const refusal = { ok: false, code: 'room/damaged' };
  expect(await back.ask('resume', { code, secret })).toMatchObject(refusal);
  expect(await back.ask('join', { code })).toMatchObject(refusal);
  expect(again.lines.filter((line) => line.includes('a damaged room was closed'))).toHaveLength(1);
  const next = await back.ask('resume', { code: other.code, secret: other.secret });
  if (!next.ok) throw new Error(next.code);
  await play(back, next);
});

test('who is in a room when the damage is found hears of it, and no move is taken', async () => {
  const server = await startServer();
  const { host, friend, first } = await enterPair(server);
  spoil(server, `update match set hash = 'another' where id = ?`, first.match);
  const { match, version } = newest(host, first);
  const command = { id: 'before-all', match, basedOn: version, role: 'client', move: { type: 'wait' } } as const;
  expect(await host.ask('command', command)).toMatchObject({ code: 'room/damaged' });
  await friend.hear('refused', ({ code }) => code === 'room/damaged');
  expect(await friend.ask('leave', {})).toMatchObject({ code: 'protocol/not-seated' });
  // Elsewhere life goes on, also for them.
  expect(await move(host, await enterBotRoom(host), { type: 'wait' })).toMatchObject({ ok: true });
});
