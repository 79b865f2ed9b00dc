/** RFC 9293 3.10.7.3: a segment arrives in SYN-SENT. */
import { seqGt, seqLe } from '../../seq.ts';
import { acknowledge, takeWindow } from '../acknowledge.ts';
import { takeBackSynText } from '../fastOpen.ts';
import { agree } from '../negotiate.ts';
import { optionOf } from '../option.ts';
import { deleteTcb, drop, enter, oweAck, oweReset, type Run, signal } from '../run.ts';
import { ACK, RST, type Segment, SYN } from '../segment.ts';
import { urgentLeft } from '../tcb.ts';
import { beginReceiving } from './firstSyn.ts';
import { continueAtSixth } from './otherStates.ts';
import { behindSyn } from './sequence.ts';
import { holdText } from './text.ts';

export function arrivesInSynSent(run: Run, seg: Segment): void {
  const { tcb } = run;
  const hasAck = (seg.ctl & ACK) !== 0;
  const hasRst = (seg.ctl & RST) !== 0;
  // First, check the ACK bit. (SND.MAX is SND.NXT, or more where text of a Fast Open SYN was taken back.)
  if (hasAck && (seqLe(seg.ack, tcb.iss) || seqGt(seg.ack, tcb.snd.max))) {
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
  beginReceiving(run, seg);
  agree(run, seg);
  if ((seg.ctl & ACK) !== 0) acknowledge(run, seg);
  // The text of 3.10.7.3 sets the window only for the simultaneous open; 3.10.7.4 sets it at this point.
  takeWindow(run, seg);
  if (seqGt(tcb.snd.una, tcb.iss)) {
    // Our SYN was acknowledged.
    endFastOpen(run, seg);
    enter(run, 'ESTABLISHED', 'syn-sent-established');
    oweAck(run, 'syn-sent-established');
    if (urgentLeft(tcb) > 0) signal(run, 'urgent', 'urgent-signal');
    // "If there are other controls or text in the segment, then continue processing at the sixth step."
    continueAtSixth(run, behindSyn(run, seg));
    return;
  }
  // Both sides open at once: Figure 7. The SYN goes again, with an ACK this time (MUST-10).
  takeBackSynText(run);
  holdText(run, behindSyn(run, seg));
  tcb.owed.syn = 'simultaneous-open';
  enter(run, 'SYN-RECEIVED', 'simultaneous-open');
}

/** RFC 7413 4.2.2: keeps the cookie; text of the SYN that was not taken goes again at once. */
function endFastOpen(run: Run, seg: Segment): void {
  const { tcb } = run;
  if (tcb.fastOpen === null) return;
  const given = optionOf(seg.options, 'fastOpen');
  if (given !== null && given.cookie.length > 0) {
    run.effects.push({ type: 'cookie', cookie: given.cookie, clause: 'fast-open-cookie' });
  }
  takeBackSynText(run);
}
