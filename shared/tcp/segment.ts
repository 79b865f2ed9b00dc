/**
 * A TCP segment as the engine sees it: RFC 9293 3.1, without ports and checksum, which belong to `packet`
 * and to the demultiplexing of `stack`.
 */
import { NONE, type Octets } from '../octets.ts';
import { type Seq, seqAdd, toSeq } from '../seq.ts';
import type { Option } from './option.ts';

/** The control bits in header order, high bit first: RFC 9293 3.1. */
export const flagNames = ['CWR', 'ECE', 'URG', 'ACK', 'PSH', 'RST', 'SYN', 'FIN'] as const;
export type Flag = (typeof flagNames)[number];

export const FIN = 0x01;
export const SYN = 0x02;
export const RST = 0x04;
export const PSH = 0x08;
export const ACK = 0x10;
export const URG = 0x20;
export const ECE = 0x40;
export const CWR = 0x80;

export interface Segment {
  /** SEG.SEQ: the number of the first octet, or of the SYN. */
  readonly seq: Seq;
  /** SEG.ACK: the next number expected from the peer; 0 and without meaning where the ACK bit is off. */
  readonly ack: Seq;
  /** The eight control bits as in the header: a sum of FIN, SYN, RST, PSH, ACK, URG, ECE, CWR. */
  readonly ctl: number;
  /** SEG.WND as on the wire: octets, before window scaling; 0..65535. */
  readonly wnd: number;
  /** SEG.UP: the urgent pointer as on the wire; 0 where URG is off. */
  readonly up: number;
  readonly options: readonly Option[];
  readonly data: Octets;
}

/** SEG.LEN: the numbers that a segment takes: its octets, and one each for SYN and FIN. RFC 9293 3.4. */
export const segLen = (seg: Segment): number =>
  seg.data.length + ((seg.ctl & SYN) === 0 ? 0 : 1) + ((seg.ctl & FIN) === 0 ? 0 : 1);

/** The number after the last one that the segment takes. */
export const segEnd = (seg: Segment): Seq => seqAdd(seg.seq, segLen(seg));

/** The number of the first octet of data: a SYN comes before it. */
export const dataSeq = (seg: Segment): Seq => ((seg.ctl & SYN) === 0 ? seg.seq : seqAdd(seg.seq, 1));

/** What follows the SYN: the segment that begins with its first octet. The urgent pointer counts from there. */
export const withoutSyn = (seg: Segment): Segment => ({
  ...seg,
  seq: seqAdd(seg.seq, 1),
  ctl: seg.ctl & ~SYN,
  up: Math.max(0, seg.up - 1),
});

/** The order in which people say them: SYN,ACK and FIN,ACK. */
const spoken: readonly Flag[] = ['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ECE', 'CWR', 'ACK'];

/** The bit of a flag. */
export const bitOf = (flag: Flag): number => 0x80 >> flagNames.indexOf(flag);

/** The names of the bits that are set, as people say them. */
export const flagsOf = (ctl: number): readonly Flag[] => spoken.filter((flag) => (ctl & bitOf(flag)) !== 0);

/** The bits of the given names. */
export const ctlOf = (flags: readonly Flag[]): number => flags.reduce((ctl, flag) => ctl | bitOf(flag), 0);

/** A segment of its parts; what is left out is zero or empty. */
export function makeSegment(parts: Partial<Omit<Segment, 'seq' | 'ack'>> & { seq?: number; ack?: number }): Segment {
  return {
    seq: toSeq(parts.seq ?? 0),
    ack: toSeq(parts.ack ?? 0),
    ctl: parts.ctl ?? 0,
    wnd: parts.wnd ?? 0,
    up: parts.up ?? 0,
    options: parts.options ?? [],
    data: parts.data ?? NONE,
  };
}
