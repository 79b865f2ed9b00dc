/**
 * An offer of the engine in the words of a move: what a player would have to enter. The judge compares moves with
 * these; it has no TCP of its own.
 */
import { wholes } from '../tcp/choice.ts';
import { type Offer, offers } from '../tcp/offers.ts';
import { ACK, dataSeq, flagsOf, type Segment } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { seqAdd, seqDiff } from '../seq.ts';
import type { PayloadRef, SendMove } from './move.ts';

/** One way to be right: the offer, and the move that takes it up. */
export interface Form {
  readonly offer: Offer;
  readonly segment: Segment;
  readonly move: SendMove;
}

/** Every right answer now, the most pressing first. */
export const formsOf = (tcb: Tcb): readonly Form[] =>
  offers(tcb).flatMap((offer) => wholes(offer).map((segment) => ({ offer, segment, move: moveOf(tcb, segment) })));

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
