/**
 * RFC 9293 3.10.7.4: a segment arrives in SYN-RECEIVED or a synchronized state. Eight steps, in this order; each
 * says whether the segment goes on to the next one.
 */
import type { Run } from '../run.ts';
import type { Segment } from '../segment.ts';
import { checkAck } from './ack.ts';
import { checkFin } from './fin.ts';
import { checkReset } from './reset.ts';
import { checkSequence } from './sequence.ts';
import { checkSyn } from './syn.ts';
import { processText } from './text.ts';
import { checkUrgent } from './urgent.ts';

/** What a step says of the segment. */
export type Step = 'continue' | 'done';

export function arrivesInOtherStates(run: Run, seg: Segment): void {
  // First, check sequence number; what goes on is cut to the window.
  const ideal = checkSequence(run, seg);
  if (ideal === null) return;
  // Second, check the RST bit.
  if (checkReset(run, ideal) === 'done') return;
  // Third, check security: left out (A.1). Fourth, check the SYN bit.
  if (checkSyn(run, ideal) === 'done') return;
  // Fifth, check the ACK field.
  if (checkAck(run, ideal) === 'done') return;
  continueAtSixth(run, ideal);
}

/** The steps for urgent data, text and FIN: a SYN,ACK with text enters here from 3.10.7.3. */
export function continueAtSixth(run: Run, seg: Segment): void {
  // Sixth, check the URG bit.
  checkUrgent(run, seg);
  // Seventh, process the segment text.
  processText(run, seg);
  // Eighth, check the FIN bit.
  checkFin(run, seg);
}
