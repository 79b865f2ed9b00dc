/** RFC 9293 3.10.7.4, first: check sequence number. Four cases of Table 6, and the cut to the window. */
import { cut, NONE } from '../../octets.ts';
import { inWindow, type Seq, seqAdd, seqDiff, seqLt } from '../../seq.ts';
import { drop, oweAck, type Run, startTimer } from '../run.ts';
import { ACK, FIN, RST, type Segment, segEnd, segLen, SYN, withoutSyn } from '../segment.ts';

/** Table 6: whether any part of a segment lies in the window [RCV.NXT, RCV.NXT+RCV.WND). */
export function isAcceptable(seq: Seq, len: number, rcvNxt: Seq, rcvWnd: number): boolean {
  if (rcvWnd === 0) return len === 0 && seq === rcvNxt;
  if (len === 0) return inWindow(seq, rcvNxt, rcvWnd);
  return inWindow(seq, rcvNxt, rcvWnd) || inWindow(seqAdd(seq, len - 1), rcvNxt, rcvWnd);
}

/** The segment cut to the window, or null where it was dropped. */
export function checkSequence(run: Run, seg: Segment): Segment | null {
  const { tcb } = run;
  const { nxt, wnd } = tcb.rcv;
  if ((seg.ctl & RST) !== 0) {
    // 3.5.3 validates a RST by its SEQ field; text that comes with it (SHLD-2) does not move it into the window.
    if (isAcceptable(seg.seq, 0, nxt, wnd)) return seg;
    drop(run, 'rst-outside-window');
    return null;
  }
  if (tcb.state === 'SYN-RECEIVED' && (seg.ctl & SYN) !== 0 && seg.seq === tcb.irs) return repeatedSyn(run, seg);
  if (isAcceptable(seg.seq, segLen(seg), nxt, wnd)) return cutToWindow(seg, nxt, wnd, keepsOldSyn(tcb));
  // "If the RCV.WND is zero, special allowance should be made to accept valid ACKs, URGs, and RSTs": MUST-66.
  if (wnd === 0 && seg.seq === nxt && (seg.ctl & SYN) === 0) {
    oweAck(run, 'zero-window-answer');
    return { ...seg, data: NONE, ctl: seg.ctl & ~FIN };
  }
  if (tcb.state === 'TIME-WAIT' && (seg.ctl & FIN) !== 0 && segEnd(seg) === nxt) repeatedFin(run, seg);
  else oweAck(run, 'unacceptable-segment');
  drop(run, 'unacceptable-segment');
  return null;
}

/**
 * An old SYN whose text reaches into the window. RFC 5961 answers a SYN "irrespective of the sequence number", but only
 * in synchronized states, and as such counts SYN-RECEIVED after an active OPEN. Elsewhere it is cut off as old.
 */
const keepsOldSyn = ({ config, state, opened }: Run['tcb']): boolean =>
  config.rfc5961 && (state !== 'SYN-RECEIVED' || opened === 'actively');

/**
 * The SYN that made SYN-RECEIVED comes again. Table 6: it is old, so it is answered by an ACK. Departs from the
 * table as A.2 suggests: in a simultaneous open the peer's SYN,ACK repeats the SYN that we have; without its ACK
 * both ends would have to send once more.
 */
function repeatedSyn(run: Run, seg: Segment): Segment | null {
  const { tcb } = run;
  if ((seg.ctl & ACK) !== 0 && tcb.opened === 'actively' && tcb.config.relaxedOpen) {
    return cutToWindow(withoutSyn(seg), tcb.rcv.nxt, tcb.rcv.wnd, false);
  }
  oweAck(run, 'repeated-syn');
  drop(run, 'repeated-syn');
  return null;
}

/**
 * 3.10.7.4, fifth, TIME-WAIT: a repeated FIN is acknowledged and starts 2MSL again. It can never pass the first
 * step, since RCV.NXT is beyond it, so it is met there. Without its ACK bit it is no FIN of this connection.
 */
function repeatedFin(run: Run, seg: Segment): void {
  if ((seg.ctl & ACK) === 0) return;
  startTimer(run, 'timeWait', 2 * run.tcb.config.msl, 'time-wait-restart');
  oweAck(run, 'time-wait-restart');
}

/** What follows the peer's first SYN, cut to the window that we offer it: 3.10.7.2 and 3.10.7.3 process it later. */
export const behindSyn = ({ tcb }: Run, syn: Segment): Segment =>
  cutToWindow(withoutSyn(syn), tcb.rcv.nxt, tcb.rcv.wnd, false);

/** "The idealized segment that begins at RCV.NXT and does not exceed the window" - or begins later, and is held. */
function cutToWindow(seg: Segment, nxt: Seq, wnd: number, keepSyn: boolean): Segment {
  const { seq, ctl, data } = seg;
  const before = seqLt(seq, nxt) ? seqDiff(nxt, seq) : 0;
  const after = seqDiff(segEnd(seg), seqAdd(nxt, wnd));
  if (before === 0 && after <= 0) return seg;
  const hasSyn = (ctl & SYN) !== 0;
  const old = before - (hasSyn && before > 0 ? 1 : 0);
  const text = cut(data, Math.min(old, data.length));
  const beyond = Math.max(0, after - ((ctl & FIN) === 0 ? 0 : 1));
  return {
    ...seg,
    seq: before > 0 ? nxt : seq,
    // The pointer stays where it is, so it may lie before what is left.
    up: seg.up - before,
    ctl: ctl & ~(hasSyn && before > 0 && !keepSyn ? SYN : 0) & ~(after > 0 ? FIN : 0),
    data: beyond > 0 ? cut(text, 0, text.length - beyond) : text,
  };
}
