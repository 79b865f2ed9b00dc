import { describe, expect, test } from 'vitest';
import { type FloodAction, offered, playFlood, readCookie } from '../../../shared/lessons/flood.ts';
import { closingOf, newHalfClose, pierOf, possibleCloses } from '../../../shared/lessons/halfClose.ts';
import { keyOf } from '../../../shared/lessons/isnMachine.ts';
import { actAll, act, idleEnd, newStrait, type StraitAction } from '../../../shared/lessons/strait.ts';
import { bellOf } from '../../../shared/lessons/straitStory.ts';
import { newExperiment, outcomeOf, payment, possibleMoves } from '../../../shared/lessons/timeWait.ts';

const arrive = (name: string): StraitAction => ({ type: 'arrive', name });
const lose = (name: string): StraitAction => ({ type: 'lose', name });

describe('a strait in the player’s hand', () => {
  const idle = newStrait({ client: idleEnd([100]), server: idleEnd([300]) }, 5000);
  test('nothing arrives by itself, and what is not possible changes nothing', () => {
    const opened = act(idle, { type: 'open', host: 'client' });
    expect(opened.afloat.map(({ name }) => name)).toEqual(['SYN 1']);
    expect(opened.ends.server.tcb.state).toBe('CLOSED');
    expect(act(opened, arrive('ACK 1'))).toBe(opened);
    expect(act(idle, { type: 'wait' })).toBe(idle);
  });
  test('waiting rings the next timer; a segment older than MSL sinks on the way', () => {
    let strait = act(idle, { type: 'open', host: 'client' });
    expect(bellOf(strait)).toMatchObject({ host: 'client', timer: 'retransmission', at: 1000 });
    for (let n = 0; n < 3; n += 1) strait = act(strait, { type: 'wait' });
    expect(strait.now).toBe(7000);
    expect(strait.history.flatMap(({ type, at }) => (type === 'sent' || type === 'lost' ? [[type, at]] : []))).toEqual([
      ['sent', 0],
      ['sent', 1000],
      ['sent', 3000],
      ['lost', 5000],
      ['lost', 6000],
      ['sent', 7000],
    ]);
  });
  test('places in the story are 0, 1, 2, ...', () => {
    const strait = newExperiment({ experiment: 'old-duplicate', timeWait: true });
    expect(strait.history.map(({ n }) => n)).toEqual(strait.history.map((_, n) => n));
  });
});

describe('two directions', () => {
  const four = [
    { type: 'close', host: 'client' },
    arrive('FIN,ACK 1'),
    arrive('ACK 1'),
    { type: 'close', host: 'server' },
    arrive('FIN,ACK 2'),
    arrive('ACK 2'),
  ] as const satisfies readonly StraitAction[];

  test('close one after the other, with four segments', () => {
    const half = actAll(newHalfClose('nothing'), four.slice(0, 3));
    expect([pierOf(half, 'client'), pierOf(half, 'server')]).toEqual(['closed', 'open']);
    expect(possibleCloses(half).map(({ type }) => type)).toEqual(['send', 'close']);
    const over = actAll(half, four.slice(3));
    expect(closingOf(over)).toEqual({ waves: 4, usedHalf: false, crossed: false, over: true });
    expect(possibleCloses(over)).toEqual([{ type: 'wait' }]);
  });
  test('half-closed, the server still sends', () => {
    const send = { type: 'send', host: 'server', text: 'one more parcel' } as const;
    const used = actAll(newHalfClose('nothing'), [...four.slice(0, 3), send, arrive('DATA 1'), arrive('ACK 2')]);
    expect(closingOf(used)).toMatchObject({ usedHalf: true, over: false });
    expect(closingOf(actAll(newHalfClose('nothing'), [send, arrive('DATA 1')]))).toMatchObject({ usedHalf: false });
  });
  test('three where the application closes before the ACK has left', () => {
    const three = actAll(newHalfClose('closes-at-once'), [four[0], four[1], arrive('FIN,ACK 2'), arrive('ACK 1')]);
    expect(closingOf(three)).toEqual({ waves: 3, usedHalf: false, crossed: false, over: true });
  });
  test('FINs that cross', () => {
    const crossed = actAll(newHalfClose('nothing'), [
      four[0],
      four[3],
      ...['FIN,ACK 1', 'FIN,ACK 2', 'ACK 1', 'ACK 2'].map(arrive),
    ]);
    expect(closingOf(crossed)).toEqual({ waves: 4, usedHalf: false, crossed: true, over: true });
  });
});

describe('2MSL', () => {
  test.each([
    [true, 'ACK 2', 'in-order'],
    [false, 'RST 1', 'by-reset'],
  ] as const)('the last ACK is lost, TIME-WAIT %s: the repeated FIN gets %s', (timeWait, answer, outcome) => {
    const choice = { experiment: 'last-ack', timeWait } as const;
    const strait = actAll(newExperiment(choice), [
      { type: 'close', host: 'server' },
      arrive('FIN,ACK 1'),
      lose('ACK 1'),
      { type: 'wait' },
      arrive('FIN,ACK 2'),
      arrive(answer),
    ]);
    expect(outcomeOf(choice, strait)).toBe(outcome);
    expect(strait.ends.server.tcb.state).toBe('CLOSED');
  });
  test('without a loss there is nothing to see', () => {
    const choice = { experiment: 'last-ack', timeWait: true } as const;
    const strait = actAll(newExperiment(choice), [
      { type: 'close', host: 'server' },
      arrive('FIN,ACK 1'),
      arrive('ACK 1'),
    ]);
    expect(outcomeOf(choice, strait)).toBe('open');
  });

  const open: StraitAction = { type: 'open', host: 'client' };
  const handshake = [open, ...['SYN 1', 'SYN,ACK 1', 'ACK 3'].map(arrive)];
  test('without TIME-WAIT an old payment is booked again', () => {
    const choice = { experiment: 'old-duplicate', timeWait: false } as const;
    const strait = actAll(newExperiment(choice), [...handshake, arrive('DATA 1')]);
    expect(outcomeOf(choice, strait)).toBe('polluted');
    expect(strait.history.filter((told) => told.type === 'delivered' && told.text === payment).length).toBe(2);
  });
  test('with TIME-WAIT the sockets are taken until it has died', () => {
    const choice = { experiment: 'old-duplicate', timeWait: true } as const;
    const tried = act(newExperiment(choice), open);
    expect(tried.failed).toBe('connection already exists');
    expect(possibleMoves(choice, tried).map(({ type }) => type)).toEqual(['open', 'wait', 'arrive']);
    const strait = actAll(tried, [{ type: 'wait' }, ...handshake]);
    expect(outcomeOf(choice, strait)).toBe('clean');
    expect(strait.history.some(({ type }) => type === 'lost')).toBe(true);
  });
});

const play = (cookies: boolean, actions: readonly FloodAction[]) =>
  playFlood({ cookies, backlog: 8, key: keyOf('lighthouse') }, actions);

describe('a flood', () => {
  const connect: FloodAction = { type: 'connect' };
  const wait: FloodAction = { type: 'wait' };
  const flood: readonly FloodAction[] = [
    { type: 'forge', count: 3 },
    { type: 'forge', count: 9 },
  ];

  test('a client in calm water gets all that it offers', () => {
    expect(play(false, [connect])).toMatchObject({ event: 'connected', terms: offered, cookie: null, now: 0 });
  });
  test('without cookies the backlog fills, and the client tries for three minutes in vain', () => {
    const full = play(false, flood);
    expect(full.places.every((place) => place !== null)).toBe(true);
    expect([full.event, full.counts]).toEqual(['dropped', { kept: 8, dropped: 4, cookies: 0 }]);
    const asked = play(false, [...flood, connect]);
    expect(asked).toMatchObject({ event: 'no-room', client: { state: 'SYN-SENT', tries: 1 }, counts: { cookies: 0 } });
    const again = play(false, [...flood, connect, wait, wait]);
    expect(again).toMatchObject({ event: 'again', client: { tries: 3 }, now: 3000, counts: { cookies: 0 } });
    // The attacker does not rest.
    expect(again.counts.dropped).toBe(full.counts.dropped + 16);
    const over = play(false, [...flood, connect, ...Array.from({ length: 8 }, () => wait)]);
    expect(over).toMatchObject({ event: 'gave-up', client: { state: 'CLOSED', error: 'ETIMEDOUT' } });
    expect(over.now).toBeGreaterThanOrEqual(180_000);
  });
  test('with cookies the client is connected, with less than it offered', () => {
    const there = play(true, [...flood, connect]);
    expect(there).toMatchObject({
      event: 'connected',
      counts: { kept: 8, cookies: 4 },
      client: { state: 'ESTABLISHED' },
    });
    expect(there.terms).toEqual({ mss: 1400, windowScale: false, sack: false, timestamps: false });
    expect(readCookie(there.cookie ?? 0)).toMatchObject({ index: 5, mss: 1400 });
  });
  test('a place is free again when nobody answers', () => {
    const freed = play(false, [...flood, wait]);
    expect(freed.event).toBe('freed');
    expect(freed.places.every((place) => place === null)).toBe(true);
    expect(play(false, [...flood, wait, connect]).event).toBe('connected');
    expect(play(false, [wait]).event).toBe('nothing');
  });
});
