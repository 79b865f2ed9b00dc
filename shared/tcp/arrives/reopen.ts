/** RFC 9293 3.6.1, MAY-2, and RFC 6191: a new SYN may end TIME-WAIT, where it cannot be an old duplicate. */
import { seqGt, toSeq } from '../../seq.ts';
import { optionOf } from '../option.ts';
import { deleteTcb, type Run } from '../run.ts';
import { ACK, RST, type Segment, SYN } from '../segment.ts';
import type { Tcb } from '../tcb.ts';
import type { Step } from './otherStates.ts';

export function checkReopen(run: Run, seg: Segment): Step {
  const { tcb } = run;
  if (tcb.state !== 'TIME-WAIT' || !tcb.config.reopen || !isNewer(tcb, seg)) return 'continue';
  const above = tcb.snd.max;
  deleteTcb(run, 'time-wait-reopen');
  run.effects.push({ type: 'reopen', segment: seg, above, clause: 'time-wait-reopen' });
  return 'done';
}

/** RFC 6191 2: a later timestamp; with the same one, or without any, a number beyond all that the peer used. */
function isNewer({ agreed, rcv }: Tcb, seg: Segment): boolean {
  if ((seg.ctl & (SYN | ACK | RST)) !== SYN) return false;
  const option = optionOf(seg.options, 'timestamps');
  if (agreed.timestamps !== null && option !== null) {
    const val = toSeq(option.val);
    if (val !== agreed.timestamps.recent) return seqGt(val, agreed.timestamps.recent);
  }
  return seqGt(seg.seq, rcv.nxt);
}
