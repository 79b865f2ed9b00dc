/** RFC 9293 3.10.7.3: a segment arrives in SYN-SENT. */
import { seqAdd, seqGt, seqLe } from '../../seq.ts';
import { acknowledge, takeWindow } from '../acknowledge.ts';
import { mssOf } from '../negotiate.ts';
import { deleteTcb, drop, enter, oweAck, oweReset, type Run, signal } from '../run.ts';
import { ACK, FIN, RST, type Segment, SYN } from '../segment.ts';
import { continueAtSixth } from './otherStates.ts';
import { holdText } from './text.ts';

export function arrivesInSynSent(run: Run, seg: Segment): void {
  const { tcb } = run;
  const hasAck = (seg.ctl & ACK) !== 0;
  const hasRst = (seg.ctl & RST) !== 0;
  // First, check the ACK bit.
  if (hasAck && (seqLe(seg.ack, tcb.iss) || seqGt(seg.ack, tcb.snd.nxt))) {
    if (!hasRst) oweReset(run, seg, 'syn-sent-resets-bad-ack');
    drop(run, 'syn-sent-resets-bad-ack');
    return;
  }
  // Second, check the RST bit: it counts only with an acceptable ACK. RFC 5961's SEG.SEQ = RCV.NXT has no
  // meaning here, because nothing was received yet.
  if (hasRst) {
    if (hasAck) {
      signal(run, 'refused', 'syn-sent-refused');
      deleteTcb(run, 'syn-sent-refused');
    } else {
      drop(run, 'syn-sent-ignores-rst');
    }
    return;
  }
  // Third, security: left out (A.1). Fourth, check the SYN bit.
  if ((seg.ctl & SYN) !== 0) {
    takeSyn(run, seg);
    return;
  }
  // Fifth, if neither of the SYN or RST bits is set, then drop the segment.
  drop(run, 'syn-sent-drops-rest');
}

function takeSyn(run: Run, seg: Segment): void {
  const { tcb } = run;
  tcb.irs = seg.seq;
  tcb.rcv.nxt = seqAdd(seg.seq, 1);
  tcb.rcv.up = seg.seq;
  tcb.snd.mss = mssOf(seg);
  // The text begins after the SYN; from here on the segment is the idealized one that starts at RCV.NXT.
  const rest: Segment = { ...seg, seq: tcb.rcv.nxt, ctl: seg.ctl & ~SYN };
  if ((seg.ctl & ACK) !== 0) acknowledge(run, seg.ack);
  if (seqGt(tcb.snd.una, tcb.iss)) {
    // Our SYN was acknowledged. The text of 3.10.7.3 forgets the window here; 3.10.7.4 sets it at this point.
    takeWindow(run, seg);
    enter(run, 'ESTABLISHED', 'syn-sent-established');
    oweAck(run, 'syn-sent-established');
    if (seg.data.length > 0 || (seg.ctl & FIN) !== 0) continueAtSixth(run, rest);
    return;
  }
  // Both sides open at once: Figure 7. The SYN goes again, with an ACK this time (MUST-10).
  takeWindow(run, seg);
  holdText(run, rest);
  tcb.owed.syn = 'simultaneous-open';
  enter(run, 'SYN-RECEIVED', 'simultaneous-open');
}
