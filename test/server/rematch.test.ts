import { expect, test } from 'vitest';
import { play } from './driver.ts';
import { connect, enterBotRoom, enterPair, startServer } from './harness.ts';

test('against the bot a rematch begins at once, with swapped roles', async () => {
  const player = await connect(await startServer());
  const entered = await enterBotRoom(player, { role: 'server', closer: 'server' });
  expect(await player.ask('rematch', { match: entered.match })).toMatchObject({ code: 'rematch/not-finished' });
  await play(player, entered);
  expect(await player.ask('rematch', { match: entered.match })).toEqual({ ok: true });
  const second = await player.hear('snapshot', (one) => one.match !== entered.match);
  expect(second.view).toMatchObject({ role: 'client', phase: 'playing' });
  expect(second.room.ends).toMatchObject({ client: { keeper: 'human' }, server: { keeper: 'bot' } });
  // Its answer was lost: asking again is no mistake, and opens no third match.
  expect(await player.ask('rematch', { match: entered.match })).toEqual({ ok: true });
  await play(player, second);
});

test('between friends it begins when both have asked', async () => {
  const server = await startServer();
  const { host, friend, first, second } = await enterPair(server);
  await Promise.all([play(host, first), play(friend, second)]);
  const match = first.match;
  expect(await host.ask('rematch', { match })).toEqual({ ok: true });
  expect((await friend.hear('room', (room) => room.rematch.length > 0)).rematch).toEqual(['client']);
  expect(await friend.ask('rematch', { match })).toEqual({ ok: true });
  const [forHost, forFriend] = await Promise.all(
    [host, friend].map((one) => one.hear('snapshot', (snapshot) => snapshot.match !== match)),
  );
  expect(forHost).toMatchObject({ view: { role: 'server', phase: 'playing' }, room: { rematch: [] } });
  expect(forFriend).toMatchObject({ match: forHost?.match, view: { role: 'client' } });
});

test('it survives a restart between the two requests', async () => {
  const server = await startServer();
  const { host, friend, first, second } = await enterPair(server);
  await Promise.all([play(host, first), play(friend, second)]);
  await host.ask('rematch', { match: first.match });
  await server.close();
  const again = await startServer({ dataDir: server.config.dataDir });
  const back = await connect(again);
  const { code, secret } = second;
  expect(await back.ask('resume', { code, secret })).toMatchObject({ room: { rematch: ['client'] } });
  expect(await back.ask('rematch', { match: first.match })).toEqual({ ok: true });
  expect((await back.hear('snapshot')).view.role).toBe('client');
});
