import { expect, test } from 'vitest';
import { move, newest } from './driver.ts';
import { calmRoom, connect, enterBotRoom, enterPair, good, startServer } from './harness.ts';

const ghostSyn = { type: 'send', flags: ['SYN'], seq: 77, ack: null, payload: null } as const;
const wait = { type: 'wait' } as const;

test('in a free room a wrong segment leaves, and the verdict comes with it as a comment', async () => {
  const { host, friend, first } = await enterPair(await startServer(), { judging: 'free' });
  const now = newest(host, first);
  expect(now.view).toMatchObject({ judging: 'free', own: { decision: [{ type: 'called' }] } });
  expect(await move(host, now, ghostSyn)).toMatchObject({ verdict: { field: 'seq', given: 77 } });
  const update = await host.hear('update', ({ events }) => events.some(({ type }) => type === 'broke'));
  expect(update.events.map(({ type }) => type)).toEqual(['broke', 'sent']);
  expect(update.view).toMatchObject({ own: { decision: [] }, flights: [{ header: { seq: 77 } }] });
  // The boat is for everybody to see; that it breaks a rule is not.
  const told = await friend.hear('update', ({ events }) => events.some(({ type }) => type === 'sent'));
  expect(told.events.map(({ type }) => type)).toEqual(['sent']);
});

test('it is still free after a restart, and in the rematch', async () => {
  const server = await startServer();
  const player = await connect(server);
  const entered = await enterBotRoom(player, { judging: 'free' });
  await move(player, entered, wait);
  await server.close();
  const again = await startServer({ dataDir: server.config.dataDir });
  const back = await connect(again);
  const resumed = good(await back.ask('resume', { code: entered.code, secret: entered.secret }));
  expect(resumed.view).toMatchObject({ judging: 'free', own: { decision: [{ type: 'standstill' }] } });
  expect(resumed.history.map(({ type }) => type)).toContain('broke');
  await move(back, resumed, wait);
  const over = await back.hear('snapshot', ({ view }) => view.phase === 'finished');
  expect(over.history.at(-1)).toMatchObject({ type: 'finished', closed: false });
  await back.ask('rematch', { match: entered.match });
  expect((await back.hear('snapshot', (one) => one.match !== entered.match)).view.judging).toBe('free');
});

test('a room is strict unless somebody wants it free', async () => {
  const player = await connect(await startServer());
  const { judging: _, ...rest } = calmRoom;
  const answer: unknown = await player.socket.emitWithAck('create', rest);
  expect(answer).toMatchObject({ ok: true, view: { judging: 'strict' } });
  const odd: unknown = await player.socket.emitWithAck('create', { ...rest, judging: 'lenient' });
  expect(odd).toMatchObject({ ok: false, code: 'protocol/malformed' });
});
