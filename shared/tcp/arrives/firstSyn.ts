/** The peer's SYN: RFC 9293 3.10.7.2 and 3.10.7.3, "RCV.NXT is set to SEG.SEQ+1, IRS is set to SEG.SEQ". */
import { seqAdd, seqMax } from '../../seq.ts';
import type { Run } from '../run.ts';
import { type Segment, URG } from '../segment.ts';

export function beginReceiving(run: Run, syn: Segment): void {
  const { tcb } = run;
  tcb.irs = syn.seq;
  tcb.rcv.nxt = seqAdd(syn.seq, 1);
  tcb.rcv.up = (syn.ctl & URG) === 0 ? tcb.rcv.nxt : seqMax(tcb.rcv.nxt, seqAdd(syn.seq, syn.up));
}
