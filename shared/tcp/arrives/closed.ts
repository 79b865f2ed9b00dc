/** RFC 9293 3.10.7.1: a segment arrives in CLOSED, where there is no TCB. */
import { drop, oweReset, type Run } from '../run.ts';
import { RST, type Segment } from '../segment.ts';

export function arrivesInClosed(run: Run, seg: Segment): void {
  if ((seg.ctl & RST) !== 0) {
    drop(run, 'closed-ignores-rst');
    return;
  }
  oweReset(run, seg, 'closed-answers-rst');
  drop(run, 'closed-answers-rst');
}
