/** The header of a segment in the form that screens, logs and views share. */
import { toHex, toText } from '../octets.ts';
import { encodeOptions } from '../packet/options.ts';
import { ACK, flagsOf, type Segment } from '../tcp/segment.ts';
import type { Header } from './event.ts';

export const headerOf = (segment: Segment): Header => ({
  flags: flagsOf(segment.ctl),
  seq: segment.seq,
  ack: (segment.ctl & ACK) === 0 ? null : segment.ack,
  wnd: segment.wnd,
  options: segment.options.length === 0 ? '' : toHex(encodeOptions(segment.options)),
  len: segment.data.length,
  text: toText(segment.data),
});
