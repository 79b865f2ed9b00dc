/** The three classes of acknowledgment (curriculum 5.3): at once, later, never. And the ways to give one. */
import { describe, expect, test } from 'vitest';
import { judge } from '../../../shared/judge/judge.ts';
import type { Move, SendMove } from '../../../shared/judge/move.ts';
import { fromText } from '../../../shared/octets.ts';
import { ACK, makeSegment, RST, SYN } from '../../../shared/tcp/segment.ts';
import type { Tcb } from '../../../shared/tcp/tcb.ts';
import { transition } from '../../../shared/tcp/transition.ts';
import * as build from './builders.ts';

const wait: Move = { type: 'wait' };
/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>, with some of the own text. */
const ackOf = ({ snd, rcv }: Tcb, length = 0): SendMove => ({
  type: 'send',
  flags: ['ACK'],
  seq: snd.nxt,
  ack: rcv.nxt,
  payload: length === 0 ? null : { offset: 0, length },
});
const isRight = (tcb: Tcb, move: Move): boolean => judge(tcb, move).right;

const { established, arrive, fromPeer, finFromPeer, sendAll } = build;
const at = (seq: number, text: string, ctl = ACK) => makeSegment({ ...fromPeer(text, ctl), seq });
const full = 'x'.repeat(1460);
const halfClosed = (): Tcb => sendAll(arrive(established(), finFromPeer));
const finWait2 = (): Tcb =>
  arrive(sendAll(build.closing(established())), makeSegment({ seq: 5001, ack: 1002, ctl: ACK, wnd: 4096 }));
const timeWait = (): Tcb => sendAll(arrive(finWait2(), makeSegment({ ...finFromPeer, ack: 1002 })));
const lastAck = (): Tcb => sendAll(build.closing(halfClosed()));
const shut = (): Tcb => {
  const tcb = established();
  return { ...tcb, rcv: { ...tcb.rcv, wnd: 0 }, config: { ...tcb.config, autoReceive: false, rcvBuff: 0 } };
};

describe('at once: the ACK is right, silence is not', () => {
  test.each<readonly [string, Tcb]>([
    ['the SYN,ACK of the own SYN', build.synAckArrived()],
    ['a FIN', arrive(established(), finFromPeer)],
    ['text beyond a gap', arrive(established(), at(5009, 'abc'))],
    ['the text that fills the gap', arrive(arrive(established(), at(5004, 'abc')), at(5001, 'xyz'))],
    ['text that came before', arrive(sendAll(arrive(established(), fromPeer('abc'))), fromPeer('abc'))],
    ['a segment beyond the window', arrive(established(), at(50_000, 'abc'))],
    ['a SYN on the standing connection (RFC 5961 4)', arrive(established(), makeSegment({ seq: 5000, ctl: SYN }))],
    ['a doubtful reset (RFC 5961 3)', arrive(established(), makeSegment({ seq: 5100, ctl: RST }))],
    ['an ack that nobody can send (RFC 5961 5)', arrive(established(), { ...fromPeer('abc'), ack: build.peerIss })],
    ['a probe of the closed window', arrive(shut(), fromPeer('x'))],
    ['the FIN again in TIME-WAIT', arrive(timeWait(), makeSegment({ ...finFromPeer, ack: 1002 }))],
    ['every second full segment', arrive(arrive(established(), fromPeer(full)), at(6461, full))],
    ['text whose delay is over', build.expire(arrive(established(), fromPeer('abc')), 'delayedAck', 400)],
  ])('%s', (_, tcb) => {
    expect(isRight(tcb, ackOf(tcb))).toBe(true);
    expect(judge(tcb, wait)).toMatchObject({ right: false, verdict: { field: 'move', wanted: 'send' } });
    expect(judge(tcb, wait)).toMatchObject({ verdict: { misconceptions: expect.arrayContaining(['ack-omitted']) } });
  });
});

describe('later: the ACK is right, and so is silence; each names the other', () => {
  test.each<readonly [string, Tcb]>([
    ['text in order', arrive(established(), fromPeer('abc'))],
    ['one full segment', arrive(established(), fromPeer(full))],
    ['two small ones', arrive(arrive(established(), fromPeer('abc')), at(5004, 'de'))],
  ])('%s', (_, tcb) => {
    expect(judge(tcb, ackOf(tcb))).toMatchObject({ right: true, also: [wait] });
    expect(judge(tcb, wait)).toMatchObject({ right: true, also: [ackOf(tcb)] });
  });
});

describe('never: silence is right, an ACK is not', () => {
  test.each<readonly [string, Tcb]>([
    ['a pure ACK', arrive(established(), fromPeer(''))],
    ['a pure ACK of text', arrive(sendAll(build.asked('hi')), makeSegment({ seq: 5001, ack: 1003, ctl: ACK, wnd: 9 }))],
    ['the ACK of the own FIN', finWait2()],
    ['a reset outside the window', arrive(established(), makeSegment({ seq: 77, ctl: RST }))],
    ['a reset that counts', arrive(established(), makeSegment({ seq: 5001, ctl: RST }))],
    ['a reset in TIME-WAIT (RFC 1337)', arrive(timeWait(), makeSegment({ seq: 5002, ctl: RST }))],
    ['the last ACK of all', arrive(lastAck(), makeSegment({ seq: 5002, ack: 1002, ctl: ACK, wnd: 9 }))],
  ])('%s', (_, tcb) => {
    expect(isRight(tcb, wait)).toBe(true);
    expect(judge(tcb, ackOf(tcb))).toMatchObject({ right: false, verdict: { field: 'move', wanted: 'wait' } });
  });
});

const then = (tcb: Tcb, move: Move): Tcb => {
  const judgement = judge(tcb, move);
  if (!judgement.right || judgement.segment === null) throw new Error('refused');
  return transition(tcb, { type: 'transmit', segment: judgement.segment }, 0).tcb;
};

describe('ways to acknowledge', () => {
  const two = arrive(arrive(established(), fromPeer('abc')), at(5004, 'de'));
  const busy = build.call(arrive(established(), finFromPeer), { type: 'SEND', data: fromText('hello'), urgent: false });

  test('one number for several segments, and it must be the last', () => {
    expect(isRight(two, ackOf(two))).toBe(true);
    expect(isRight(two, { ...ackOf(two), ack: 5004 })).toBe(false);
  });
  test('on the own text: nothing of it is owed afterwards', () => {
    expect(isRight(busy, ackOf(busy, 5))).toBe(true);
    expect(isRight(then(busy, ackOf(busy, 5)), wait)).toBe(true);
  });
  test('by itself, and the text after it', () => {
    const after = then(busy, ackOf(busy));
    expect(judge(after, ackOf(after))).toMatchObject({ right: false });
    expect(isRight(after, ackOf(after, 5))).toBe(true);
  });
  test('on a part of the text, and again on the rest', () => {
    const after = then(busy, ackOf(busy, 2));
    expect(isRight(after, { ...ackOf(after), payload: { offset: 2, length: 3 } })).toBe(true);
  });
  test('on the own FIN, where the application closes at once', () => {
    const closing = build.closing(arrive(established(), finFromPeer));
    expect(isRight(closing, { ...ackOf(closing), flags: ['FIN', 'ACK'] })).toBe(true);
    expect(isRight(closing, ackOf(closing))).toBe(true);
  });
  test('a repetition carries the ack of now, not that of its first time', () => {
    const late = build.expire(arrive(sendAll(build.asked('hello')), fromPeer('abc')), 'retransmission', 1000);
    const again: SendMove = { type: 'send', flags: ['ACK'], seq: 1001, ack: 5004, payload: { offset: 0, length: 5 } };
    expect(isRight(late, again)).toBe(true);
    expect(judge(late, { ...again, ack: 5001 })).toMatchObject({
      right: false,
      verdict: { field: 'ack', wanted: 5004 },
    });
  });
});
