/** What an examiner from outside found, with a model made of the RFC's text alone. */
import { describe, expect, test } from 'vitest';
import { optionsLength } from '../../../shared/tcp/option.ts';
import { seqDiff } from '../../../shared/seq.ts';
import { ACK, makeSegment, SYN } from '../../../shared/tcp/segment.ts';
import { transition } from '../../../shared/tcp/transition.ts';
import { established, listening, numberings, synCrossed, synSent } from './world.ts';

describe.each(numberings)('$title', (numbering) => {
  test('text queued with the SYN comes before the text of the first good ACK: 3.10.7.2', () => {
    const half = listening(numbering).gets('<SEQ=0><CTL=SYN><DATA=7>');
    const opened = half.gets('<SEQ=8><ACK=1><CTL=ACK><DATA=9>');
    expect(opened.did).toBe('ESTABLISHED deliver:1+7 deliver:8+9 <SEQ=1><ACK=17><CTL=ACK>');
  });

  test('so it does after a simultaneous open', () => {
    const half = synSent(numbering).gets('<SEQ=0><CTL=SYN><DATA=7>');
    expect(half.gets('<SEQ=8><ACK=1><CTL=ACK><DATA=9>').did).toContain('deliver:1+7 deliver:8+9');
  });

  test('text that repeats a part of the queued text is taken from where it is new', () => {
    const half = listening(numbering).gets('<SEQ=0><CTL=SYN><DATA=7>');
    expect(half.gets('<SEQ=5><ACK=1><CTL=ACK><DATA=9>').did).toContain('deliver:1+7 deliver:8+6');
  });

  test('RFC 793: the reset for a SYN acknowledges all of it, also what lies beyond the window', () => {
    const end = established(numbering, { rfc5961: false });
    expect(end.gets('<SEQ=1000><CTL=SYN><DATA=20>').did).toContain('<ACK=1021><CTL=RST,ACK>');
  });

  test('no sample is taken of an octet that a window probe has carried before: MUST-18', () => {
    const shut = established(numbering).gets('<SEQ=1><ACK=1><CTL=ACK><WND=0>').send(1);
    const probed = shut.expire('persist');
    const opened = probed.after(500).gets('<SEQ=1><ACK=1><CTL=ACK><WND=1000>');
    const before = opened.tcb.rtt.srtt;
    expect(opened.after(1).gets('<SEQ=1><ACK=2><CTL=ACK>').tcb.rtt.srtt).toBe(before);
  });

  test('the user timeout runs while a shut window holds text back: 3.10.8', () => {
    const shut = established(numbering, { userTimeout: 5000 }).gets('<SEQ=1><ACK=1><CTL=ACK><WND=0>').send(10);
    expect(shut.due('user')).toBe(shut.now + 5000);
    expect(shut.expire('user').did).toContain('CLOSED signal:timeout');
  });

  test('and goes on for what is left when a part was acknowledged', () => {
    const sent = established(numbering, { userTimeout: 5000 }).gets('<SEQ=1><ACK=1><CTL=ACK><WND=500>').send(600);
    const rest = sent.after(100).gets('<SEQ=1><ACK=501><CTL=ACK><WND=0>');
    expect(rest.due('user')).toBe(rest.now + 5000);
  });

  test('5.7 of RFC 6298 raises a short timer and never lowers a long one', () => {
    const slow = synSent(numbering, { initialRto: 5000 }).expire('retransmission');
    const open = slow.gets('<SEQ=0><ACK=1><CTL=SYN,ACK><WND=1000>').send(1);
    expect(open.tcb.rtt.rto).toBe(10_000);
    const quick = synSent(numbering).expire('retransmission');
    expect(quick.gets('<SEQ=0><ACK=1><CTL=SYN,ACK><WND=1000>').send(1).tcb.rtt.rto).toBe(3000);
  });

  test('the scaled window is rounded up, so that its right edge never moves back: SHLD-14', () => {
    const config = { windowScale: 7, rcvBuff: 100, autoReceive: false };
    const half = synSent(numbering, config);
    const synAck = makeSegment({
      seq: numbering.irs,
      ack: half.tcb.snd.nxt,
      ctl: SYN | ACK,
      wnd: 1000,
      options: [{ type: 'windowScale', shift: 7 }],
    });
    const { effects } = transition(half.tcb, { type: 'segmentArrives', segment: synAck, iss: numbering.iss }, 0);
    const sent = effects.find((effect) => effect.type === 'sendSegment');
    expect(sent?.type === 'sendSegment' && sent.segment.wnd << 7).toBeGreaterThanOrEqual(100);
  });
});

/** ESTABLISHED with SACK agreed and a peer whose MSS is 536. */
function withSack(numbering: (typeof numberings)[number]) {
  const half = synSent(numbering, { sack: true, mmsS: 556, rcvBuff: 4096 });
  const options = [{ type: 'mss', mss: 536 }, { type: 'sackPermitted' }] as const;
  const { seq, ack } = { seq: numbering.irs, ack: half.tcb.snd.nxt };
  const synAck = makeSegment({ seq, ack, ctl: SYN | ACK, wnd: 4096, options });
  return half.do({ type: 'segmentArrives', segment: synAck, iss: numbering.iss });
}

describe('selective acknowledgment', () => {
  test('a retransmission stays within Eff.snd.MSS though blocks came up since it left: MUST-16', () => {
    const sent = withSack(numberings[0]).send(536);
    const held = sent.gets('<SEQ=101><ACK=1><CTL=ACK><DATA=10>').gets('<SEQ=201><ACK=1><CTL=ACK><DATA=10>');
    const again = held.expire('retransmission').effects.find(({ type }) => type === 'sendSegment');
    if (again?.type !== 'sendSegment') throw new Error('nothing was sent');
    expect(again.segment.data.length).toBe(536);
    expect(optionsLength(again.segment.options)).toBe(0);
  });

  test('a short retransmission carries the blocks: there is room', () => {
    const held = withSack(numberings[0]).send(100).gets('<SEQ=101><ACK=1><CTL=ACK><DATA=10>');
    const again = held.expire('retransmission').effects.find(({ type }) => type === 'sendSegment');
    if (again?.type !== 'sendSegment') throw new Error('nothing was sent');
    expect(again.segment.options).toContainEqual({ type: 'sack', blocks: [expect.anything()] });
  });

  test('an island is remembered however many segments the newest one is made of: RFC 2018 4', () => {
    let world = withSack(numberings[0]).gets('<SEQ=101><ACK=1><CTL=ACK><DATA=10>');
    for (let i = 0; i < 12; i += 1) world = world.gets(`<SEQ=${301 + 10 * i}><ACK=1><CTL=ACK><DATA=10>`);
    const acked = world.effects.find(({ type }) => type === 'sendSegment');
    if (acked?.type !== 'sendSegment') throw new Error('nothing was sent');
    const blocks = acked.segment.options.flatMap((option) => (option.type === 'sack' ? option.blocks : []));
    const { irs } = world.numbering;
    expect(blocks.map(({ left, right }) => [seqDiff(left, irs), seqDiff(right, irs)])).toEqual([
      [301, 421],
      [101, 111],
    ]);
  });
});

test('5.7 of RFC 6298 counts once: what is measured later decides', () => {
  const quick = synSent(numberings[0]).expire('retransmission').gets('<SEQ=0><ACK=1><CTL=SYN,ACK><WND=1000>').send(1);
  const measured = quick.after(100).gets('<SEQ=1><ACK=2><CTL=ACK>').send(1);
  expect(measured.tcb.rtt.rto).toBe(1000);
});

test('5.7 is about SYNs: text that is timed out keeps its longer timer', () => {
  const quick = synSent(numberings[0]).expire('retransmission').gets('<SEQ=0><ACK=1><CTL=SYN,ACK><WND=1000>').send(1);
  const lost = quick.expire('retransmission');
  expect(lost.tcb.rtt.rto).toBe(6000);
  expect(lost.send(1).tcb.rtt.rto).toBe(6000);
});

test('the second crossing SYN is not taken for text', () => {
  expect(synCrossed(numberings[0]).tcb.rcv.held).toBeNull();
});
