/** `keeper` pacing, and what only shows there: what is owed between two moves. */
import { describe, expect, test } from 'vitest';
import { fromText } from '../../../shared/octets.ts';
import { toSeq } from '../../../shared/seq.ts';
import { offers } from '../../../shared/tcp/offers.ts';
import { ACK, makeSegment, SYN } from '../../../shared/tcp/segment.ts';
import { states } from '../../../shared/tcp/state.ts';
import { isSynchronized, newTcb } from '../../../shared/tcp/tcb.ts';
import { transition } from '../../../shared/tcp/transition.ts';
import { arrive, asked, established, expire, sendAll } from '../judge/builders.ts';

const ackOf = (ack: number) => makeSegment({ seq: 5001, ack, ctl: ACK, wnd: 4096 });

describe('a keeper who hesitates', () => {
  test('owes no retransmission any more once the ACK has come after all', () => {
    const late = expire(sendAll(asked('hello')), 'retransmission', 1000);
    expect(offers(late).map(({ kind }) => kind)).toEqual(['retransmission']);
    expect(offers(arrive(late, ackOf(1006), 1100))).toEqual([]);
  });

  test('owes none for the rest either, when a part was acknowledged: the timer runs anew', () => {
    const late = expire(sendAll(asked('hello')), 'retransmission', 1000);
    const partly = arrive(late, ackOf(1003), 1100);
    expect(offers(partly)).toEqual([]);
    expect(partly.timers.retransmission).toEqual({ since: 1100, at: 2100 });
  });
});

test('a pure ACK is no retransmission, though a window probe has used its number', () => {
  const shut = arrive(established(), { ...ackOf(1001), wnd: 0 });
  const waits = transition(
    shut,
    { type: 'userCall', call: { type: 'SEND', data: fromText('x'), urgent: false } },
    0,
  ).tcb;
  const probing = transition(waits, { type: 'timeout', timer: 'persist' }, 1000).tcb;
  const probed = sendAll(probing, 1000);
  expect(probed.snd.max).toBe(1002);
  const asks = arrive(probed, makeSegment({ seq: 5001, ack: 1001, ctl: ACK, wnd: 0, data: fromText('y') }), 1100);
  const ack = offers(asks).find(({ kind }) => kind === 'ack');
  if (ack === undefined) throw new Error('no ACK is offered');
  const { effects } = transition(asks, { type: 'transmit', segment: ack.segment }, 1100);
  expect(effects.find(({ type }) => type === 'sendSegment')).toMatchObject({ retransmission: false });
});

const fastSyn = (cookie: Uint8Array) =>
  makeSegment({ seq: 5000, ctl: SYN, wnd: 4096, data: fromText('hi'), options: [{ type: 'fastOpen', cookie }] });

test('text behind a cookie that is not ours waits for the handshake (RFC 7413 4.2)', () => {
  const config = { ...newTcb(established().config).config, fastOpen: true };
  const listening = transition(newTcb(config), { type: 'userCall', call: { type: 'OPEN', mode: 'passive' } }, 0).tcb;
  const cookie = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const ackAfter = (bytes: Uint8Array) => {
    const event = { type: 'segmentArrives', segment: fastSyn(bytes), iss: toSeq(1000), cookie } as const;
    return offers(transition(listening, event, 0).tcb)[0]?.segment.ack;
  };
  expect(ackAfter(cookie)).toBe(5003);
  // What was taken at once is not held a second time.
  const event = { type: 'segmentArrives', segment: fastSyn(cookie), iss: toSeq(1000), cookie } as const;
  expect(transition(listening, event, 0).tcb.rcv.held).toBeNull();
  expect(ackAfter(Uint8Array.of(8, 7, 6, 5, 4, 3, 2, 1))).toBe(5001);
});

test('behind such a cookie the server does not speak before the third segment either', () => {
  const config = { ...newTcb(established().config).config, fastOpen: true };
  const listening = transition(newTcb(config), { type: 'userCall', call: { type: 'OPEN', mode: 'passive' } }, 0).tcb;
  const cookie = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const kindsAfter = (theirs: Uint8Array) => {
    const event = { type: 'segmentArrives', segment: fastSyn(theirs), iss: toSeq(1000), cookie } as const;
    const answered = sendAll(transition(listening, event, 0).tcb);
    const call = { type: 'SEND', data: fromText('early'), urgent: false } as const;
    return offers(transition(answered, { type: 'userCall', call }, 0).tcb).map(({ kind }) => kind);
  };
  expect(kindsAfter(cookie)).toEqual(['text']);
  expect(kindsAfter(cookie.toReversed())).toEqual([]);
});

test('the synchronized states are those from ESTABLISHED on: 3.5.1', () => {
  expect(states.filter((state) => !isSynchronized(state))).toEqual(['CLOSED', 'LISTEN', 'SYN-SENT', 'SYN-RECEIVED']);
});
