/** The timers: RFC 6298, R1 and R2, the user's patience, delayed ACKs, and 3.10.8. */
import { describe, expect, test } from 'vitest';
import {
  closed,
  closeWait,
  established,
  finWait1,
  lastAck,
  numberings,
  synCrossed,
  synReceived,
  synSent,
  timeWait,
  type World,
} from './world.ts';

const [plain] = numberings;
const ack = (number: number): string => `<SEQ=1><ACK=${number}><CTL=ACK>`;

describe('retransmission: RFC 6298', () => {
  test('the first time-out is 1 s after the segment left', () => {
    expect(synSent(plain).due('retransmission')).toBe(1000);
    expect(synSent(plain, { initialRto: 3000 }).due('retransmission')).toBe(3000);
    expect(synSent(plain).clauses).toContain('rto-start');
  });
  test.each([
    ['SYN', synSent, 'SYN-SENT <SEQ=0><CTL=SYN>'],
    ['SYN,ACK', synReceived, 'SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>'],
    ['SYN,ACK of a simultaneous open', synCrossed, 'SYN-RECEIVED <SEQ=0><ACK=1><CTL=SYN,ACK>'],
    ['FIN', finWait1, 'FIN-WAIT-1 <SEQ=1><ACK=1><CTL=FIN,ACK>'],
    ['FIN in LAST-ACK', lastAck, 'LAST-ACK <SEQ=1><ACK=2><CTL=FIN,ACK>'],
  ])('a lost %s goes again, with the same numbers', (_what, build, does) => {
    const world = build(plain).expire('retransmission');
    expect(world.did).toBe(does);
    expect(world.clauses).toContain('retransmission');
    expect(world.clauses).toContain('rto-backoff');
    expect(world.effects.find(({ type }) => type === 'sendSegment')).toMatchObject({ retransmission: true });
  });
  test('5.5: the interval doubles, up to 60 s', () => {
    let world = synSent(plain, { r2: null });
    const dues: number[] = [];
    for (let i = 0; i < 9; i++) {
      const due = world.due('retransmission') ?? 0;
      dues.push(due - world.now);
      world = world.expire('retransmission');
    }
    expect(dues).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });
  test('2.2: the first sample sets SRTT, RTTVAR and RTO', () => {
    const { rtt } = synSent(plain).after(800).gets('<SEQ=0><ACK=1><CTL=SYN,ACK>').tcb;
    expect(rtt).toMatchObject({ srtt: 800, rttvar: 400, rto: 2400 });
  });
  test('2.3: later samples move them by 1/8 and 1/4', () => {
    const open = synSent(plain).after(800).gets('<SEQ=0><ACK=1><CTL=SYN,ACK>').send(5);
    expect(open.due('retransmission')).toBe(3200);
    const { rtt } = open.after(1600).gets(ack(6)).tcb;
    expect(rtt).toMatchObject({ srtt: 900, rttvar: 500, rto: 2900 });
  });
  test('2.4: RTO is never below 1 s, 2.5: nor above 60 s', () => {
    expect(synSent(plain).after(10).gets('<SEQ=0><ACK=1><CTL=SYN,ACK>').tcb.rtt.rto).toBe(1000);
    expect(synSent(plain).after(50_000).gets('<SEQ=0><ACK=1><CTL=SYN,ACK>').tcb.rtt.rto).toBe(60_000);
  });
  test('2.3: a steady round trip keeps one granule of variance', () => {
    const open = synSent(plain, { leastRto: 0 }).gets('<SEQ=0><ACK=1><CTL=SYN,ACK>');
    expect(open.tcb.rtt).toMatchObject({ srtt: 0, rttvar: 0, rto: 1 });
  });
  test('the sample is that of the latest segment acknowledged', () => {
    const open = established(plain).send(5).after(300).send(5);
    const { rtt } = open.after(100).gets(ack(11)).tcb;
    expect(rtt.srtt).toBe(0 + 100 / 8);
  });
  test('a segment that is acknowledged in part gives no sample', () => {
    const before = established(plain).tcb.rtt;
    expect(established(plain).send(5).after(900).gets(ack(3)).tcb.rtt).toEqual(before);
  });
  test('Karn: a segment that was sent twice gives no sample (MUST-18)', () => {
    const before = established(plain).send(5).expire('retransmission');
    const after = before.after(100).gets(ack(6));
    expect(after.tcb.rtt).toEqual(before.tcb.rtt);
    expect(after.tcb.rtt.rto).toBe(2000);
    // One that was sent once, acknowledged together with it, gives none either.
    const both = established(plain).send(5).send(5).expire('retransmission');
    expect(both.after(100).gets(ack(11)).tcb.rtt).toEqual(both.tcb.rtt);
  });
  test('Karn: a SYN that left again as SYN,ACK gives no sample', () => {
    const world = synCrossed(plain).after(300).gets(ack(1));
    expect(world.tcb.rtt.srtt).toBeNull();
  });
  test('the backed-off value stays until a sample is taken', () => {
    const late = established(plain).send(5).expire('retransmission').gets(ack(6)).send(5);
    expect((late.due('retransmission') ?? 0) - late.now).toBe(2000);
  });
  test('5.2: it stops when all is acknowledged', () => {
    const world = established(plain).send(5).gets(ack(6));
    expect(world.due('retransmission')).toBeNull();
    expect(world.clauses).toContain('rto-stop');
  });
  test('5.3: it starts anew when some is acknowledged, and only then', () => {
    const world = established(plain).send(5).send(5).after(600);
    expect(world.gets(ack(6)).due('retransmission')).toBe(1600);
    expect(world.gets(ack(6)).clauses).toContain('rto-restart');
    expect(world.gets(ack(1)).due('retransmission')).toBe(1000);
  });
  test('5.1: a second segment does not start it again', () => {
    expect(established(plain).send(5).after(600).send(5).due('retransmission')).toBe(1000);
  });
  test('5.4: the oldest segment goes again, alone, with the current ACK', () => {
    const world = established(plain).send(5).send(7).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=9>').expire('retransmission');
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=10><CTL=ACK><DATA=5>');
  });
  test('what was acknowledged in part goes again from SND.UNA', () => {
    const world = established(plain).send(10).gets(ack(4)).expire('retransmission');
    expect(world.did).toBe('ESTABLISHED <SEQ=4><ACK=1><CTL=ACK><DATA=7>');
  });
  test('text goes again when only the FIN behind it is left, too', () => {
    const world = established(plain).send(5).close().gets(ack(6)).expire('retransmission');
    expect(world.did).toBe('FIN-WAIT-1 <SEQ=6><ACK=1><CTL=FIN,ACK>');
  });
  test('5.7: after a lost SYN the first text begins with 3 s', () => {
    const open = synSent(plain).expire('retransmission').gets('<SEQ=0><ACK=1><CTL=SYN,ACK>');
    const sent = open.send(5);
    expect((sent.due('retransmission') ?? 0) - sent.now).toBe(3000);
    const again = sent.expire('retransmission');
    expect((again.due('retransmission') ?? 0) - again.now).toBe(6000);
  });
  test('5.7: so does the first FIN, and after a lost SYN,ACK', () => {
    const open = synReceived(plain).expire('retransmission').gets(ack(1)).close();
    expect((open.due('retransmission') ?? 0) - open.now).toBe(3000);
  });
  test('5.7: only once', () => {
    const open = synSent(plain).expire('retransmission').gets('<SEQ=0><ACK=1><CTL=SYN,ACK>').send(5).after(10);
    const second = open.gets(ack(6)).send(5);
    expect((second.due('retransmission') ?? 0) - second.now).toBe(1000);
  });
  test('neither ACK nor RST starts it', () => {
    expect(established(plain).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5>').due('retransmission')).toBeNull();
    expect(closed(plain).gets('<SEQ=1><ACK=1><CTL=ACK>').due('retransmission')).toBeNull();
  });
  test('a time-out with nothing on the queue does nothing', () => {
    expect(established(plain).timeout('retransmission').did).toBe('ESTABLISHED');
  });
});

describe('3.8.3: R1 and R2', () => {
  const lose = (world: World, times: number): World =>
    times === 0 ? world : lose(world.expire('retransmission'), times - 1);
  test('after R1 retransmissions the user is told, once: SHLD-9, SHLD-10', () => {
    const sent = established(plain).send(5);
    expect(lose(sent, 2).did).not.toContain('unanswered');
    expect(lose(sent, 3).did).toBe('ESTABLISHED signal:unanswered <SEQ=1><ACK=1><CTL=ACK><DATA=5>');
    expect(lose(sent, 3).clauses).toContain('r1-tells-user');
    expect(lose(sent, 4).did).not.toContain('unanswered');
    expect(lose(established(plain, { r1: null }).send(5), 3).did).not.toContain('unanswered');
  });
  test('after R2 the connection is given up: 100 s for text (SHLD-11)', () => {
    // 1, 3, 7, 15, 31, 63, 123 s.
    const sent = established(plain).send(5);
    expect(lose(sent, 6).tcb.state).toBe('ESTABLISHED');
    expect(lose(sent, 7).did).toBe('CLOSED signal:timeout');
    expect(lose(sent, 7).clauses).toContain('r2-gives-up');
  });
  test('a segment that waited behind a lost one has its own 100 s', () => {
    const both = lose(established(plain).send(5).send(5), 6).gets(ack(6));
    expect(both.now).toBe(63_000);
    expect(lose(both, 1).tcb.state).toBe('ESTABLISHED');
    expect(lose(both, 2).did).toBe('CLOSED signal:timeout');
  });
  test('for a SYN after three minutes at least: MUST-23', () => {
    expect(lose(synSent(plain), 7).tcb.state).toBe('SYN-SENT');
    expect(lose(synSent(plain), 8).did).toBe('CLOSED signal:timeout');
    expect(lose(synSent(plain, { r2: { data: 0, syn: 1000 } }), 1).did).toBe('CLOSED signal:timeout');
    expect(lose(synSent(plain, { r2: { data: 0, syn: 1001 } }), 1).tcb.state).toBe('SYN-SENT');
  });
  test('the user may set it, to never as well: MUST-21', () => {
    expect(lose(established(plain, { r2: null }).send(5), 20).did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=5>');
  });
  test('SHLD-17, MUST-37: it does not count while the peer keeps its window shut and says so', () => {
    let shut = established(plain).send(5);
    for (let i = 0; i < 12; i++) shut = lose(shut, 1).gets('<SEQ=1><ACK=1><CTL=ACK><WND=0>');
    expect(lose(shut, 2).did).toBe('ESTABLISHED <SEQ=1><ACK=1><CTL=ACK><DATA=5>');
    expect(lose(shut, 3).did).toBe('CLOSED signal:timeout');
  });
});

describe('3.9.1: the user timeout', () => {
  test('aborts when the oldest octet waited too long', () => {
    const world = established(plain, { userTimeout: 5000 }).after(100).send(5);
    expect(world.due('user')).toBe(5100);
    expect(world.expire('user').did).toBe('CLOSED signal:timeout');
    expect(world.expire('user').clauses).toContain('user-timeout');
  });
  test('counts from the octet that is the oldest now', () => {
    const world = established(plain, { userTimeout: 5000 }).after(100).send(5).after(300).send(5);
    expect(world.due('user')).toBe(5100);
    expect(world.after(100).gets(ack(6)).due('user')).toBe(5400);
    expect(world.after(100).gets(ack(11)).due('user')).toBeNull();
  });
  test('is off unless the user sets it', () => {
    expect(established(plain).send(5).due('user')).toBeNull();
    expect(established(plain).send(5).send(5).gets(ack(6)).due('user')).toBeNull();
  });
  test.each([synSent, synReceived, established, closeWait])('ends a connection in any state', (build) => {
    expect(build(plain).timeout('user').did).toBe('CLOSED signal:timeout');
  });
});

const text = (seq: number, count: number): string => `<SEQ=${seq}><ACK=1><CTL=ACK><DATA=${count}>`;

const slow = (): World => established(plain, { delayedAck: 200, mss: 100 });

describe('3.8.6.3: delayed ACKs', () => {
  test('an ACK of text in order may wait', () => {
    const world = slow().after(50).gets(text(1, 5));
    expect(world.did).toBe('ESTABLISHED deliver:1+5');
    expect(world.due('delayedAck')).toBe(250);
    expect(world.expire('delayedAck').did).toBe('ESTABLISHED <SEQ=1><ACK=6><CTL=ACK>');
    expect(world.expire('delayedAck').clauses).toContain('delayed-ack');
    expect(world.expire('delayedAck').due('delayedAck')).toBeNull();
  });
  test('more text does not make it wait longer', () => {
    expect(slow().gets(text(1, 5)).after(50).gets(text(6, 5)).due('delayedAck')).toBe(200);
  });
  test('two full segments are acknowledged at once: SHLD-19', () => {
    const world = slow().gets(text(1, 100)).gets(text(101, 100));
    expect(world.did).toBe('ESTABLISHED deliver:101+100 <SEQ=1><ACK=201><CTL=ACK>');
    expect(world.clauses).toContain('second-segment');
    expect(world.due('delayedAck')).toBeNull();
    expect(slow().gets(text(1, 100)).gets(text(101, 99)).did).toBe('ESTABLISHED deliver:101+99');
    expect(slow().gets(text(1, 200)).did).toBe('ESTABLISHED deliver:1+200 <SEQ=1><ACK=201><CTL=ACK>');
  });
  test('they are counted from the last ACK on', () => {
    const world = slow().gets(text(1, 150)).expire('delayedAck').gets(text(151, 100));
    expect(world.did).toBe('ESTABLISHED deliver:151+100');
    expect(world.due('delayedAck')).toBe(400);
  });
  test('without an MSS option a full segment has 536 octets', () => {
    const world = established(plain, { delayedAck: 200, rcvBuff: 4000 }).gets(text(1, 1071));
    expect(world.did).toBe('ESTABLISHED deliver:1+1071');
    expect(world.gets(text(1072, 1)).did).toBe('ESTABLISHED deliver:48+1 <SEQ=1><ACK=1073><CTL=ACK>');
  });
  test('it rides on text', () => {
    const world = slow().gets(text(1, 5)).send(3);
    expect(world.did).toBe('ESTABLISHED <SEQ=1><ACK=6><CTL=ACK><DATA=3>');
    expect(world.due('delayedAck')).toBeNull();
    expect(world.clauses).toContain('ack-sent');
  });
  test('a FIN and a segment beyond a gap are acknowledged at once', () => {
    expect(slow().gets('<SEQ=1><ACK=1><CTL=FIN,ACK>').did).toContain('<ACK=2>');
    expect(slow().gets(text(9, 5)).did).toContain('<ACK=1>');
  });
  test('a time-out with nothing owed does nothing', () => {
    expect(slow().timeout('delayedAck').did).toBe('ESTABLISHED');
  });
  test('entering TIME-WAIT ends the wait', () => {
    const world = finWait1(plain, { delayedAck: 200 }).gets(text(1, 5));
    expect(world.due('delayedAck')).toBe(200);
    expect(world.gets('<SEQ=6><ACK=2><CTL=FIN,ACK>').due('delayedAck')).toBeNull();
  });
});

test('3.10.8: after 2MSL TIME-WAIT becomes CLOSED, with all timers off', () => {
  const world = timeWait(plain).expire('timeWait');
  expect(world.now).toBe(10_000);
  expect(world.did).toBe('CLOSED');
  expect(world.clauses).toContain('time-wait-timeout');
  expect(world.tcb).toEqual(closed(plain).tcb);
});
