/** What the options of a SYN settle for the connection: RFC 9293 3.7.1. */
import type { Option } from './option.ts';
import type { Segment } from './segment.ts';
import type { Tcb } from './tcb.ts';

/** The SendMSS that a SYN allows us: its MSS option, or 536 octets without one (MUST-15). */
export function mssOf(seg: Segment): number {
  for (const option of seg.options) if (option.type === 'mss') return Math.max(1, option.mss);
  return 536;
}

/** The options of our SYN or SYN,ACK. */
export const synOptions = (tcb: Tcb): readonly Option[] =>
  tcb.config.mss === null ? [] : [{ type: 'mss', mss: tcb.config.mss }];
