/** Segments that break a rule and leave all the same: what TCP's books know of them. */
import { describe, expect, test } from 'vitest';
import { fromText } from '../../../shared/octets.ts';
import { toSeq } from '../../../shared/seq.ts';
import { rawSegment } from '../../../shared/tcp/raw.ts';
import { ctlOf, type Flag, RST, SYN } from '../../../shared/tcp/segment.ts';
import type { Tcb } from '../../../shared/tcp/tcb.ts';
import { transition } from '../../../shared/tcp/transition.ts';
import * as build from '../judge/builders.ts';

type Raw = readonly [flags: readonly Flag[], seq: number, ack: number | null, text?: string];
const inject = (tcb: Tcb, ...[flags, seq, ack, text = '']: Raw) =>
  transition(
    tcb,
    {
      type: 'inject',
      clause: 'rst-not-owed',
      segment: rawSegment(tcb, {
        seq: toSeq(seq),
        ack: toSeq(ack ?? 0),
        ctl: ctlOf(flags),
        data: fromText(text),
      }),
    },
    50,
  );
const books = ({ state, snd, rcv, owed, timers }: Tcb) => ({ state, snd, rcv, owed, timers });
const closingText = (): Tcb => build.closing(build.asked('bye'));
const textDue = (): Tcb => build.expire(build.sendAll(build.asked('hello')), 'retransmission', 1000);

describe('leaves as it was written, with the window and the options of now', () => {
  test.each<readonly [string, Tcb, Raw]>([
    ['a reset out of nothing', build.established(), [['RST'], 1001, null]],
    ['a second SYN', build.established(), [['SYN'], 1000, null]],
    ['a FIN that nobody asked for', build.established(), [['FIN', 'ACK'], 1001, 5001]],
    ['octets of nowhere', build.established(), [['ACK'], 1001, 5001, 'spam']],
    ['an ACK of what never came', build.established(), [['ACK'], 1001, 9999]],
    ['the numbers of the other side', build.asked('hello'), [['ACK'], 5001, 5001, 'hello']],
    ['the SYN with another number', build.opening(), [['SYN'], 999, null]],
    ['a SYN in CLOSED', build.closed(), [['SYN'], 7, null]],
    ['a SYN with text', build.opening(), [['SYN'], 1000, null, 'hi']],
    ['the SYN,ACK with a copied number', build.synArrived(), [['SYN', 'ACK'], 5000, 5001]],
    ['a FIN before the text', closingText(), [['FIN', 'ACK'], 1001, 5001]],
    ['a repetition before its time', build.sendAll(build.asked('hello')), [['ACK'], 1001, 5001, 'hello']],
    ['a repetition cut short', textDue(), [['ACK'], 1001, 5001, 'hel']],
    ['the wrong ack of text that came', build.arrive(build.established(), build.fromPeer('x')), [['ACK'], 1001, 5001]],
    [
      'a number that was acknowledged',
      build.arrive(build.synReceived(), build.fromPeer('x')),
      [['SYN', 'ACK'], 1000, 5001],
    ],
  ])('%s: the books are as before', (_, tcb, [flags, seq, ack, text = '']) => {
    const { tcb: after, effects } = inject(tcb, flags, seq, ack, text);
    expect(books(after)).toEqual(books(tcb));
    expect(effects).toEqual([
      {
        type: 'sendSegment',
        retransmission: false,
        clause: 'rst-not-owed',
        segment: expect.objectContaining({
          seq,
          ack: ack ?? 0,
          ctl: ctlOf(flags),
          wnd: tcb.rcv.wnd,
          data: fromText(text),
        }),
      },
    ]);
  });

  test('SYN segments have options, others have none', () => {
    const tcb = build.opening();
    const parts = { seq: toSeq(1), ack: toSeq(0), data: fromText('') };
    expect(rawSegment(tcb, { ...parts, ctl: SYN }).options).toEqual([{ type: 'mss', mss: 1460 }]);
    expect(rawSegment(tcb, { ...parts, ctl: RST }).options).toEqual([]);
  });
});

describe("where it carries TCP's own next numbers, the send variables follow", () => {
  test('the SYN with a flag too many: it is out, and will be repeated', () => {
    const { tcb } = inject(build.opening(), ['SYN', 'ACK'], 1000, 0);
    expect(tcb.snd).toMatchObject({ una: 1000, nxt: 1001, max: 1001, queue: [{ seq: 1000, ctl: SYN, times: 1 }] });
    expect(tcb.owed.syn).toBeNull();
    expect(tcb.timers.retransmission).toEqual({ since: 50, at: 1050 });
    expect(tcb.state).toBe('SYN-SENT');
  });
  test('the SYN,ACK with a wrong ack', () => {
    const { tcb } = inject(build.synArrived(), ['SYN', 'ACK'], 1000, 5000);
    expect(tcb.snd.nxt).toBe(1001);
    expect(tcb.owed.syn).toBeNull();
  });
  test('text with an old ack: SND.NXT moves, and the ACK is still owed', () => {
    const asked = build.call(build.arrive(build.established(), build.fromPeer('x')), {
      type: 'SEND',
      data: fromText('hello'),
      urgent: false,
    });
    const { tcb, effects } = inject(asked, ['ACK'], 1001, 5001, 'hello');
    expect(tcb.snd).toMatchObject({ una: 1001, nxt: 1006, queue: [{ seq: 1001, len: 5 }] });
    expect(tcb.owed.ack).toEqual(asked.owed.ack);
    expect(effects.map(({ type }) => type)).toEqual(['sendSegment', 'startTimer']);
  });
  test('more text than the window takes', () => {
    const asked = build.asked('x'.repeat(700));
    const narrow = { ...asked, snd: { ...asked.snd, wnd: 100 } };
    expect(inject(narrow, ['ACK'], 1001, 5001, 'x'.repeat(700)).tcb.snd.nxt).toBe(1701);
  });
  test('text before ESTABLISHED', () => {
    const asked = build.call(build.synReceived(), { type: 'SEND', data: fromText('hi'), urgent: false });
    const { tcb } = inject(asked, ['ACK'], 1001, 5001, 'hi');
    expect(tcb.snd).toMatchObject({ nxt: 1003, queue: [{ seq: 1000 }, { seq: 1001, len: 2 }] });
  });
  test('the FIN with a wrong ack, after CLOSE', () => {
    const half = build.sendAll(build.arrive(build.established(), build.finFromPeer));
    const { tcb } = inject(build.closing(half), ['FIN', 'ACK'], 1001, 5001);
    expect(tcb.snd.nxt).toBe(1002);
    expect(tcb.state).toBe('LAST-ACK');
  });
  test('a due repetition with a wrong ack: the timer backs off', () => {
    const { tcb, effects } = inject(textDue(), ['ACK'], 1001, 9, 'hello');
    expect(tcb.owed.retransmission).toBe(false);
    expect(tcb.snd.queue).toMatchObject([{ times: 2 }]);
    expect(tcb.timers.retransmission).toEqual({ since: 50, at: 2050 });
    expect(effects[0]).toMatchObject({ type: 'sendSegment', retransmission: true });
  });
  test('the SYN again with a wrong ack, both opening at once', () => {
    const crossing = build.arrive(build.synSent(), {
      ...build.finFromPeer,
      seq: toSeq(5000),
      ack: toSeq(0),
      ctl: SYN,
    });
    const { tcb } = inject(crossing, ['SYN', 'ACK'], 1000, 5000);
    expect(tcb.owed.syn).toBeNull();
    expect(tcb.snd).toMatchObject({ nxt: 1001, queue: [{ seq: 1000, times: 2 }] });
  });
});

describe('an acknowledgment counts, whatever else is wrong', () => {
  test('with URG, where the ACK is owed now', () => {
    const fin = build.arrive(build.established(), build.finFromPeer);
    expect(inject(fin, ['URG', 'ACK'], 1001, 5002).tcb.owed.ack).toBeNull();
    expect(inject(fin, ['URG', 'ACK'], 1000, 5002).tcb.owed.ack).toEqual(fin.owed.ack);
    expect(inject(fin, ['RST', 'ACK'], 1001, 5002).tcb.owed.ack).toEqual(fin.owed.ack);
  });
});
