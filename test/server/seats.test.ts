import { describe, expect, test } from 'vitest';
import { isDeciding, move, moveOrWait, newest } from './driver.ts';
import { handClock } from './handClock.ts';
import { calmRoom, connect, enterBotRoom, enterPair, good, newFolder, startServer } from './harness.ts';

const ticket = 'T'.repeat(43);

describe('secrets', () => {
  test('each use hands out a new one; the one before it is then worth nothing', async () => {
    const server = await startServer();
    const player = await connect(server);
    const first = await enterBotRoom(player);
    const { code } = first;
    const second = good(await player.ask('resume', { code, secret: first.secret }));
    const third = good(await player.ask('resume', { code, secret: second.secret }));
    expect(new Set([first.secret, second.secret, third.secret]).size).toBe(3);
    const thief = await connect(server);
    expect(await thief.ask('resume', { code, secret: first.secret })).toMatchObject({ code: 'seat/unknown' });
    expect(good(await player.ask('resume', { code, secret: third.secret })).code).toBe(code);
  });

  test('answers that get lost lock nobody out', async () => {
    const server = await startServer();
    const { code, secret } = await enterBotRoom(await connect(server));
    for (let lost = 0; lost < 6; lost += 1)
      expect(good(await (await connect(server)).ask('resume', { code, secret })).secret).not.toBe(secret);
  });

  test('the answer to a join may get lost: the same request again comes back to the seat that it took', async () => {
    const server = await startServer();
    const { code } = await enterBotRoom(await connect(server), { opponent: 'friend' });
    const lost = good(await (await connect(server)).ask('join', { code, ticket }));
    const again = good(await (await connect(server)).ask('join', { code, ticket }));
    expect(again.view.role).toBe(lost.view.role);
    expect(again.secret).not.toBe(lost.secret);
    // A page that was loaded again meanwhile knows the ticket as its secret.
    expect(good(await (await connect(server)).ask('resume', { code, secret: ticket })).view.role).toBe('server');
    const other = await connect(server);
    expect(await other.ask('join', { code, ticket: 'U'.repeat(43) })).toMatchObject({ code: 'room/full' });
    good(await other.ask('resume', { code, secret: again.secret }));
    expect(await other.ask('join', { code, ticket })).toMatchObject({ code: 'room/full' });
  });

  test('a seat lives 90 minutes and longer, over restarts of the server', async () => {
    const dataDir = newFolder();
    const clock = handClock();
    const server = await startServer({ dataDir }, { clock });
    const player = await connect(server);
    const { code, match, ...first } = await enterBotRoom(player);
    let { secret } = first;
    player.close();
    await server.close();
    for (const minutes of [91, 200]) {
      clock.go(minutes * 60_000);
      const again = await startServer({ dataDir }, { clock });
      const back = good(await (await connect(again)).ask('resume', { code, secret }));
      expect(back.match).toBe(match);
      ({ secret } = back);
      await again.close();
    }
  });
});

describe('a connection that nobody has ended', () => {
  test('does not lock its owner out: the newest one has the seat at once', async () => {
    const server = await startServer();
    const [halfOpen, newer] = [await connect(server), await connect(server)];
    const { code, secret, match, version } = await enterBotRoom(halfOpen);
    // From here on it hears nothing and says nothing, but its socket is open.
    const began = Date.now();
    good(await newer.ask('resume', { code, secret }));
    const command = { id: 'right-away', match, basedOn: version, role: 'client', move: { type: 'wait' } } as const;
    good(await newer.ask('command', command));
    expect(Date.now() - began).toBeLessThan(4000);
    halfOpen.close();
    await newer.ask('command', { ...command, id: 'and-later' });
    expect(newer.heard.every((message) => message.name !== 'room' || message.content.ends.client.present)).toBe(true);
  });
});

/** The friend of a pair has gone away, so many seconds ago. */
async function left(standIn: number | null, seconds: number) {
  const clock = handClock();
  const server = await startServer({ timeScale: 1 }, { clock });
  const pair = await enterPair(server, { standIn });
  pair.friend.close();
  await pair.host.hear('room', ({ ends }) => ends.server.keeper === 'human' && !ends.server.present);
  clock.go(seconds * 1000);
  return { clock, server, ...pair };
}

describe('a player who stays away', () => {
  test('is replaced by the bot after the time of the room, and takes over again when back', async () => {
    const { clock, server, host, first, second } = await left(30, 29);
    const { code } = first;
    expect(newest(host, first)).toMatchObject({ rate: 0, view: { ends: { server: { keeper: 'human' } } } });
    const syn = await moveOrWait(host, newest(host, first));
    if (syn === null) throw new Error('an active OPEN owes a SYN');
    await move(host, newest(host, first), syn);
    expect(newest(host, first).rate).toBe(0);

    clock.go(30_000);
    const room = await host.hear('room', ({ ends }) => ends.server.standIn);
    expect(room.ends.server).toEqual({ keeper: 'human', present: false, standIn: true });
    const taken = await host.hear('update', ({ events }) => events.some((told) => told.type === 'standIn'));
    expect(taken).toMatchObject({ view: { ends: { server: { keeper: 'bot' } } } });
    expect(taken.rate).toBeGreaterThan(0);
    // The boat crosses, the bot answers, its answer crosses.
    for (let now = 30_000; !isDeciding(newest(host, first)) && now < 60_000; now += 500) {
      clock.go(now);
      // Whatever the clock has set going has been told when this is answered.
      await host.ask('board', { level: 'est-03-third-ack', player: null });
    }
    expect(newest(host, first).view.own?.tcb.state).toBe('ESTABLISHED');
    expect(isDeciding(newest(host, first))).toBe(true);

    const back = await connect(server);
    const returned = host.next('room', ({ ends }) => ends.server.present);
    const again = good(await back.ask('resume', { code, secret: second.secret }));
    expect(again.view).toMatchObject({ role: 'server', ends: { server: { keeper: 'human' } } });
    expect(again.view.own?.tcb.state).toBe('SYN-RECEIVED');
    expect(again.history.filter((told) => told.type === 'standIn').map((told) => told.begins)).toEqual([true, false]);
    expect((await returned).ends.server).toEqual({ keeper: 'human', present: true, standIn: false });
  });

  test('is waited for where the room says so', async () => {
    const { clock, host, first } = await left(null, 3600);
    clock.go(7_200_000);
    expect(good(await host.ask('command', waitOf(first))).ok).toBe(true);
    expect(newest(host, first).view.ends.server.keeper).toBe('human');
  });

  test('is not replaced while nobody is there to play with', async () => {
    const { clock, server, host, first } = await left(5, 1);
    host.close();
    const watcher = await connect(server);
    await watcher.ask('board', { level: 'est-03-third-ack', player: null });
    clock.go(60_000);
    const back = good(await watcher.ask('resume', { code: first.code, secret: first.secret }));
    expect(back.view.ends.server.keeper).toBe('human');
    expect(back.room.ends.server).toEqual({ keeper: 'human', present: false, standIn: false });
    clock.go(120_000);
    await watcher.hear('room', ({ ends }) => ends.server.standIn);
  });

  test('or who has left is replaced too, until somebody takes the end', async () => {
    const clock = handClock();
    const server = await startServer({ timeScale: 1 }, { clock });
    const { host, friend, first } = await enterPair(server, { standIn: 5 });
    good(await friend.ask('leave', {}));
    await host.hear('room', ({ ends }) => ends.server.keeper === 'nobody');
    clock.go(5000);
    expect((await host.hear('room', ({ ends }) => ends.server.standIn)).ends.server.keeper).toBe('nobody');
    const third = good(await (await connect(server)).ask('join', { code: first.code }));
    expect(third.view.ends.server.keeper).toBe('human');
    expect((await host.hear('room', ({ ends }) => ends.server.present)).ends.server.standIn).toBe(false);
  });
});

const waitOf = ({ match, version }: { readonly match: string; readonly version: number }) =>
  ({ id: `wait-${match}`, match, basedOn: version, role: 'client', move: { type: 'wait' } }) as const;

test('the time after which the bot stands in is the choice of the room, 60 seconds where nothing is said', async () => {
  const player = await connect(await startServer());
  expect((await enterBotRoom(player, { standIn: 300 })).room.standIn).toBe(300);
  const { standIn: _, ...silent } = calmRoom;
  const answer: unknown = await player.socket.emitWithAck('create', silent);
  expect(answer).toMatchObject({ ok: true, room: { standIn: 60 } });
  for (const wrong of [4, 3601, 7.5, '60'])
    expect(await player.socket.emitWithAck('create', { ...calmRoom, standIn: wrong })).toMatchObject({
      code: 'protocol/malformed',
    });
});
