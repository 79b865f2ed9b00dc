/** The header of a segment in the form that screens, logs and views share. */
import { toText } from '../octets.ts';
import { ACK, flagsOf, type Segment } from '../tcp/segment.ts';
import type { Header } from './event.ts';

export const headerOf = (segment: Segment): Header => ({
  flags: flagsOf(segment.ctl),
  seq: segment.seq,
  ack: (segment.ctl & ACK) === 0 ? null : segment.ack,
  wnd: segment.wnd,
  len: segment.data.length,
  text: toText(segment.data),
});
