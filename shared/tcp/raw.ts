/**
 * A segment that breaks a rule and leaves all the same: not sent by TCP but past it, as a tool that forges packets does
 * on the same host. TCP's books do not know of it, with one exception: where the segment begins with TCP's own next
 * number and carries what TCP has to send there, those numbers are used, and SND.NXT, the retransmission queue and its
 * timer follow. What TCP owed it still owes, unless this segment says it after all.
 */
import { type Octets, sameOctets } from '../octets.ts';
import { type Seq, seqDiff, seqLt } from '../seq.ts';
import type { ClauseId } from './clauses.ts';
import { again, form } from './form.ts';
import type { Run } from './run.ts';
import { ACK, FIN, RST, type Segment, segLen, SYN } from './segment.ts';
import { leaveAck, leaveAgain, leaveFirst, leaveSynAgain } from './sent.ts';
import { finSent, type Tcb, textEnd, unsentLength } from './tcb.ts';

export interface RawParts {
  readonly seq: Seq;
  readonly ack: Seq;
  readonly ctl: number;
  readonly data: Octets;
}

/** A segment of this host with any numbers, flags and octets; window and options are those of now. */
export const rawSegment = (tcb: Tcb, { seq, ack, ctl, data }: RawParts): Segment => ({
  ...form(tcb, seq, ctl, data),
  ack,
  ctl,
  up: 0,
});

export function leaveRaw(run: Run, segment: Segment, clause: ClauseId): void {
  const { tcb } = run;
  const own = ownNumbers(tcb, segment);
  const retransmission = own !== null && seqLt(segment.seq, tcb.snd.max);
  const acknowledges = (segment.ctl & (ACK | RST | SYN)) === ACK && segment.ack === tcb.rcv.nxt;
  run.effects.push({ type: 'sendSegment', segment, retransmission, clause });
  if (acknowledges && (own !== null || segment.seq === tcb.snd.nxt)) leaveAck(run, segment.ack);
  if ((segment.ctl & SYN) !== 0 && own !== null) tcb.owed.syn = null;
  if (own === 'new') leaveFirst(run, segment);
  if (own === 'retransmission') leaveAgain(run);
  if (own === 'syn again') leaveSynAgain(run);
}

/** What this segment is to the send variables; null: nothing, its numbers are no more TCP's than its flags. */
function ownNumbers(tcb: Tcb, segment: Segment): 'new' | 'retransmission' | 'syn again' | null {
  const { state, snd } = tcb;
  if (state === 'CLOSED' || state === 'LISTEN' || (segment.ctl & RST) !== 0 || segLen(segment) === 0) return null;
  if (isRetransmission(tcb, segment)) return 'retransmission';
  if ((segment.ctl & SYN) === 0) return isNextText(tcb, segment) ? 'new' : null;
  if (tcb.owed.syn === null || segment.seq !== tcb.iss || segLen(segment) !== 1) return null;
  return snd.nxt === tcb.iss ? 'new' : 'syn again';
}

function isRetransmission(tcb: Tcb, { seq, ctl, data }: Segment): boolean {
  const [front] = tcb.snd.queue;
  if (front === undefined || !tcb.owed.retransmission || front.seq !== seq) return false;
  return ((front.ctl ^ ctl) & (SYN | FIN)) === 0 && sameOctets(again(tcb, front).data, data);
}

/** The next octets of the stream, and behind its last one the FIN, if the user has called CLOSE. */
function isNextText(tcb: Tcb, { seq, ctl, data }: Segment): boolean {
  const { snd, iss } = tcb;
  // The SYN comes first.
  if (seq !== snd.nxt || snd.nxt === iss || data.length > unsentLength(tcb)) return false;
  const from = seqDiff(seq, snd.textSeq);
  const fin = (ctl & FIN) !== 0;
  const finFits = snd.closing && !finSent(tcb) && seqDiff(textEnd(tcb), seq) === data.length;
  return (!fin || finFits) && sameOctets(snd.text.subarray(from, from + data.length), data);
}
