/** RFC 9293 3.10.7.4, sixth: check the URG bit. The urgent mode of 3.8.5. */
import { seqAdd, seqGt } from '../../seq.ts';
import { type Run, signal } from '../run.ts';
import { type Segment, URG } from '../segment.ts';
import { urgentLeft } from '../tcb.ts';

export function checkUrgent(run: Run, seg: Segment): void {
  const { tcb } = run;
  if ((seg.ctl & URG) === 0) return;
  if (tcb.state !== 'ESTABLISHED' && tcb.state !== 'FIN-WAIT-1' && tcb.state !== 'FIN-WAIT-2') return;
  // SEG.UP is an offset from SEG.SEQ, to the octet that follows the urgent data (MUST-62).
  const up = seqAdd(seg.seq, seg.up);
  if (!seqGt(up, tcb.rcv.up)) return;
  tcb.rcv.up = up;
  // MUST-32: told again whenever the pointer advances, while it is ahead of what the user consumed.
  if (urgentLeft(tcb) > 0) signal(run, 'urgent', 'urgent-signal');
}
