/** SND.UNA and SND.WND move: the ESTABLISHED part of RFC 9293 3.10.7.4, fifth, and RFC 6298 5.2, 5.3. */
import { cut } from '../octets.ts';
import { type Seq, seqAdd, seqDiff, seqGt, seqLe, seqLt } from '../seq.ts';
import type { Millis } from '../time.ts';
import { measure } from './rto.ts';
import { type Run, signal, startTimer, stopTimer } from './run.ts';
import { FIN, type Segment, SYN } from './segment.ts';
import { endOf, type Sent } from './tcb.ts';

/** SND.UNA < SEG.ACK =< SND.MAX: everything before SEG.ACK has arrived. */
export function acknowledge(run: Run, seg: Segment): void {
  const { snd } = run.tcb;
  const { ack } = seg;
  measure(run, seg);
  snd.una = ack;
  snd.unaMovedAt = run.now;
  // The window probe was taken: its octet counts as sent.
  if (seqGt(ack, snd.nxt)) snd.nxt = ack;
  const taken = Math.min(Math.max(0, seqDiff(ack, snd.textSeq)), snd.text.length);
  if (taken > 0) snd.text = cut(snd.text, taken);
  snd.textSeq = seqAdd(snd.textSeq, taken);
  snd.queue = stillOut(snd.queue, ack);
  run.tcb.owed.retransmission = false;
  if (seqLt(snd.up, ack)) snd.up = ack;
  if (taken > 0 && snd.text.length === 0) signal(run, 'sent', 'send-acknowledged');
  const oldest = snd.queue[0];
  if (oldest === undefined) {
    stopTimer(run, 'retransmission', 'rto-stop');
    stopTimer(run, 'user', 'rto-stop');
    // Text that a shut window holds back waits for the user's patience as well.
    if (snd.text.length > 0) startPatience(run, run.now);
    return;
  }
  startTimer(run, 'retransmission', run.tcb.rtt.rto, 'rto-restart');
  // The user's patience counts from the oldest octet that is still out.
  startPatience(run, oldest.firstSentAt);
}

/** The user timeout of 3.9.1, where the user set one: so long from `since` something may stay unacknowledged. */
export function startPatience(run: Run, since: Millis): void {
  const { userTimeout } = run.tcb.config;
  if (userTimeout !== null) startTimer(run, 'user', since + userTimeout - run.now, 'user-timeout');
}

const nothing: readonly Sent[] = [];

/** What SEG.ACK acknowledges leaves the queue; of a segment that it acknowledges in part, the rest stays. */
function stillOut(queue: readonly Sent[], ack: Seq): readonly Sent[] {
  let gone = 0;
  for (const sent of queue) {
    if (seqGt(endOf(sent), ack)) break;
    gone += 1;
  }
  const front = queue[gone];
  if (front === undefined) return nothing;
  if (seqLe(ack, front.seq)) return gone === 0 ? queue : queue.slice(gone);
  const len = seqDiff(endOf(front), ack) - ((front.ctl & FIN) === 0 ? 0 : 1);
  return [{ ...front, seq: ack, ctl: front.ctl & ~SYN, len }, ...queue.slice(gone + 1)];
}

/** The window of this segment becomes SND.WND. */
export function takeWindow(run: Run, seg: Segment): void {
  const { snd } = run.tcb;
  snd.wnd = seg.wnd;
  snd.maxWnd = Math.max(snd.maxWnd, seg.wnd);
  snd.wl1 = seg.seq;
  snd.wl2 = seg.ack;
}

/**
 * Only a segment that is not older than the last one that moved the window may move it: SND.WL1, SND.WL2.
 *
 * Departs from 3.10.7.4, fifth: because SND.WND counts from SND.UNA, a repeated segment (SEG.SEQ < SND.WL1) with a new
 * acknowledgment would push the right edge beyond what the peer ever offered. Its ACK is the newest that we have seen,
 * so its window is the newest too, and counts: the refinement of 3.8.6, "act on the window information from segments
 * that carry the highest acknowledgment number". Linux does the same (tcp_may_update_window).
 */
export function maybeTakeWindow(run: Run, seg: Segment): void {
  const { una, max, wl1, wl2 } = run.tcb.snd;
  if (!seqLe(una, seg.ack) || seqGt(seg.ack, max)) return;
  if (seqLt(wl1, seg.seq) || (wl1 === seg.seq && seqLe(wl2, seg.ack)) || seqLt(wl2, seg.ack)) takeWindow(run, seg);
}
