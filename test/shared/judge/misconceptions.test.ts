import { describe, expect, test } from 'vitest';
import { judge } from '../../../shared/judge/judge.ts';
import { type MisconceptionId, misconceptionIds, misconceptions } from '../../../shared/judge/misconceptions.ts';
import type { Move } from '../../../shared/judge/move.ts';
import { ACK, FIN } from '../../../shared/tcp/segment.ts';
import * as s from './scenes.ts';
import { type Scene, send, wait } from './scenes.ts';

const SA = ['SYN', 'ACK'] as const;
const FA = ['FIN', 'ACK'] as const;
const A = ['ACK'] as const;
const closingEstablished = s.closing(s.established);
const asked = s.calling(s.established, 'hello');
const longText = s.calling(s.established, 'x'.repeat(700));
const narrow: Scene = { ...asked, tcb: { ...asked.tcb, snd: { ...asked.tcb.snd, wnd: 3 } } };
const wrapped = s.renumbered(4294967290, 9, 5000, 0);
const peerWrapped = s.renumberedText(s.renumbered(1000, 0, 4294967290, 3), 'hello');

const labelled = ({ tcb, ...exchange }: Scene, move: Move): readonly MisconceptionId[] => {
  const judgement = judge(tcb, move, exchange);
  if (judgement.right) throw new Error('accepted');
  return judgement.verdict.misconceptions;
};

/** The misconception that is shown, the situation, what the player did. */
const rows: readonly (readonly [MisconceptionId, string, Scene, Move])[] = [
  ['syn-forgotten', 'waiting after OPEN', s.opening, wait],
  ['syn-forgotten', 'ACK after OPEN', s.opening, send(A, 1000, 0)],
  ['syn-forgotten', 'no SYN when it is to be repeated', s.synTimedOut, send(['PSH'], 1000, null)],
  ['ack-on-first-syn', 'after OPEN', s.opening, send(SA, 1000, 0)],
  ['ack-on-first-syn', 'when the SYN is repeated', s.synTimedOut, send(SA, 1000, 1)],
  ['bad-synack-accepted', 'ACK for an old answer', s.ghost(991), send(A, 1001, 5001)],
  ['bad-synack-accepted', 'silence for an answer from the future', s.ghost(2000), wait],
  ['syn-on-third', 'the SYN,ACK is answered by a SYN,ACK', s.third, send(SA, 1001, 5001)],
  ['syn-on-third', 'and with the number of the SYN', s.calling(s.third, 'hello'), send(SA, 1000, 5001)],
  ['synack-without-syn', 'in LISTEN', s.synArrived, send(A, 1000, 5001)],
  ['synack-without-syn', 'when both open at once', s.crossing, send(A, 1001, 5001)],
  ['synack-without-syn', 'when the SYN,ACK is to be repeated', s.synAckTimedOut, send(A, 1001, 5001)],
  ['synack-without-ack', 'in LISTEN', s.synArrived, send(['SYN'], 1000, null)],
  ['synack-without-ack', 'when both open at once', s.crossing, send(['SYN'], 1000, null)],
  ['isn-copied', 'seq = x', s.synArrived, send(SA, 5000, 5001)],
  ['isn-copied', 'seq = x + 1, both open at once', s.crossing, send(SA, 5001, 5001)],
  ['new-isn-on-retransmit', 'the SYN again', s.synTimedOut, send(['SYN'], 2222, null)],
  ['new-isn-on-retransmit', 'the SYN,ACK again', s.synAckTimedOut, send(SA, 2222, 5001)],
  ['new-isn-on-retransmit', 'both open at once', s.crossing, send(SA, 1001, 5001)],
  ['data-before-established', 'in SYN-RECEIVED', s.calling(s.synReceived, 'hello'), send(A, 1001, 5001, [0, 5])],
  ['data-before-established', 'in SYN-SENT', s.calling(s.synSent, 'hello'), send(['PSH'], 1001, null, [0, 5])],
  ['rehandshake', 'a healthy connection', s.established, send(['SYN'], 1000, null)],
  ['rehandshake', 'instead of a FIN', closingEstablished, send(SA, 1001, 5001)],
  ['rehandshake', 'in TIME-WAIT', s.timeWait, send(['SYN'], 1002, null)],
  ['reply-to-rst', 'the connection is gone', s.resetObeyed, send(A, 1001, 5001)],
  ['reply-to-rst', 'the reset lay outside the window', s.resetOutside, send(A, 1001, 5001)],
  ['rst-wrong-numbers', 'for a segment with ACK', s.strayText, send(['RST'], 0, null)],
  ['rst-wrong-numbers', 'for a SYN, without ACK', s.straySyn, send(['RST'], 0, null)],
  ['rst-wrong-numbers', 'for an old answer', s.ghost(991), send(['RST'], 1001, null)],
  ['rst-instead-of-ack', 'for a FIN', s.finArrived, send(['RST'], 1001, null)],
  ['rst-instead-of-ack', 'for a hole', s.hole(), send(['RST', 'ACK'], 1001, 5001)],
  ['rst-instead-of-ack', 'for a doubtful reset', s.resetInside, send(['RST'], 1001, null)],
  ['fin-without-ack', 'the first wave', closingEstablished, send(['FIN'], 1001, null)],
  ['fin-without-ack', 'the third wave', s.closing(s.halfClosed), send(['FIN'], 1001, null)],
  ['ack-flag-vs-number', 'ACK with a blank ack', s.third, send(A, 1001, null)],
  ['ack-flag-vs-number', 'a number on the first SYN', s.opening, send(['SYN'], 1000, 0)],
  ['ack-flag-missing', 'text', asked, send(['PSH'], 1001, null, [0, 5])],
  ['ack-flag-missing', 'the answer to a FIN', s.finArrived, send([], 1001, null)],
  ['fin-too-early', 'FIN instead of the text', s.closing(asked), send(FA, 1001, 5001)],
  ['fin-too-early', 'FIN on a part of it', s.closing(asked), send(FA, 1001, 5001, [0, 2])],
  ['fin-without-close', 'with the ACK of a FIN', s.finArrived, send(FA, 1001, 5002)],
  ['fin-without-close', 'later', s.halfClosed, send(FA, 1001, 5002)],
  ['data-after-fin', 'in FIN-WAIT-1', s.finSent, send(A, 1002, 5001, [1, 3])],
  ['data-after-fin', 'in CLOSING', s.finCrossed, send(A, 1002, 5002, [1, 3])],
  ['fin-not-counted-own', 'the ACK of a FIN', s.finCrossed, send(A, 1001, 5002)],
  ['fin-not-counted-own', 'the ACK of text', s.finWait2Text, send(A, 1001, 5004)],
  ['retransmit-too-early', 'the SYN', s.synSent, send(['SYN'], 1000, null)],
  ['retransmit-too-early', 'text', s.textSent, send(A, 1001, 5001, [0, 5])],
  ['retransmit-too-early', 'the FIN', s.finSent, send(FA, 1001, 5001)],
  ['ack-of-ack', 'the handshake is done', s.established, send(A, 1001, 5001)],
  ['ack-of-ack', 'in SYN-RECEIVED', s.synReceived, send(A, 1001, 5001)],
  ['ack-omitted', 'silence after a FIN', s.finArrived, wait],
  ['ack-omitted', 'silence after a SYN', s.synArrived, wait],
  ['ack-omitted', 'silence beside a hole', s.hole(), wait],
  ['leave-time-wait-early', 'RST', s.timeWait, send(['RST'], 1002, null)],
  ['leave-time-wait-early', 'one more FIN', s.timeWaitCrossed, send(FA, 1001, 5002)],
  ['wrap-not-mod', 'seq cut off at the end', s.calling(wrapped, 'hello'), send(A, 4294967295, 5001, [9, 5])],
  ['wrap-not-mod', 'ack cut off at the end', peerWrapped, send(A, 1001, 4294967295)],
  ['relative-absolute-mix', 'seq 0 of a SYN', s.opening, send(['SYN'], 0, null)],
  ['relative-absolute-mix', 'seq 1 of text', asked, send(A, 1, 5001, [0, 5])],
  ['relative-absolute-mix', 'ack 6 of text', s.textArrived('hello'), send(A, 1001, 6)],
  ['seq-ack-swapped', 'the third segment', s.third, send(A, 5001, 1001)],
  ['seq-ack-swapped', 'text', asked, send(A, 5001, 1001, [0, 5])],
  ['third-seq-x', 'the third segment', s.third, send(A, 1000, 5001)],
  ['third-seq-x', 'the first text of the server', s.calling(s.serving, 'hello'), send(A, 1000, 5001, [0, 5])],
  ['one-per-packet', 'more text', s.calling(s.textSent, 'you'), send(A, 1002, 5001, [5, 3])],
  ['one-per-packet', 'the FIN', s.closing(s.textSent), send(FA, 1002, 5001)],
  ['ack-consumes-number', 'text after the third segment', asked, send(A, 1002, 5001, [0, 5])],
  ['ack-consumes-number', 'the FIN after an ACK', s.closing(s.halfClosed), send(FA, 1002, 5002)],
  ['seq-not-advanced', 'new text', s.calling(s.textSent, 'you'), send(A, 1001, 5001, [5, 3])],
  ['seq-not-advanced', 'the FIN', s.closing(s.textSent), send(FA, 1001, 5001)],
  ['seq-from-peer', 'seq = RCV.NXT', s.textArrived('hello'), send(A, 5006, 5006)],
  ['seq-from-peer', 'seq = the seq of the FIN', s.finArrived, send(A, 5001, 5002)],
  ['ack-no-plus-one', 'for a SYN', s.synArrived, send(SA, 1000, 5000)],
  ['ack-no-plus-one', 'for a SYN,ACK', s.third, send(A, 1001, 5000)],
  ['ack-no-plus-one', 'for a FIN', s.finArrived, send(A, 1001, 5001)],
  ['ack-plus-one-for-data', 'a pure ACK', s.textArrived('hello'), send(A, 1001, 5002)],
  ['ack-plus-one-for-data', 'riding on a FIN', s.closing(s.textArrived('hello')), send(FA, 1001, 5002)],
  ['ack-last-octet', 'five octets', s.textArrived('hello'), send(A, 1001, 5005)],
  ['ack-last-octet', 'one octet', s.textArrived('x'), send(A, 1001, 5001)],
  ['ack-across-gap', 'text beyond the hole', s.hole(), send(A, 1001, 5012)],
  ['ack-across-gap', 'with the FIN behind it', s.hole(ACK | FIN), send(A, 1001, 5013)],
  ['ack-extra-one', 'for text', s.textArrived('hello'), send(A, 1001, 5007)],
  ['ack-extra-one', 'for a FIN', s.finArrived, send(A, 1001, 5003)],
  ['ack-own-number', 'ack = own seq', s.textArrived('hello'), send(A, 1001, 1001)],
  ['ack-own-number', 'on a FIN', closingEstablished, send(FA, 1001, 1000)],
  ['ack-stale', 'the ack before the last text', s.secondText(), send(A, 1001, 5003)],
  ['ack-stale', 'riding on a FIN', s.closing(s.secondText()), send(FA, 1001, 5004)],
  ['limits-ignored', 'more than one MSS', longText, send(A, 1001, 5001, [0, 700])],
  ['limits-ignored', 'beyond the window', narrow, send(A, 1001, 5001, [0, 5])],
];

describe('what a wrong move shows', () => {
  test.each(rows)('%s: %s', (id, _, scene, move) => {
    expect(labelled(scene, move)[0]).toBe(id);
  });

  test.each(misconceptionIds)('%s has two scenes', (id) => {
    const scenes = new Set(rows.filter(([shown]) => shown === id).map(([, , scene]) => scene.tcb));
    expect(scenes.size).toBeGreaterThanOrEqual(2);
  });

  test('all that fit are kept, in the order of the curriculum', () => {
    expect(labelled(s.third, send(SA, 1000, 5000))).toEqual([
      'syn-on-third',
      'rehandshake',
      'seq-not-advanced',
      'ack-no-plus-one',
    ]);
    expect(labelled(s.timeWaitAgain, wait)).toEqual(['ack-omitted', 'leave-time-wait-early']);
    expect(labelled(s.finArrived, send(['FIN'], 5001, 5001))).toEqual([
      'fin-without-ack',
      'ack-flag-vs-number',
      'ack-flag-missing',
      'fin-without-close',
      'ack-omitted',
      'seq-from-peer',
      'ack-no-plus-one',
    ]);
  });

  test('a wrong number is not taken for a missing acknowledgment', () => {
    expect(labelled(s.finArrived, send(A, 1001, 5001))).not.toContain('ack-omitted');
  });

  test('a window probe goes past the window, and may', () => {
    const probing = {
      ...narrow,
      tcb: { ...narrow.tcb, snd: { ...narrow.tcb.snd, wnd: 0 }, owed: { ...narrow.tcb.owed, probe: true } },
    };
    expect(labelled(probing, send(['URG', 'ACK'], 1001, 5001, [0, 1]))).not.toContain('limits-ignored');
    expect(labelled(probing, send(A, 1001, 5001, [0, 5]))).toContain('limits-ignored');
  });

  test('without the exchange the verdict is the same, and fewer names fit', () => {
    const known = judge(s.finArrived.tcb, send(A, 1001, 5001), s.finArrived);
    const unknown = judge(s.finArrived.tcb, send(A, 1001, 5001));
    if (known.right || unknown.right) throw new Error('accepted');
    expect({ ...unknown.verdict, misconceptions: [] }).toEqual({ ...known.verdict, misconceptions: [] });
    expect(unknown.verdict.misconceptions).toEqual(['ack-stale']);
  });

  test('a wait where only a retransmission is due has no name: the clause says it', () => {
    expect(labelled(s.synTimedOut, wait)).toEqual([]);
  });
});

describe('the words', () => {
  test('forty, in one order', () => {
    expect(misconceptionIds).toHaveLength(40);
    expect(Object.keys(misconceptions)).toEqual(misconceptionIds);
  });

  test.each(misconceptionIds)('%s has a short text in both languages and a section', (id) => {
    const { en, 'zh-CN': zh, section } = misconceptions[id];
    expect(en).toMatch(/^.{20,200}$/);
    expect(zh).toMatch(/^.{10,200}$/);
    // Chinese has marks of its own.
    expect(zh).not.toMatch(/\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u);
    expect(section).toMatch(/^(9293|6298|5961) \d/);
  });
});
