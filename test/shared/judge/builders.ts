/** Connections to judge, each built on the one before: `keeper` pacing, ISS 1000 for us and 5000 for the peer. */
import { toSeq } from '../../../shared/seq.ts';
import { defaults } from '../../../shared/tcp/config.ts';
import type { UserCall } from '../../../shared/tcp/event.ts';
import { offers } from '../../../shared/tcp/offers.ts';
import { ACK, FIN, makeSegment, type Segment, SYN } from '../../../shared/tcp/segment.ts';
import { newTcb, type Tcb } from '../../../shared/tcp/tcb.ts';
import { transition } from '../../../shared/tcp/transition.ts';
import { fromText } from '../../../shared/octets.ts';

export const iss = toSeq(1000);
export const peerIss = toSeq(5000);
const config = { ...defaults, pacing: 'keeper', autoReceive: true, delayedAck: 400, rcvBuff: 4096 } as const;

export const closed = (): Tcb => newTcb(config);
export const call = (tcb: Tcb, user: UserCall, now = 0): Tcb =>
  transition(tcb, { type: 'userCall', call: user }, now).tcb;
export const arrive = (tcb: Tcb, segment: Segment, now = 0): Tcb =>
  transition(tcb, { type: 'segmentArrives', segment, iss }, now).tcb;
export const expire = (tcb: Tcb, timer: 'retransmission' | 'delayedAck', now: number): Tcb =>
  transition(tcb, { type: 'timeout', timer }, now).tcb;

/** Everything that is owed leaves. */
export function sendAll(tcb: Tcb, now = 0): Tcb {
  let next = tcb;
  for (let offer = offers(next)[0]; offer !== undefined; offer = offers(next)[0]) {
    next = transition(next, { type: 'transmit', segment: offer.segment }, now).tcb;
  }
  return next;
}

export const opening = (): Tcb => call(closed(), { type: 'OPEN', mode: 'active', iss });
export const synSent = (): Tcb => sendAll(opening());
export const listening = (): Tcb => call(closed(), { type: 'OPEN', mode: 'passive' });
export const synArrived = (): Tcb => arrive(listening(), makeSegment({ seq: peerIss, ctl: SYN, wnd: 4096 }));
export const synReceived = (): Tcb => sendAll(synArrived());
const synAck = makeSegment({ seq: peerIss, ack: 1001, ctl: SYN | ACK, wnd: 4096 });
export const synAckArrived = (): Tcb => arrive(synSent(), synAck);
export const established = (): Tcb => sendAll(synAckArrived());
export const asked = (text: string): Tcb => call(established(), { type: 'SEND', data: fromText(text), urgent: false });
export const closing = (tcb: Tcb): Tcb => call(tcb, { type: 'CLOSE' });

/** A segment of the peer, which has sent nothing but its SYN so far. */
export const fromPeer = (text: string, ctl = ACK): Segment =>
  makeSegment({ seq: 5001, ack: 1001, ctl, wnd: 4096, data: fromText(text) });
export const finFromPeer = fromPeer('', FIN | ACK);
