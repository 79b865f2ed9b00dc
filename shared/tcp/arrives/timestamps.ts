/** RFC 7323 4.3 and 5.3: timestamps of arriving segments, and protection against wrapped sequence numbers (PAWS). */
import { seqLe, seqLt, toSeq } from '../../seq.ts';
import { optionOf } from '../option.ts';
import { drop, oweAck, type Run } from '../run.ts';
import { RST, type Segment } from '../segment.ts';
import type { Timestamps } from '../tcb.ts';
import type { Step } from './otherStates.ts';

/** 5.5: after 24 days without a segment TS.Recent says nothing any more. */
const OUTDATED = 24 * 24 * 3600 * 1000;

/** Before the sequence check: RFC 7323 5.3 R1. A RST is exempt. */
export function checkTimestamp(run: Run, seg: Segment): Step {
  const { timestamps } = run.tcb.agreed;
  if (timestamps === null || (seg.ctl & RST) !== 0) return 'continue';
  const option = optionOf(seg.options, 'timestamps');
  if (option === null) {
    drop(run, 'timestamp-missing');
    return 'done';
  }
  if (seqLt(toSeq(option.val), timestamps.recent) && !isOutdated(run, timestamps)) {
    oweAck(run, 'paws');
    drop(run, 'paws');
    return 'done';
  }
  return 'continue';
}

/** After the sequence check: R3. `seg` is the segment as it came, before the cut to the window. */
export function recordTimestamp(run: Run, seg: Segment): void {
  const { agreed } = run.tcb;
  const { timestamps } = agreed;
  if (timestamps === null) return;
  const option = optionOf(seg.options, 'timestamps');
  if (option === null || (seg.ctl & RST) !== 0) return;
  if (!seqLe(seg.seq, timestamps.lastAckSent)) return;
  run.tcb.agreed = { ...agreed, timestamps: { ...timestamps, recent: toSeq(option.val), recentAt: run.now } };
}

const isOutdated = (run: Run, { recentAt }: Timestamps): boolean => run.now - recentAt > OUTDATED;
