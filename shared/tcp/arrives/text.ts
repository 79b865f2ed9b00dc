/** RFC 9293 3.10.7.4, seventh: process the segment text. Reassembly (SHLD-31) and the receive window (3.8.6). */
import { append, cut, type Octets } from '../../octets.ts';
import { seqAdd, seqDiff, seqGt, seqLe, seqLt } from '../../seq.ts';
import { effSndMss } from '../form.ts';
import { deleteTcb, drop, handOver, oweAbort, oweAck, type Run, startTimer } from '../run.ts';
import { FIN, type Segment } from '../segment.ts';
import { firstHeld, heldEnd, hold, withoutFirst } from '../held.ts';
import { newestFirst, stillBeyond } from '../sack.ts';
import { consumed, mostWindow, type Tcb } from '../tcb.ts';
import { processFin } from './fin.ts';
import type { Step } from './otherStates.ts';

export const mayReceiveText = (state: Tcb['state']): boolean =>
  state === 'ESTABLISHED' || state === 'FIN-WAIT-1' || state === 'FIN-WAIT-2';

export function processText(run: Run, seg: Segment): Step {
  const { tcb } = run;
  // What was queued with the SYN comes first, once ESTABLISHED has been reached (3.10.7.2, 3.10.7.3).
  if (mayReceiveText(tcb.state)) releaseHeld(run, 'text-acknowledged');
  if (!mayReceiveText(tcb.state)) {
    const isNew = seg.data.length > 0 && seqGt(seqAdd(seg.seq, seg.data.length), tcb.rcv.nxt);
    if (isNew) drop(run, 'text-after-fin');
    return 'continue';
  }
  if (seg.data.length > 0) {
    if (tcb.rcv.shut && tcb.snd.closing) {
      // SHLD-3: nobody reads any more and nobody can say so, so the loss is told by a reset.
      oweAbort(run, 'late-text-resets');
      deleteTcb(run, 'late-text-resets');
      return 'done';
    }
    if (seqGt(seg.seq, tcb.rcv.nxt)) {
      holdText(run, seg);
      oweAck(run, 'out-of-order');
      return 'continue';
    }
    const filling = tcb.rcv.held !== null;
    take(run, cut(seg.data, seqDiff(tcb.rcv.nxt, seg.seq)));
    oweTextAck(run, filling);
  }
  // Its own FIN comes before what was held: "further processing is done in SEG.SEQ order".
  if ((seg.ctl & FIN) === 0) releaseHeld(run, 'gap-filled');
  return 'continue';
}

/** Keeps text (and a FIN) that cannot be processed yet. */
export function holdText(run: Run, seg: Segment): void {
  const fin = (seg.ctl & FIN) !== 0;
  if (seg.data.length === 0 && !fin) return;
  const { rcv, agreed } = run.tcb;
  rcv.held = hold(rcv.held, { seq: seg.seq, text: seg.data, fin });
  if (agreed.sack) rcv.latest = newestFirst(rcv, seg.seq);
}

/** What was held and now begins at RCV.NXT (or before it) is taken. */
function releaseHeld(run: Run, clause: 'text-acknowledged' | 'gap-filled'): void {
  const { rcv } = run.tcb;
  for (let next = firstHeld(rcv.held); next !== null && seqLe(next.seq, rcv.nxt); next = firstHeld(rcv.held)) {
    rcv.held = withoutFirst(rcv.held);
    const old = seqDiff(rcv.nxt, next.seq);
    if (old < next.text.length) {
      take(run, cut(next.text, old));
      oweAck(run, clause);
    }
    if (next.fin && heldEnd(next) === seqAdd(rcv.nxt, 1)) processFin(run);
  }
}

/** Text that begins at RCV.NXT is ours now: RCV.NXT moves, the right edge of the window stays where it is. */
export function take(run: Run, offered: Octets): void {
  const { rcv } = run.tcb;
  const text = cut(offered, 0, rcv.wnd);
  rcv.nxt = seqAdd(rcv.nxt, text.length);
  rcv.wnd -= text.length;
  rcv.unacked += text.length;
  if (rcv.shut) run.effects.push({ type: 'drop', clause: 'text-unread' });
  else if (run.tcb.config.autoReceive) handOver(run, text, 'text-delivered');
  else rcv.unread = append(rcv.unread, text);
  const taken = consumed(run.tcb);
  if (seqLt(rcv.up, taken)) rcv.up = taken;
  if (rcv.latest.length > 0) rcv.latest = stillBeyond(rcv.latest, rcv.nxt);
  openWindow(run);
}

/**
 * 3.8.6.2.2: the right edge moves only by a worthwhile step, so that no silly window is offered (MUST-39).
 * True if it moved.
 */
export function openWindow(run: Run): boolean {
  const { rcv, config, agreed } = run.tcb;
  const room = Math.min(mostWindow << agreed.rcvShift, config.rcvBuff - rcv.unread.length);
  if (room - rcv.wnd < Math.min(config.rcvBuff / 2, effSndMss(run.tcb))) return false;
  rcv.wnd = room;
  return true;
}

/** 3.8.6.3: an ACK for text in order may wait a little, but not for two full segments, nor when it fills a gap. */
function oweTextAck(run: Run, fillsGap: boolean): void {
  const { tcb } = run;
  const { delayedAck, mss } = tcb.config;
  if (fillsGap) oweAck(run, 'gap-filled');
  else if (delayedAck === null) oweAck(run, 'text-acknowledged');
  else if (tcb.rcv.unacked >= 2 * (mss ?? 536)) oweAck(run, 'second-segment');
  else if (tcb.owed.ack === null) {
    tcb.owed.ack = { urgency: 'soon', clause: 'text-acknowledged' };
    startTimer(run, 'delayedAck', delayedAck, 'delayed-ack');
  }
}
