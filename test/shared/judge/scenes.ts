/** Moments at which a player can go wrong: a connection, what it received and what it sent last. */
import type { Exchange } from '../../../shared/judge/moment.ts';
import type { Move, SendMove } from '../../../shared/judge/move.ts';
import { fromText } from '../../../shared/octets.ts';
import { toSeq } from '../../../shared/seq.ts';
import { ACK, type Flag, makeSegment, RST, type Segment, SYN } from '../../../shared/tcp/segment.ts';
import type { Tcb } from '../../../shared/tcp/tcb.ts';
import * as build from './builders.ts';

export interface Scene extends Exchange {
  readonly tcb: Tcb;
}

export const wait: Move = { type: 'wait' };
export const send = (
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

const scene = (tcb: Tcb, received: Segment | null = null, sent: Segment | null = null): Scene => ({
  tcb,
  received,
  sent,
});
const arriving = (tcb: Tcb, received: Segment, sent: Segment | null = null): Scene =>
  scene(build.arrive(tcb, received), received, sent);
export const calling = ({ tcb, ...exchange }: Scene, text: string): Scene => ({
  ...exchange,
  tcb: build.call(tcb, { type: 'SEND', data: fromText(text), urgent: false }),
});
export const closing = ({ tcb, ...exchange }: Scene): Scene => ({ ...exchange, tcb: build.closing(tcb) });

const synSegment = makeSegment({ seq: 1000, ctl: SYN });
const thirdSegment = makeSegment({ seq: 1001, ack: 5001, ctl: ACK });
const peerSyn = makeSegment({ seq: 5000, ctl: SYN, wnd: 4096 });
const peerSynAck = makeSegment({ seq: 5000, ack: 1001, ctl: SYN | ACK, wnd: 4096 });

export const opening = scene(build.opening());
export const synSent = scene(build.synSent(), null, synSegment);
export const synTimedOut = scene(build.expire(build.synSent(), 'retransmission', 1000), null, synSegment);
export const ghost = (ack: number): Scene =>
  arriving(build.synSent(), makeSegment({ ...peerSynAck, ack: toSeq(ack) }), synSegment);
export const third = scene(build.synAckArrived(), peerSynAck, synSegment);
export const synArrived = scene(build.synArrived(), peerSyn);
export const synReceived = scene(build.synReceived(), peerSyn);
export const synAckTimedOut = scene(build.expire(build.synReceived(), 'retransmission', 1000), peerSyn);
export const crossing = arriving(build.synSent(), peerSyn, synSegment);
export const established = scene(build.established(), peerSynAck, thirdSegment);
export const serving = arriving(build.synReceived(), makeSegment({ seq: 5001, ack: 1001, ctl: ACK, wnd: 4096 }));
export const textArrived = (text: string): Scene => arriving(build.established(), build.fromPeer(text), thirdSegment);
export const secondText = (): Scene => {
  const first = build.arrive(build.established(), build.fromPeer('hello'));
  return arriving(first, makeSegment({ ...build.fromPeer('abc'), seq: 5006 }), thirdSegment);
};
export const hole = (ctl = ACK): Scene =>
  arriving(build.established(), makeSegment({ ...build.fromPeer('abc', ctl), seq: 5009 }), thirdSegment);
export const finArrived = arriving(build.established(), build.finFromPeer, thirdSegment);
export const halfClosed = scene(build.sendAll(finArrived.tcb), finArrived.received, {
  ...thirdSegment,
  ack: toSeq(5002),
});
/** `hello` is on its way. */
export const textSent = scene(
  build.sendAll(build.asked('hello')),
  peerSynAck,
  makeSegment({ seq: 1001, ack: 5001, ctl: ACK, data: fromText('hello') }),
);
const fin = makeSegment({ seq: 1001, ack: 5001, ctl: ACK | 1 });
export const finSent = scene(build.sendAll(build.closing(build.established())), peerSynAck, fin);
export const finCrossed = arriving(finSent.tcb, build.finFromPeer, fin);
const finAcked = build.arrive(finSent.tcb, makeSegment({ seq: 5001, ack: 1002, ctl: ACK, wnd: 4096 }));
export const finWait2Text = arriving(finAcked, makeSegment({ ...build.fromPeer('abc'), ack: 1002 }), fin);
const lastFin = makeSegment({ ...build.finFromPeer, ack: 1002 });
const fourth = makeSegment({ seq: 1002, ack: 5002, ctl: ACK });
export const timeWait = scene(build.sendAll(build.arrive(finAcked, lastFin)), lastFin, fourth);
export const timeWaitAgain = arriving(timeWait.tcb, lastFin, fourth);
const crossedAck = makeSegment({ seq: 5002, ack: 1002, ctl: ACK, wnd: 4096 });
export const timeWaitCrossed = arriving(build.sendAll(finCrossed.tcb), crossedAck, fourth);
export const resetObeyed = arriving(build.established(), makeSegment({ seq: 5001, ctl: RST }), thirdSegment);
export const resetOutside = arriving(build.established(), makeSegment({ seq: 77, ctl: RST }), thirdSegment);
export const resetInside = arriving(build.established(), makeSegment({ seq: 5100, ctl: RST }), thirdSegment);
export const strayText = arriving(build.closed(), build.fromPeer('x'));
export const straySyn = arriving(build.closed(), makeSegment({ seq: 7, ctl: SYN }));

/** The connection of `established`, with other numbers; `nxt` lies `sent` and `got` octets after the ISNs. */
export const renumbered = (iss: number, sent: number, irs: number, got: number): Scene => {
  const { tcb } = established;
  const nxt = toSeq(iss + 1 + sent);
  return scene({
    ...tcb,
    iss: toSeq(iss),
    irs: toSeq(irs),
    snd: { ...tcb.snd, una: nxt, nxt, max: nxt, textSeq: nxt },
    rcv: { ...tcb.rcv, nxt: toSeq(irs + 1 + got) },
  });
};
/** Text has arrived behind `renumbered`. */
export const renumberedText = (base: Scene, text: string): Scene =>
  arriving(
    base.tcb,
    makeSegment({ seq: base.tcb.rcv.nxt, ack: base.tcb.snd.nxt, ctl: ACK, wnd: 4096, data: fromText(text) }),
  );
