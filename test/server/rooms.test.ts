import { describe, expect, test } from 'vitest';
import { codeAlphabet } from '../../shared/protocol/code.ts';
import { move, moveOrWait, newest } from './driver.ts';
import { calmRoom, connect, enterBotRoom, enterPair, good, startServer } from './harness.ts';

describe('create', () => {
  test('against the bot, one request leads to a match that waits for a decision', async () => {
    const player = await connect(await startServer());
    const entered = await enterBotRoom(player);
    expect(entered.code).toMatch(new RegExp(`^[${codeAlphabet}]{6}$`));
    expect(Buffer.from(entered.secret, 'base64url')).toHaveLength(32);
    expect(entered.view).toMatchObject({ role: 'client', phase: 'playing', peer: null });
    expect(entered.view.own?.decision).not.toEqual([]);
    expect(entered.history.map((told) => told.type)).toContain('started');
    expect(entered.room.ends).toEqual({
      client: { keeper: 'human', present: true, standIn: false },
      server: { keeper: 'bot', present: true, standIn: false },
    });
  });

  test('with a friend, the match waits until the friend is there', async () => {
    const server = await startServer();
    const host = await connect(server);
    const first = await enterBotRoom(host, { opponent: 'friend', role: 'server' });
    expect(first.view).toMatchObject({ role: 'server', phase: 'waiting' });
    expect(first.room.ends.client).toEqual({ keeper: 'nobody', present: false, standIn: false });
    const early = { id: 'too-early', match: first.match, basedOn: 0, role: 'server', move: { type: 'wait' } } as const;
    expect(await host.ask('command', early)).toMatchObject({ code: 'move/not-started' });

    const friend = await connect(server);
    const second = good(await friend.ask('join', { code: first.code }));
    expect(second.view).toMatchObject({ role: 'client', phase: 'playing' });
    const begun = await host.hear('update', (update) => update.view.phase === 'playing');
    expect(begun.version).toBe(second.version);
    expect(await host.hear('room', (room) => room.ends.client.present)).toEqual(second.room);
  });

  test('roles and closers are drawn where any will do', async () => {
    const player = await connect(await startServer());
    const seen = new Set<string | null>();
    while (seen.size < 2) seen.add((await enterBotRoom(player, { role: 'any', closer: 'any' })).view.role);
    expect(seen).toEqual(new Set(['client', 'server']));
  });
});

describe('join', () => {
  test('a code may be typed in lower case, with spaces and dashes', async () => {
    const server = await startServer();
    const [host, friend] = [await connect(server), await connect(server)];
    const { code } = await enterBotRoom(host, { opponent: 'friend' });
    const typed = ` ${code.slice(0, 3)} - ${code.slice(3)} `.toLowerCase();
    expect(good(await friend.ask('join', { code: typed })).code).toBe(code);
  });

  test('a room without a free end, and a code without a room, are refused', async () => {
    const server = await startServer();
    const { first } = await enterPair(server);
    const third = await connect(server);
    expect(await third.ask('join', { code: first.code })).toMatchObject({ ok: false, code: 'room/full' });
    const bots = await enterBotRoom(await connect(server));
    expect(await third.ask('join', { code: bots.code })).toMatchObject({ ok: false, code: 'room/full' });
    expect(await third.ask('join', { code: '222222' })).toMatchObject({ ok: false, code: 'room/unknown' });
  });

  test('of many who join at once, one gets the seat', async () => {
    const server = await startServer();
    const { code } = await enterBotRoom(await connect(server), { opponent: 'friend' });
    const crowd = await Promise.all(Array.from({ length: 8 }, () => connect(server)));
    const outcomes = await Promise.all(crowd.map((one) => one.ask('join', { code })));
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
  });
});

describe('resume', () => {
  test('the newest connection wins, and the older one is told and has no seat', async () => {
    const server = await startServer();
    const [older, newer] = [await connect(server), await connect(server)];
    const { code, secret, match, version } = await enterBotRoom(older);
    const again = good(await newer.ask('resume', { code, secret }));
    expect(again).toMatchObject({ match, version, code });
    expect(again.secret).not.toBe(secret);
    await older.hear('superseded');
    const late = { id: 'late-move', match, basedOn: version, role: 'client', move: { type: 'wait' } } as const;
    expect(await older.ask('command', late)).toMatchObject({ code: 'protocol/not-seated' });
    older.close();
    expect(good(await newer.ask('command', late)).ok).toBe(true);
  });

  test('a secret that no seat of the room has is refused', async () => {
    const server = await startServer();
    const { code } = await enterBotRoom(await connect(server));
    const thief = await connect(server);
    const secret = 'A'.repeat(43);
    expect(await thief.ask('resume', { code, secret })).toMatchObject({ code: 'seat/unknown' });
    expect(await thief.ask('resume', { code: '222222', secret })).toMatchObject({ code: 'room/unknown' });
  });

  test('who is away is shown as away, and time stands still until they are back', async () => {
    // So slow that the boat is under way during the whole test.
    const server = await startServer({ timeScale: 0.01 });
    const { host, friend, first, second } = await enterPair(server, { weather: 'calm' });
    const syn = await moveOrWait(host, first);
    if (syn === null) throw new Error('an active OPEN owes a SYN');
    await move(host, first, syn);
    const sailing = await host.hear('update', (update) => update.events.some((event) => event.type === 'sent'));
    expect(sailing.rate).toBeGreaterThan(0);

    friend.close();
    expect((await host.next('room', (room) => !room.ends.server.present)).ends.server).toEqual({
      keeper: 'human',
      present: false,
      standIn: false,
    });
    const stopped = newest(host, first);
    expect(stopped.rate).toBe(0);
    expect(stopped.view.flights).toHaveLength(1);

    const back = await connect(server);
    const returned = host.next('room');
    const again = good(await back.ask('resume', { code: second.code, secret: second.secret }));
    expect(again.rate).toBe(sailing.rate);
    expect((await returned).ends.server).toEqual({ keeper: 'human', present: true, standIn: false });
    expect(newest(host, first)).toMatchObject({ rate: sailing.rate, view: { now: stopped.view.now } });
    const versions = host.heard.flatMap((one) => (one.name === 'update' ? [one.content.version] : []));
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
  });
});

describe('leave', () => {
  test('the seat is free for whoever has the code, and its secret is worth nothing', async () => {
    const server = await startServer();
    const { host, friend, second } = await enterPair(server);
    expect(await friend.ask('leave', {})).toEqual({ ok: true });
    expect((await host.hear('room', (room) => room.ends.server.keeper === 'nobody')).ends.server.present).toBe(false);
    const { code, secret } = second;
    expect(await friend.ask('resume', { code, secret })).toMatchObject({ code: 'seat/unknown' });
    expect(await friend.ask('leave', {})).toMatchObject({ code: 'protocol/not-seated' });
    const other = await connect(server);
    const third = good(await other.ask('join', { code }));
    expect(third).toMatchObject({ match: second.match, view: { role: 'server', phase: 'playing' } });
  });

  test('a connection that enters another room is away from the first, and may come back', async () => {
    const server = await startServer();
    const { host, friend, second } = await enterPair(server);
    const own = await enterBotRoom(friend);
    expect(own.code).not.toBe(second.code);
    await host.hear('room', (room) => room.ends.server.keeper === 'human' && !room.ends.server.present);
    const returned = host.next('room', (room) => room.ends.server.present);
    const back = good(await friend.ask('resume', { code: second.code, secret: second.secret }));
    expect(back.match).toBe(second.match);
    await returned;
  });

  test('a refused request leaves the connection where it was', async () => {
    const player = await connect(await startServer());
    const entered = await enterBotRoom(player);
    expect(await player.ask('join', { code: '222222' })).toMatchObject({ code: 'room/unknown' });
    expect(await move(player, entered, { type: 'wait' })).toMatchObject({ ok: true });
  });
});

test('a room that nobody is connected to leaves memory and comes back from the store', async () => {
  const server = await startServer({}, { idleAfter: 1 });
  const player = await connect(server);
  const entered = await enterBotRoom(player);
  const { code, match, view } = entered;
  let { secret } = entered;
  player.close();
  for (let round = 0; round < 5; round += 1) {
    const back = await connect(server);
    const again = good(await back.ask('resume', { code, secret }));
    expect(again).toMatchObject({ match, view });
    ({ secret } = again);
    back.close();
  }
});

test('requests of one connection are answered in their order', async () => {
  const player = await connect(await startServer());
  const [first, second] = await Promise.all([
    player.ask('create', calmRoom),
    player.ask('create', calmRoom),
    player.ask('leave', {}),
  ]);
  expect(good(first).code).not.toBe(good(second).code);
  expect(await player.ask('leave', {})).toMatchObject({ code: 'protocol/not-seated' });
});
