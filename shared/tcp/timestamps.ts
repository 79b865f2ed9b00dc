/** The timestamp clock of RFC 7323: milliseconds on a circle of 2^32, compared like sequence numbers (`seq.ts`). */
import { type Seq, toSeq } from '../seq.ts';
import type { Millis } from '../time.ts';
import type { Segment } from './segment.ts';
import type { Tcb } from './tcb.ts';

/** TSval of this instant: RFC 7323 5.4. */
export const timestampClock = ({ config }: Tcb, now: Millis): Seq => toSeq(Math.floor(now) + config.timestampOffset);

/** A segment leaves: its TSval is that of now, and Last.ACK.sent is its acknowledgment (RFC 7323 4.3). */
export function stamp(tcb: Tcb, segment: Segment, now: Millis): Segment {
  if (segment.options.length === 0 || !segment.options.some((option) => option.type === 'timestamps')) return segment;
  const val = timestampClock(tcb, now);
  const options = segment.options.map((option) => (option.type === 'timestamps' ? { ...option, val } : option));
  return { ...segment, options };
}
