import { expect, test } from 'vitest';
import type { SendMove } from '../../shared/judge/move.ts';
import type { Answers } from '../../shared/protocol/answer.ts';
import { move, moveOrWait, newest } from './driver.ts';
import { type Player, connect, enterBotRoom, enterPair, good, startServer } from './harness.ts';

const ghost = async (player: Player, match: string): Promise<Answers['ghost']> =>
  good(await player.ask('ghost', { match }));
const sends = ({ frames }: Answers['ghost']) =>
  frames.flatMap(({ events }) => events.flatMap((event) => (event.type === 'sent' ? [event] : [])));

test('what a refused move would have done comes instant by instant, and nothing of it happens', async () => {
  const { host, friend, first } = await enterPair(await startServer());
  const now = newest(host, first);
  const iss = now.view.own?.tcb.iss ?? 0;
  const wrong: SendMove = { type: 'send', flags: ['SYN', 'ACK'], seq: iss, ack: 0, payload: null };
  await move(host, now, wrong);
  const shown = await ghost(host, first.match);
  expect(sends(shown)).toMatchObject([
    { host: 'client', header: { flags: ['SYN', 'ACK'], seq: iss } },
    { host: 'server', header: { flags: ['RST'], seq: 0 } },
  ]);
  expect(shown.frames.map(({ view }) => view.now)).toEqual([0, 100, 200]);
  expect(shown.frames.map(({ rate }) => rate > 0)).toEqual([true, true, false]);
  for (const { view } of shown.frames)
    expect(view).toMatchObject({ peer: null, ends: { server: { keeper: 'human' } } });
  // The friend heard of no boat, and the decision is as it was.
  expect(JSON.stringify(friend.heard)).not.toContain('"sent"');
  expect(newest(host, first).view).toMatchObject({ now: 0, flights: [], own: { decision: [{ type: 'called' }] } });
  const right = await moveOrWait(host, newest(host, first));
  expect(await move(host, newest(host, first), right ?? wrong)).toMatchObject({ verdict: null });
});

test('only the last answer of this seat can be watched, and only where it was refused', async () => {
  const player = await connect(await startServer());
  const first = await enterBotRoom(player);
  const none = { ok: false, code: 'ghost/none' };
  expect(await player.ask('ghost', { match: first.match })).toMatchObject(none);
  await moveOrWait(player, first);
  expect(await player.ask('ghost', { match: first.match })).toMatchObject({ ok: true });
  expect(await player.ask('ghost', { match: 'another-match' })).toMatchObject({ ok: false, code: 'move/finished' });
  const syn: SendMove = {
    type: 'send',
    flags: ['SYN'],
    seq: first.view.own?.tcb.iss ?? 0,
    ack: null,
    payload: null,
  };
  await move(player, first, syn);
  expect(await player.ask('ghost', { match: first.match })).toMatchObject(none);
});

test('in a free room there is none: what is wrong happens', async () => {
  const player = await connect(await startServer());
  const first = await enterBotRoom(player, { judging: 'free' });
  await move(player, first, { type: 'send', flags: ['SYN'], seq: 7, ack: null, payload: null });
  expect(await player.ask('ghost', { match: first.match })).toMatchObject({ ok: false, code: 'ghost/none' });
});
