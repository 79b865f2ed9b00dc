import { describe, expect, test } from 'vitest';
import { judge } from '../../../shared/judge/judge.ts';
import type { Move, SendMove } from '../../../shared/judge/move.ts';
import type { Tcb } from '../../../shared/tcp/tcb.ts';
import type { Flag } from '../../../shared/tcp/segment.ts';
import { RST, ACK, makeSegment, SYN } from '../../../shared/tcp/segment.ts';
import { offers } from '../../../shared/tcp/offers.ts';
import { transition } from '../../../shared/tcp/transition.ts';
import {
  arrive,
  asked,
  call,
  closed,
  closing,
  established,
  expire,
  finFromPeer,
  fromPeer,
  listening,
  opening,
} from './builders.ts';
import { sendAll, synAckArrived, synArrived, synReceived, synSent } from './builders.ts';

const send = (
  flags: readonly Flag[],
  seq: number,
  ack: number | null,
  payload?: readonly [number, number],
): SendMove => ({
  type: 'send',
  flags,
  seq,
  ack,
  payload: payload === undefined ? null : { offset: payload[0], length: payload[1] },
});
const wait: Move = { type: 'wait' };

const afterText = (): Tcb => arrive(established(), fromPeer('hello'));
const afterTwo = (): Tcb => arrive(afterText(), makeSegment({ ...fromPeer('abc'), seq: 5009 }));
const timedOut = (): Tcb => expire(synSent(), 'retransmission', 1000);
const halfClosed = (): Tcb => sendAll(arrive(established(), finFromPeer));
const aborted = (): Tcb => call(afterText(), { type: 'ABORT' });
const finSent = (): Tcb => sendAll(closing(established()));

describe('right moves', () => {
  test.each<readonly [string, Tcb, Move]>([
    ['the first SYN', opening(), send(['SYN'], 1000, null)],
    ['the SYN,ACK', synArrived(), send(['SYN', 'ACK'], 1000, 5001)],
    ['the third segment', synAckArrived(), send(['ACK'], 1001, 5001)],
    ['PSH is a matter of taste', asked('hi'), send(['ACK', 'PSH'], 1001, 5001, [0, 2])],
    ['text with the current ack', asked('hi'), send(['ACK'], 1001, 5001, [0, 2])],
    ['text cut in two', asked('hello'), send(['ACK'], 1001, 5001, [0, 3])],
    ['the ACK of text', afterText(), send(['ACK'], 1001, 5006)],
    ['waiting with the ACK of text: it may be delayed', afterText(), wait],
    ['the ACK that names the hole', afterTwo(), send(['ACK'], 1001, 5006)],
    ['the FIN', closing(established()), send(['FIN', 'ACK'], 1001, 5001)],
    ['the FIN on the last text', closing(asked('bye')), send(['FIN', 'ACK'], 1001, 5001, [0, 3])],
    ['the last text, and the FIN later', closing(asked('bye')), send(['ACK'], 1001, 5001, [0, 3])],
    ['the ACK of a FIN', arrive(established(), finFromPeer), send(['ACK'], 1001, 5002)],
    ['a SYN again when its timer ran out', timedOut(), send(['SYN'], 1000, null)],
    ['waiting for the SYN,ACK', synSent(), wait],
    ['waiting while nothing is owed', established(), wait],
    ['the reset for a segment without connection', arrive(closed(), fromPeer('x')), send(['RST'], 1001, null)],
    [
      'the reset for a SYN without listener',
      arrive(closed(), makeSegment({ seq: 7, ctl: SYN })),
      send(['RST', 'ACK'], 0, 8),
    ],
    [
      'an ACK for a repeated SYN',
      arrive(synReceived(), makeSegment({ seq: 5000, ctl: SYN })),
      send(['ACK'], 1001, 5001),
    ],
    [
      'or the SYN,ACK once more',
      arrive(synReceived(), makeSegment({ seq: 5000, ctl: SYN })),
      send(['SYN', 'ACK'], 1000, 5001),
    ],
    [
      'FIN and ACK in one, when the application closes at once',
      closing(arrive(established(), finFromPeer)),
      send(['FIN', 'ACK'], 1001, 5002),
    ],
  ])('%s', (_, tcb, move) => {
    expect(judge(tcb, move)).toMatchObject({ right: true });
  });
});

describe('wrong moves: field, given, wanted, clause', () => {
  test.each<readonly [string, Tcb, Move, object]>([
    ['waiting with a SYN due', opening(), wait, { field: 'move', wanted: 'send', clause: 'open-active' }],
    [
      'a wrong ISS',
      opening(),
      send(['SYN'], 999, null),
      { field: 'seq', given: 999, wanted: 1000, clause: 'open-active' },
    ],
    [
      'ACK on the first SYN',
      opening(),
      send(['SYN', 'ACK'], 1000, 0),
      { field: 'flags', wanted: ['SYN'], clause: 'open-active' },
    ],
    [
      'an ack number without its flag',
      opening(),
      send(['SYN'], 1000, 1),
      { field: 'ack', given: 1, wanted: null, clause: 'ack-needs-flag' },
    ],
    ['SYN,ACK without SYN', synArrived(), send(['ACK'], 1000, 5001), { field: 'flags', clause: 'listen-answers-syn' }],
    [
      'SYN,ACK with the copied ISS',
      synArrived(),
      send(['SYN', 'ACK'], 5000, 5001),
      { field: 'seq', wanted: 1000, clause: 'listen-answers-syn' },
    ],
    [
      'SYN,ACK with ack = seq',
      synArrived(),
      send(['SYN', 'ACK'], 1000, 5000),
      { field: 'ack', given: 5000, wanted: 5001 },
    ],
    [
      'the third with seq = x',
      synAckArrived(),
      send(['ACK'], 1000, 5001),
      { field: 'seq', wanted: 1001, clause: 'seq-continues' },
    ],
    [
      'the third with a blank ack',
      synAckArrived(),
      send(['ACK'], 1001, null),
      { field: 'ack', wanted: 5001, clause: 'ack-needs-flag' },
    ],
    [
      'SYN on the third',
      synAckArrived(),
      send(['SYN', 'ACK'], 1001, 5001),
      { field: 'flags', clause: 'syn-only-opens' },
    ],
    [
      'text nobody asked for',
      synAckArrived(),
      send(['ACK'], 1001, 5001, [0, 5]),
      { field: 'payload', wanted: null, clause: 'text-from-stream' },
    ],
    [
      'an ACK of an ACK',
      established(),
      send(['ACK'], 1001, 5001),
      { field: 'move', wanted: 'wait', clause: 'no-ack-of-ack' },
    ],
    [
      'ack = seq + 1 for text',
      afterText(),
      send(['ACK'], 1001, 5002),
      { field: 'ack', wanted: 5006, clause: 'ack-names-next' },
    ],
    [
      'an ack across a hole',
      afterTwo(),
      send(['ACK'], 1001, 5012),
      { field: 'ack', wanted: 5006, clause: 'ack-names-next' },
    ],
    ['waiting with a hole', afterTwo(), wait, { field: 'move', clause: 'out-of-order' }],
    ['waiting with a FIN to acknowledge', arrive(established(), finFromPeer), wait, { clause: 'fin-acknowledged' }],
    [
      'a FIN that was not counted',
      arrive(established(), finFromPeer),
      send(['ACK'], 1001, 5001),
      { field: 'ack', wanted: 5002 },
    ],
    [
      'a FIN nobody asked for',
      arrive(established(), finFromPeer),
      send(['FIN', 'ACK'], 1001, 5002),
      { field: 'flags', clause: 'fin-needs-close' },
    ],
    [
      'a FIN before the text',
      closing(asked('bye')),
      send(['FIN', 'ACK'], 1001, 5001),
      { field: 'payload', given: null },
    ],
    ['FIN without ACK', closing(established()), send(['FIN'], 1001, null), { field: 'flags', clause: 'ack-bit-off' }],
    [
      'an own FIN that was not counted',
      arrive(finSent(), finFromPeer),
      send(['ACK'], 1001, 5002),
      { field: 'seq', wanted: 1002 },
    ],
    [
      'a reset for a healthy connection',
      arrive(established(), finFromPeer),
      send(['RST'], 1001, null),
      { field: 'flags', clause: 'rst-not-owed' },
    ],
    [
      'the wrong octets',
      asked('hello'),
      send(['ACK'], 1001, 5001, [1, 4]),
      { field: 'payload', clause: 'text-from-stream' },
    ],
    ['too many octets', asked('hi'), send(['ACK'], 1001, 5001, [0, 9]), { field: 'payload', clause: 'within-window' }],
    [
      'URG without urgent octets',
      asked('hi'),
      send(['ACK', 'URG'], 1001, 5001, [0, 2]),
      { field: 'flags', clause: 'no-urgent-data' },
    ],
    [
      'the SYN again too early',
      synSent(),
      send(['SYN'], 1000, null),
      { field: 'move', wanted: 'wait', clause: 'too-early' },
    ],
    [
      'a new ISS on a retransmission',
      timedOut(),
      send(['SYN'], 1001, null),
      { field: 'seq', wanted: 1000, clause: 'retransmission' },
    ],
    [
      'a FIN in CLOSE-WAIT without CLOSE',
      halfClosed(),
      send(['FIN', 'ACK'], 1001, 5002),
      { field: 'move', clause: 'fin-needs-close' },
    ],
    ['anything in LISTEN', listening(), send(['SYN'], 1000, null), { field: 'move', clause: 'no-connection' }],
    [
      'the reset with the numbers of a connection',
      arrive(closed(), fromPeer('x')),
      send(['RST'], 0, null),
      { field: 'seq', wanted: 1001, clause: 'closed-answers-rst' },
    ],
  ])('%s', (_, tcb, move, verdict) => {
    expect(judge(tcb, move)).toMatchObject({ right: false, verdict });
  });

  test('the verdict lists every alternative, the nearest first', () => {
    const judgement = judge(closing(asked('bye')), send(['ACK'], 1001, 4, [0, 3]));
    if (judgement.right) throw new Error('accepted');
    expect(judgement.verdict.expected).toEqual([
      send(['PSH', 'ACK'], 1001, 5001, [0, 3]),
      send(['FIN', 'PSH', 'ACK'], 1001, 5001, [0, 3]),
    ]);
  });

  test('a Wait that is right as well is an alternative too, and the only one where nothing is to be sent', () => {
    const delayable = judge(afterText(), send(['ACK'], 1001, 5002));
    if (delayable.right) throw new Error('accepted');
    expect(delayable.verdict.expected).toEqual([send(['ACK'], 1001, 5006), wait]);
    const owed = judge(afterTwo(), send(['ACK'], 1001, 5002));
    if (owed.right) throw new Error('accepted');
    expect(owed.verdict.expected).toEqual([send(['ACK'], 1001, 5006)]);
    const nothing = judge(established(), send(['ACK'], 1001, 5001));
    if (nothing.right) throw new Error('accepted');
    expect(nothing.verdict.expected).toEqual([wait]);
  });

  test('a reset in SYN-SENT that acknowledges the SYN leaves nothing to say', () => {
    const refused = arrive(synSent(), makeSegment({ seq: 0, ack: 1001, ctl: RST | ACK }));
    expect(judge(refused, wait)).toMatchObject({ right: true });
    expect(judge(refused, send(['ACK'], 1001, 1))).toMatchObject({
      right: false,
      verdict: { clause: 'no-connection' },
    });
  });
});

describe('what would have been right as well', () => {
  const rows: readonly (readonly [string, Tcb, Move, readonly Move[]])[] = [
    ['the first SYN: nothing', opening(), send(['SYN'], 1000, null), []],
    ['an ACK that may wait: Wait', afterText(), send(['ACK'], 1001, 5006), [wait]],
    ['and the other way round', afterText(), wait, [send(['ACK'], 1001, 5006)]],
    ['an ACK that may not wait: nothing', afterTwo(), send(['ACK'], 1001, 5006), []],
    [
      'text that was cut: all of it',
      asked('hello'),
      send(['ACK'], 1001, 5001, [0, 3]),
      [send(['PSH', 'ACK'], 1001, 5001, [0, 5])],
    ],
    ['all of the text: PSH is no other answer', asked('hello'), send(['ACK'], 1001, 5001, [0, 5]), []],
    [
      'FIN on the last text: the text, and FIN later',
      closing(asked('bye')),
      send(['FIN', 'ACK'], 1001, 5001, [0, 3]),
      [send(['PSH', 'ACK'], 1001, 5001, [0, 3])],
    ],
    [
      'a repeated SYN: the SYN,ACK again',
      arrive(synReceived(), makeSegment({ seq: 5000, ctl: SYN })),
      send(['ACK'], 1001, 5001),
      [send(['SYN', 'ACK'], 1000, 5001)],
    ],
    ['nothing is owed: only Wait', established(), wait, []],
  ];
  test.each(rows)('%s', (_, tcb, move, also) => {
    expect(judge(tcb, move)).toMatchObject({ right: true, also });
  });
});

describe('the reset of an ABORT (3.10.5)', () => {
  test('is RST with SEQ=SND.NXT; RST,ACK with the current ack, as real stacks send it, is right as well', () => {
    expect(judge(aborted(), send(['RST'], 1001, null))).toMatchObject({
      right: true,
      segment: { seq: 1001, ctl: RST },
      also: [send(['RST', 'ACK'], 1001, 5006)],
    });
    expect(judge(aborted(), send(['RST', 'ACK'], 1001, 5006))).toMatchObject({
      right: true,
      segment: { seq: 1001, ack: 5006, ctl: RST | ACK },
    });
  });
  test('another number in either field is refused', () => {
    expect(judge(aborted(), send(['RST', 'ACK'], 1001, 5007))).toMatchObject({ right: false });
    expect(judge(aborted(), send(['RST', 'ACK'], 1002, 5006))).toMatchObject({ right: false });
    expect(judge(aborted(), send(['RST'], 1000, null))).toMatchObject({ right: false });
  });
  test('what was sent is owed no more, in either form', () => {
    for (const move of [send(['RST'], 1001, null), send(['RST', 'ACK'], 1001, 5006)]) {
      const judgement = judge(aborted(), move);
      if (!judgement.right || judgement.segment === null) throw new Error('refused');
      expect(offers(transition(aborted(), { type: 'transmit', segment: judgement.segment }, 0).tcb)).toEqual([]);
    }
  });
  test('a reset that answers a segment has no second form', () => {
    expect(judge(arrive(closed(), fromPeer('x')), send(['RST', 'ACK'], 1001, 5002))).toMatchObject({ right: false });
  });
});
