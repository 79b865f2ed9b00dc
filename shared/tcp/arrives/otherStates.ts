/**
 * RFC 9293 3.10.7.4: a segment arrives in SYN-RECEIVED or a synchronized state. Eight steps, in this order; each
 * says whether the segment goes on to the next one.
 */
import type { Run } from '../run.ts';
import { type Segment, SYN } from '../segment.ts';
import { checkAck } from './ack.ts';
import { checkFin } from './fin.ts';
import { checkReopen } from './reopen.ts';
import { checkReset } from './reset.ts';
import { checkSequence } from './sequence.ts';
import { checkSyn } from './syn.ts';
import { processText } from './text.ts';
import { checkTimestamp, recordTimestamp } from './timestamps.ts';
import { checkUrgent } from './urgent.ts';

/** What a step says of the segment. */
export type Step = 'continue' | 'done';

export function arrivesInOtherStates(run: Run, seg: Segment): void {
  // Before the first: a new SYN in TIME-WAIT (MAY-2), and timestamps, where they are switched on.
  if (checkReopen(run, seg) === 'done' || checkTimestamp(run, seg) === 'done') return;
  // First, check sequence number; what goes on is cut to the window.
  const ideal = checkSequence(run, unscaled(run, seg));
  if (ideal === null) return;
  recordTimestamp(run, seg);
  // Second, check the RST bit.
  if (checkReset(run, ideal) === 'done') return;
  // Third, check security: left out (A.1). Fourth, check the SYN bit.
  if (checkSyn(run, ideal, seg) === 'done') return;
  // Fifth, check the ACK field.
  if (checkAck(run, ideal) === 'done') return;
  continueAtSixth(run, ideal);
}

/** SEG.WND in octets: RFC 7323 2.3. The window of a SYN is never scaled. */
function unscaled(run: Run, seg: Segment): Segment {
  const { sndShift } = run.tcb.agreed;
  return sndShift === 0 || (seg.ctl & SYN) !== 0 ? seg : { ...seg, wnd: seg.wnd << sndShift };
}

/** The steps for urgent data, text and FIN: a SYN,ACK with text enters here from 3.10.7.3. */
export function continueAtSixth(run: Run, seg: Segment): void {
  // Sixth, check the URG bit.
  checkUrgent(run, seg);
  // Seventh, process the segment text.
  if (processText(run, seg) === 'done') return;
  // Eighth, check the FIN bit.
  checkFin(run, seg);
}
