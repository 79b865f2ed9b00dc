/** RFC 9293 3.10.7.4, the sixth to the eighth step: URG, text, FIN. */
import { inWindow, seqAdd, seqDiff, seqGt, seqLt, seqMax, type Seq } from '../../../../shared/seq.ts';
import { FIN, type Segment } from '../../../../shared/tcp/segment.ts';
import { drop, enter, finAcked, owesAck } from './acts.ts';
import type { Arrival, Endpoint, Kept, Next } from './endpoint.ts';

/** Text and FIN are for ESTABLISHED, FIN-WAIT-1 and FIN-WAIT-2; later "a FIN has been received from the remote side". */
const takesText = ({ state }: Endpoint): boolean =>
  state === 'ESTABLISHED' || state === 'FIN-WAIT-1' || state === 'FIN-WAIT-2';

export function fromTheSixthStep(a: Arrival): Next {
  const { e, seg } = a;
  // What was queued with the SYN comes first: "processing is done in SEG.SEQ order".
  for (const { urgent } of e.kept) if (urgent !== null) urgBit(a, urgent);
  if (a.urgent !== null) urgBit(a, a.urgent);
  const part = withinWindow(e, seg);
  if (takesText(e)) return inOrder(a, part);
  ignoreAfterFin(a, part);
  if (!part.fin) return 'return';
  owesAck(a, 'eighth: another FIN');
  if (e.state !== 'TIME-WAIT') return 'return';
  a.lingers = true;
  a.because.add('eighth: TIME-WAIT again');
  return 'return';
}

/** Sixth, check the URG bit. */
function urgBit(a: Arrival, pointer: Seq): void {
  const { e } = a;
  if (!takesText(e)) return;
  const before = e.rcvUp;
  e.rcvUp = seqMax(e.rcvUp, pointer);
  const consumed = seqAdd(e.rcvNxt, -e.unread);
  // MUST-32: "whenever the urgent pointer advances in the data stream".
  if (!seqGt(e.rcvUp, before) || !seqGt(e.rcvUp, consumed)) return;
  a.because.add('sixth');
  a.acts.push({ type: 'signal', signal: 'urgent' });
}

/** "trimming off any portions that lie outside the window (including SYN and FIN)" */
function withinWindow(e: Endpoint, { seq, ctl, data }: Segment): Kept {
  const text = data.subarray(0, Math.max(0, e.rcvWnd - seqDiff(seq, e.rcvNxt)));
  const fin = (ctl & FIN) !== 0 && inWindow(seqAdd(seq, data.length), e.rcvNxt, e.rcvWnd);
  return { seq, text, fin, urgent: null };
}

/** Seventh and eighth, for this segment and for those that were held: each when RCV.NXT has come to it. */
function inOrder(a: Arrival, part: Kept): Next {
  const { e } = a;
  const gap = e.kept.length > 0 && e.kept.every(({ seq }) => seqGt(seq, e.rcvNxt));
  const waits = seqGt(part.seq, e.rcvNxt) && (gap || e.kept.length === 0);
  if (part.text.length > 0 || part.fin) e.kept = [...e.kept, part];
  if (waits) {
    if (part.text.length > 0 || part.fin) owesAck(a, 'first: held');
    return 'return';
  }
  // "further processing is done in SEG.SEQ order"
  const queue = e.kept.toSorted((x, y) => seqDiff(x.seq, y.seq));
  for (const [i, next] of queue.entries()) {
    e.kept = queue.slice(i);
    const old = Math.max(0, seqDiff(e.rcvNxt, next.seq));
    const text = next.text.subarray(old, old + e.rcvWnd);
    if (!takesText(e)) {
      // The FIN has come: what still waits goes with the queue, what has just come is dropped.
      if (next === part) ignoreAfterFin(a, { ...part, text, fin: part.fin && !seqLt(endOf(part), e.rcvNxt) });
      continue;
    }
    if (seqGt(next.seq, e.rcvNxt)) return 'return';
    segmentText(a, text, gap);
    if (next.fin && seqAdd(next.seq, next.text.length) === e.rcvNxt && e.rcvWnd > 0) finBit(a);
  }
  e.kept = [];
  return 'return';
}

/** The number of a FIN behind this text. */
const endOf = ({ seq, text }: Kept): Seq => seqAdd(seq, text.length);

/** A stream has one FIN: what says to come after it, text or another FIN, is no part of it. */
function ignoreAfterFin(a: Arrival, { text, fin }: Kept): void {
  if (text.length > 0) drop(a, 'seventh: after the FIN');
  else if (fin) drop(a, 'eighth: another FIN');
}

/** Seventh, process the segment text. */
function segmentText(a: Arrival, text: Kept['text'], filled: boolean): void {
  const { e, rules } = a;
  if (text.length === 0) return;
  if (rules.autoReceive) {
    a.because.add('seventh: deliver');
    a.acts.push({ type: 'deliver', data: text });
  } else e.unread += text.length;
  advance(a, text.length);
  owesAck(a, filled ? 'seventh: fills a gap' : 'seventh: acknowledge');
}

/** RCV.NXT moves on; the right edge of the window stays until 3.8.6.2.2 finds that a step is worth its while. */
function advance(a: Arrival, count: number): void {
  const { e, rules } = a;
  e.rcvNxt = seqAdd(e.rcvNxt, count);
  e.rcvWnd = Math.max(0, e.rcvWnd - count);
  const effSndMss = 536;
  const room = rules.rcvBuff - e.unread;
  if (room - e.rcvWnd >= Math.min(rules.rcvBuff / 2, effSndMss)) e.rcvWnd = room;
}

/** Eighth, check the FIN bit. */
function finBit(a: Arrival): void {
  const { e } = a;
  a.because.add('eighth: signal');
  a.acts.push({ type: 'signal', signal: 'closing' });
  advance(a, 1);
  owesAck(a, 'eighth: acknowledge');
  switch (e.state) {
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
      return enter(a, 'CLOSE-WAIT', 'eighth: CLOSE-WAIT');
    case 'FIN-WAIT-1':
      if (!finAcked(e)) return enter(a, 'CLOSING', 'eighth: CLOSING');
      a.lingers = true;
      return enter(a, 'TIME-WAIT', 'eighth: TIME-WAIT');
    case 'FIN-WAIT-2':
      a.lingers = true;
      return enter(a, 'TIME-WAIT', 'eighth: TIME-WAIT');
    case 'TIME-WAIT':
    case 'CLOSE-WAIT':
    case 'CLOSING':
    case 'LAST-ACK':
      throw new Error('a FIN has been received from the remote side');
    case 'CLOSED':
    case 'LISTEN':
    case 'SYN-SENT':
      throw new Error('the eighth step drops the segment');
  }
}
