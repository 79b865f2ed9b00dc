import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import type { Request } from '../../shared/protocol/request.ts';
import { move, moveOrWait, newest } from './driver.ts';
import { connect, enterBotRoom, enterPair, good, startServer } from './harness.ts';

type Command = Request<'command'>;

test('a command that is asked again gets the same answer and does nothing twice', async () => {
  const player = await connect(await startServer());
  const { match, version, ...first } = await enterBotRoom(player);
  const syn = await moveOrWait(player, { match, version, ...first });
  if (syn === null) throw new Error('an active OPEN owes a SYN');
  const command: Command = { id: 'my-only-one', match, basedOn: version, role: 'client', move: syn };
  const answers = await Promise.all(Array.from({ length: 10 }, () => player.ask('command', command)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const story = player.heard.flatMap((one) => (one.name === 'update' ? one.content.events : []));
  expect(story.filter((told) => told.type === 'sent' && told.host === 'client')).toHaveLength(1);
});

test('the answer to a refused move is the same when it is asked again, also after a restart', async () => {
  const server = await startServer();
  const player = await connect(server);
  const { code, secret, match, version } = await enterBotRoom(player);
  const command: Command = { id: 'wrong-move', match, basedOn: version, role: 'client', move: { type: 'wait' } };
  const answer = good(await player.ask('command', command));
  expect(answer.verdict).not.toBeNull();
  await server.close();

  const back = await connect(await startServer({ dataDir: server.config.dataDir }));
  good(await back.ask('resume', { code, secret }));
  expect(await back.ask('command', command)).toEqual(answer);
});

test('another move under a used id is refused', async () => {
  const player = await connect(await startServer());
  const { match, version } = await enterBotRoom(player);
  const command: Command = { id: 'used-once', match, basedOn: version, role: 'client', move: { type: 'wait' } };
  good(await player.ask('command', command));
  const other = { type: 'send', flags: ['RST'], seq: 0, ack: null, payload: null } as const;
  expect(await player.ask('command', { ...command, move: { ...other, flags: ['RST'] } })).toMatchObject({
    code: 'move/other-command',
  });
  expect(await player.ask('command', { ...command, role: 'server' })).toMatchObject({ code: 'move/other-command' });
});

test('two seats may use the same id', async () => {
  const { host, friend, first, second } = await enterPair(await startServer());
  const { match, version } = first;
  const command = { id: 'same-name', match, basedOn: version, move: { type: 'wait' } } as const;
  const one = good(await host.ask('command', { ...command, role: 'client' }));
  const two = good(await friend.ask('command', { ...command, role: 'server' }));
  expect(two.version).toBeGreaterThan(one.version);
  expect(newest(friend, second).version).toBe(two.version);
});

test('the update of a move is there before its answer', async () => {
  const player = await connect(await startServer());
  const entered = await enterBotRoom(player);
  const { match, version } = entered;
  const answer = good(
    await player.ask('command', { id: 'first-move', match, basedOn: version, role: 'client', move: { type: 'wait' } }),
  );
  expect(newest(player, entered).version).toBe(answer.version);
});

test('a move that could not be stored is refused, changes nothing, and may be sent again', async () => {
  const server = await startServer();
  const player = await connect(server);
  const entered = await enterBotRoom(player);
  const { match, version } = entered;
  const db = new DatabaseSync(join(server.config.dataDir, 'rooms.db'));
  const command: Command = { id: 'no-room-left', match, basedOn: version, role: 'client', move: { type: 'wait' } };
  db.exec('alter table command rename to elsewhere');
  expect(await player.ask('command', command)).toMatchObject({ ok: false, code: 'server/failed' });
  expect(server.lines).toHaveLength(1);
  expect(newest(player, entered).version).toBe(version);
  db.exec('alter table elsewhere rename to command');
  db.close();
  expect(good(await player.ask('command', command)).version).toBe(version + 1);
});

test('time goes on when a store that failed is back', async () => {
  const server = await startServer({ timeScale: 20 });
  const player = await connect(server);
  const entered = await enterBotRoom(player);
  const syn = await moveOrWait(player, entered);
  if (syn === null) throw new Error('an active OPEN owes a SYN');
  await move(player, entered, syn);
  const db = new DatabaseSync(join(server.config.dataDir, 'rooms.db'));
  db.exec('alter table command rename to elsewhere');
  await vi.waitFor(() => expect(server.lines).not.toEqual([]), { timeout: 4000 });
  db.exec('alter table elsewhere rename to command');
  db.close();
  await player.hear('update', ({ events }) => events.some((told) => told.type === 'arrived' && told.host === 'server'));
  expect(newest(player, entered).version).toBeGreaterThan(entered.version + 2);
});
