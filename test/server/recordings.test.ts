import { expect, test } from 'vitest';
import { lastFrame } from '../../shared/game/film.ts';
import { developed } from '../../shared/protocol/recording.ts';
import { play } from './driver.ts';
import { connect, enterBotRoom, enterPair, good, startServer } from './harness.ts';

test('a match that has ended is given with its log, and folds to what was seen', async () => {
  const player = await connect(await startServer());
  const entered = await enterBotRoom(player);
  expect(await player.ask('recording', { match: entered.match })).toMatchObject({ code: 'recording/not-finished' });
  await play(player, entered);
  const { recording } = good(await player.ask('recording', { match: entered.match }));
  const reel = developed(recording);
  if (reel.type !== 'film') throw new Error(reel.type);
  const { history } = good(await player.ask('resume', { code: entered.code, secret: entered.secret }));
  expect(lastFrame(reel.film).match.history).toEqual(history);
});

test('it is still given after a rematch has begun, but to nobody from another room', async () => {
  const server = await startServer();
  const { host, friend, first, second } = await enterPair(server);
  await Promise.all([play(host, first), play(friend, second)]);
  const { match } = first;
  await host.ask('rematch', { match });
  await friend.ask('rematch', { match });
  await host.hear('snapshot', (one) => one.match !== match);
  expect(await friend.ask('recording', { match })).toMatchObject({ ok: true });
  const stranger = await connect(server);
  expect(await stranger.ask('recording', { match })).toMatchObject({ code: 'protocol/not-seated' });
  await enterBotRoom(stranger);
  expect(await stranger.ask('recording', { match })).toMatchObject({ code: 'recording/unknown' });
});
