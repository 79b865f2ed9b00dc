/** RFC 9293 3.10.7.2: a segment arrives in LISTEN. */
import { type Seq, seqAdd } from '../../seq.ts';
import { mssOf } from '../negotiate.ts';
import { chooseIss, drop, enter, oweReset, type Run } from '../run.ts';
import { ACK, RST, type Segment, SYN } from '../segment.ts';
import { holdText } from './text.ts';

export function arrivesInListen(run: Run, seg: Segment, iss: Seq): void {
  const { tcb } = run;
  // First, check for a RST: it cannot answer anything that this connection sent.
  if ((seg.ctl & RST) !== 0) {
    drop(run, 'listen-ignores-rst');
    return;
  }
  // Second, check for an ACK: nothing was sent that it could acknowledge.
  if ((seg.ctl & ACK) !== 0) {
    oweReset(run, seg, 'listen-resets-ack');
    drop(run, 'listen-resets-ack');
    return;
  }
  // Third, check for a SYN. (Security is left out: A.1.)
  if ((seg.ctl & SYN) !== 0) {
    tcb.irs = seg.seq;
    tcb.rcv.nxt = seqAdd(seg.seq, 1);
    tcb.rcv.up = seg.seq;
    chooseIss(run, iss);
    tcb.snd.wnd = seg.wnd;
    tcb.snd.maxWnd = seg.wnd;
    tcb.snd.wl1 = seg.seq;
    tcb.snd.mss = mssOf(seg);
    // "Any other control or text should be queued for processing later."
    holdText(run, { ...seg, seq: tcb.rcv.nxt, ctl: seg.ctl & ~SYN });
    tcb.opened = 'passively';
    tcb.owed.syn = 'listen-answers-syn';
    enter(run, 'SYN-RECEIVED', 'listen-answers-syn');
    return;
  }
  // Fourth, other data or control: it should have had an ACK.
  drop(run, 'listen-drops-rest');
}
