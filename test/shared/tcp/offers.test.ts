/** `offers` and keeper pacing: what is owed, what is allowed, and what a transmitted segment takes up. */
import { describe, expect, test } from 'vitest';
import { type Offer, offers } from '../../../shared/tcp/offers.ts';
import { nextTimer } from '../../../shared/tcp/transition.ts';
import type { Config } from '../../../shared/tcp/config.ts';
import { show } from './notation.ts';
import { type Builder, closed, listening, numberings, synReceived, synSent, type World } from './world.ts';

const [plain] = numberings;
const keeper: Partial<Config> = { pacing: 'keeper', delayedAck: 400 };

/** Each offer: kind, `owed` or `may`, the least text, and the segment. */
const offered = ({ tcb, numbering }: World): readonly string[] =>
  offers(tcb).map(
    ({ kind, owed, least, segment }) =>
      `${kind} ${owed ? 'owed' : 'may'} ${least} ${show(segment, { seq: numbering.iss, ack: numbering.irs })}`,
  );

/** The keeper sends the offer of a kind, cut to `most` octets. */
function keep(world: World, kind: Offer['kind'], most = 65_535): World {
  const offer = offers(world.tcb).find((each) => each.kind === kind);
  if (offer === undefined) throw new Error(`no ${kind} is offered`);
  const { segment } = offer;
  const cut = segment.data.length > most ? segment.ctl & ~0x01 : segment.ctl;
  return world.do({ type: 'transmit', segment: { ...segment, ctl: cut, data: segment.data.subarray(0, most) } });
}

const ready: Builder = (numbering, config = {}) =>
  keep(synReceived(numbering, { ...keeper, ...config }), 'syn').gets('<SEQ=1><ACK=1><CTL=ACK>');

describe('what is offered', () => {
  test('nothing in CLOSED and LISTEN', () => {
    expect(offered(closed(plain, keeper))).toEqual([]);
    expect(offered(listening(plain, keeper))).toEqual([]);
  });
  test('a SYN, until it left', () => {
    const world = synSent(plain, keeper);
    expect(world.did).toBe('SYN-SENT');
    expect(world.due('retransmission')).toBeNull();
    expect(offered(world)).toEqual(['syn owed 0 <SEQ=0><CTL=SYN>']);
    expect(offered(keep(world, 'syn'))).toEqual([]);
    expect(keep(world, 'syn').due('retransmission')).toBe(1000);
  });
  test('a SYN,ACK, and once it left nothing', () => {
    const world = synReceived(plain, keeper);
    expect(offered(world)).toEqual(['syn owed 0 <SEQ=0><ACK=1><CTL=SYN,ACK>']);
    expect(offered(keep(world, 'syn'))).toEqual([]);
    expect(keep(world, 'syn').clauses).toContain('listen-answers-syn');
  });
  test('a repeated SYN: an ACK, or the SYN,ACK again', () => {
    const world = keep(synReceived(plain, keeper), 'syn').gets('<SEQ=0><CTL=SYN>');
    expect(offered(world)).toEqual(['ack owed 0 <SEQ=1><ACK=1><CTL=ACK>', 'syn owed 0 <SEQ=0><ACK=1><CTL=SYN,ACK>']);
    expect(offered(keep(world, 'ack'))).toEqual([]);
    expect(offered(keep(world, 'syn'))).toEqual([]);
    expect(keep(world, 'syn').tcb.snd.queue).toMatchObject([{ times: 2 }]);
    expect(keep(world, 'syn').clauses).toContain('repeated-syn');
  });
  test('a reset', () => {
    const world = closed(plain, keeper).gets('<SEQ=5><ACK=7><CTL=ACK>').gets('<SEQ=5><ACK=9><CTL=ACK>');
    expect(offered(world)).toEqual(['reset owed 0 <SEQ=7><CTL=RST>', 'reset owed 0 <SEQ=9><CTL=RST>']);
    const once = keep(world, 'reset');
    expect(once.did).toBe('CLOSED <SEQ=7><CTL=RST>');
    expect(once.clauses).toContain('closed-answers-rst');
    expect(offered(once)).toEqual(['reset owed 0 <SEQ=9><CTL=RST>']);
  });
  test('an ACK that may wait, and the time-out that makes it owed', () => {
    const world = ready(plain).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5>');
    expect(offered(world)).toEqual(['ack may 0 <SEQ=1><ACK=6><CTL=ACK>']);
    expect(offered(world.expire('delayedAck'))).toEqual(['ack owed 0 <SEQ=1><ACK=6><CTL=ACK>']);
    expect(offered(keep(world, 'ack'))).toEqual([]);
    expect(keep(world, 'ack').due('delayedAck')).toBeNull();
  });
  test('text, which may be cut, and which an ACK may go before', () => {
    const world = ready(plain).send(10).gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5>');
    expect(offered(world)).toEqual([
      'text owed 1 <SEQ=1><ACK=6><CTL=ACK><DATA=10>',
      'ack may 0 <SEQ=1><ACK=6><CTL=ACK>',
    ]);
    const part = keep(world, 'text', 4);
    expect(part.did).toBe('ESTABLISHED <SEQ=1><ACK=6><CTL=ACK><DATA=4>');
    expect(offered(part)).toEqual(['text owed 1 <SEQ=5><ACK=6><CTL=ACK><DATA=6>']);
    expect(offered(keep(part, 'text'))).toEqual([]);
  });
  test('text that is silly now may wait', () => {
    const world = ready(plain).gets('<SEQ=1><ACK=1><CTL=ACK><WND=100>').send(300);
    expect(offered(world)).toEqual(['text may 1 <SEQ=1><ACK=1><CTL=ACK><DATA=100>']);
    const later = world.expire('persist');
    expect(offered(later)[0]).toBe('text may 1 <SEQ=1><ACK=1><CTL=ACK><DATA=100>');
    expect(offered(later)[1]).toBe('text owed 1 <SEQ=1><ACK=1><CTL=ACK><DATA=100>');
    expect(offered(keep(later, 'text'))).toEqual([]);
  });
  test('a FIN on the last text, or by itself', () => {
    const world = ready(plain).send(10).close();
    expect(offered(world)).toEqual(['text owed 1 <SEQ=1><ACK=1><CTL=FIN,ACK><DATA=10>']);
    const part = keep(world, 'text', 4);
    expect(offered(part)).toEqual(['text owed 1 <SEQ=5><ACK=1><CTL=FIN,ACK><DATA=6>']);
    const lone = ready(plain).close();
    expect(offered(lone)).toEqual(['text owed 0 <SEQ=1><ACK=1><CTL=FIN,ACK>']);
    expect(keep(lone, 'text').clauses).toContain('close-sends-fin');
  });
  test('a retransmission, whole', () => {
    const world = keep(ready(plain).send(10), 'text').expire('retransmission');
    expect(offered(world)).toEqual(['retransmission owed 10 <SEQ=1><ACK=1><CTL=ACK><DATA=10>']);
    expect(world.due('retransmission')).toBeNull();
    const again = keep(world, 'retransmission');
    expect(again.due('retransmission')).toBe(3000);
    expect(again.tcb.snd.queue).toMatchObject([{ times: 2 }]);
    expect(offered(again)).toEqual([]);
  });
  test('no retransmission any more, once the acknowledgment came', () => {
    const world = keep(ready(plain).send(10), 'text').expire('retransmission').gets('<SEQ=1><ACK=11><CTL=ACK>');
    expect(offered(world)).toEqual([]);
  });
  test('new text while a retransmission is owed starts no timer', () => {
    const world = keep(ready(plain).send(10), 'text').expire('retransmission').send(5);
    expect(offered(world)).toEqual([
      'retransmission owed 10 <SEQ=1><ACK=1><CTL=ACK><DATA=10>',
      'text owed 1 <SEQ=11><ACK=1><CTL=ACK><DATA=5>',
    ]);
    expect(keep(world, 'text').due('retransmission')).toBeNull();
    expect(keep(world, 'text').tcb.snd.queue).toHaveLength(2);
  });
  test('a window probe: curriculum num-06', () => {
    const world = ready(plain).gets('<SEQ=1><ACK=1><CTL=ACK><WND=0>').send(50).expire('persist');
    expect(offered(world)).toEqual(['probe owed 1 <SEQ=1><ACK=1><CTL=ACK><DATA=1>']);
    const probed = keep(world, 'probe');
    expect(probed.tcb.snd).toMatchObject({ nxt: 10_001, max: 10_002 });
    expect(offered(probed)).toEqual([]);
    expect(offered(probed.gets('<SEQ=1><ACK=1><CTL=ACK><WND=50>'))).toEqual([
      'text owed 1 <SEQ=1><ACK=1><CTL=ACK><DATA=50>',
    ]);
    // The window opened before the probe left: nobody needs it any more.
    expect(offered(world.gets('<SEQ=1><ACK=1><CTL=ACK><WND=50>'))).toEqual([
      'text owed 1 <SEQ=1><ACK=1><CTL=ACK><DATA=50>',
    ]);
  });
});

const flag = (world: World): unknown => world.effects.find(({ type }) => type === 'sendSegment');

describe('what a keeper sends', () => {
  test('a segment that fits no offer counts as text', () => {
    const world = ready(plain);
    const made = world.do({
      type: 'transmit',
      segment: {
        seq: world.tcb.snd.nxt,
        ack: world.tcb.rcv.nxt,
        ctl: 0x10,
        wnd: 9,
        up: 0,
        options: [],
        data: new Uint8Array(0),
      },
    });
    expect(made.clauses).toEqual(['send-text']);
  });
  test('is told apart as a retransmission by its numbers', () => {
    expect(flag(keep(ready(plain).send(10), 'text'))).toMatchObject({ retransmission: false });
    const again = keep(ready(plain).send(10), 'text').expire('retransmission');
    expect(flag(keep(again, 'retransmission'))).toMatchObject({ retransmission: true });
    const crossed = keep(synSent(plain, keeper), 'syn').gets('<SEQ=0><CTL=SYN>');
    expect(flag(keep(crossed, 'syn'))).toMatchObject({ retransmission: true });
    expect(flag(keep(closed(plain, keeper).gets('<SEQ=5><ACK=7><CTL=ACK>'), 'reset'))).toMatchObject({
      retransmission: false,
    });
  });
});

describe('nextTimer', () => {
  test('is the timer that runs out first', () => {
    expect(nextTimer(closed(plain).tcb)).toBeNull();
    const world = ready(plain, { userTimeout: 5000 });
    const both = keep(world.send(5), 'text').gets('<SEQ=1><ACK=1><CTL=ACK><DATA=5>');
    expect(nextTimer(both.tcb)).toEqual({ timer: 'delayedAck', at: 400 });
    expect(nextTimer(both.expire('delayedAck').tcb)).toEqual({ timer: 'retransmission', at: 1000 });
  });
});

test('a transition leaves the TCB that it got as it was', () => {
  const world = ready(plain).send(10);
  const before = structuredClone(world.tcb);
  keep(world, 'text').gets('<SEQ=1><ACK=6><CTL=FIN,ACK><DATA=5>').close();
  expect(world.tcb).toEqual(before);
});
