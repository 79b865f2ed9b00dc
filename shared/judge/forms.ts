/**
 * An offer of the engine in the words of a move: what a player would have to enter. The judge compares moves with
 * these; it has no TCP of its own.
 */
import { type Offer, offers } from '../tcp/offers.ts';
import { ACK, dataSeq, FIN, flagsOf, type Segment } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { seqAdd, seqDiff } from '../seq.ts';
import type { PayloadRef, SendMove } from './move.ts';

/** One way to be right: the offer, and the move that takes it up. */
export interface Form {
  readonly offer: Offer;
  readonly segment: Segment;
  readonly move: SendMove;
}

/** Every right answer now; a FIN that could ride on text may also come later, by itself. */
export function formsOf(tcb: Tcb): readonly Form[] {
  return offers(tcb).flatMap((offer) => {
    const whole = formOf(tcb, offer, offer.segment);
    const { segment } = offer;
    if ((segment.ctl & FIN) === 0 || segment.data.length === 0 || offer.kind === 'retransmission') return [whole];
    return [whole, formOf(tcb, offer, { ...segment, ctl: segment.ctl & ~FIN })];
  });
}

const formOf = (tcb: Tcb, offer: Offer, segment: Segment): Form => ({ offer, segment, move: moveOf(tcb, segment) });

/** The move that sends exactly `segment`. */
export const moveOf = (tcb: Tcb, segment: Segment): SendMove => ({
  type: 'send',
  flags: flagsOf(segment.ctl),
  seq: segment.seq,
  ack: (segment.ctl & ACK) === 0 ? null : segment.ack,
  payload: payloadOf(tcb, segment),
});

/** Octet 0 of the application's stream has the number ISS+1. */
function payloadOf(tcb: Tcb, segment: Segment): PayloadRef | null {
  if (segment.data.length === 0) return null;
  return { offset: seqDiff(dataSeq(segment), seqAdd(tcb.iss, 1)) >>> 0, length: segment.data.length };
}
