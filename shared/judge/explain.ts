/** Which clause tells a player best why a field is wrong. */
import { seqAdd } from '../seq.ts';
import type { ClauseId } from '../tcp/clauses.ts';
import type { Offer } from '../tcp/offers.ts';
import { ACK, ctlOf, FIN, RST, SYN, URG } from '../tcp/segment.ts';
import { finSent, isSynchronized, type Tcb, unsentLength } from '../tcp/tcb.ts';
import { assertNever } from '../result.ts';
import type { SendMove } from './move.ts';
import type { Fault } from './verdict.ts';

/** The clause behind one fault of `move`, held against `offer`. */
export function explain(tcb: Tcb, move: SendMove, offer: Offer, fault: Fault): ClauseId {
  switch (fault.field) {
    case 'flags':
      return explainFlags(tcb, move, offer);
    case 'seq':
      return offer.kind === 'text' || offer.kind === 'ack' ? 'seq-continues' : offer.clause;
    case 'ack':
      if (fault.given === null || fault.wanted === null) return 'ack-needs-flag';
      return offer.kind === 'reset' || offer.kind === 'syn' ? offer.clause : 'ack-names-next';
    case 'payload':
      return explainPayload(tcb, move, offer);
    case 'move':
      return offer.clause;
    default:
      return assertNever(fault);
  }
}

function explainFlags(tcb: Tcb, move: SendMove, offer: Offer): ClauseId {
  const given = ctlOf(move.flags);
  const extra = given & ~offer.segment.ctl;
  if ((extra & RST) !== 0) return 'rst-not-owed';
  if ((extra & SYN) !== 0) return offer.kind === 'reset' ? offer.clause : 'syn-only-opens';
  if ((extra & FIN) !== 0) return explainFin(tcb);
  if ((extra & URG) !== 0) return 'no-urgent-data';
  if ((offer.segment.ctl & ACK & ~given) !== 0) {
    if (move.ack !== null) return 'ack-needs-flag';
    if (isSynchronized(tcb.state)) return 'ack-bit-off';
  }
  return offer.clause;
}

function explainFin(tcb: Tcb): ClauseId {
  if (!tcb.snd.closing) return 'fin-needs-close';
  return finSent(tcb) ? 'too-early' : 'fin-after-text';
}

function explainPayload(tcb: Tcb, move: SendMove, offer: Offer): ClauseId {
  if (move.payload === null) return offer.clause;
  if (!isSynchronized(tcb.state)) return 'text-waits';
  if (offer.segment.data.length === 0) return finSent(tcb) ? 'nothing-after-fin' : 'text-from-stream';
  return move.payload.length > offer.segment.data.length ? 'within-window' : 'text-from-stream';
}

/** Why nothing at all is to be sent now. */
export function explainSilence(tcb: Tcb, move: SendMove): ClauseId {
  if (tcb.state === 'CLOSED' || tcb.state === 'LISTEN') return 'no-connection';
  const ctl = ctlOf(move.flags);
  if ((ctl & RST) !== 0) return 'rst-not-owed';
  if ((ctl & SYN) !== 0 && isSynchronized(tcb.state)) return 'syn-only-opens';
  if ((ctl & FIN) !== 0 && !tcb.snd.closing) return 'fin-needs-close';
  const repeats = tcb.snd.queue.some((sent) => sent.seq === move.seq || seqAdd(sent.seq, 1) === move.seq);
  if (repeats && (move.payload !== null || (ctl & (SYN | FIN)) !== 0)) return 'too-early';
  if (move.payload !== null && unsentLength(tcb) > 0) return 'within-window';
  return 'no-ack-of-ack';
}
