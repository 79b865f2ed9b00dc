/**
 * Segments in the notation of RFC 9293's figures: `<SEQ=1><ACK=1><CTL=ACK>`, with `<WND= >`, `<UP= >`, `<DATA=n>` and
 * options where they matter. Numbers are relative to the two ISNs, so that one row holds at any ISN. The octet with
 * the relative number n has the value n modulo 256: what is delivered tells whether it is the right octet.
 */
import { type Octets } from '../../../shared/octets.ts';
import { type Seq, seqAdd, seqDiff, toSeq } from '../../../shared/seq.ts';
import type { Option } from '../../../shared/tcp/option.ts';
import {
  ACK,
  bitOf,
  ctlOf,
  dataSeq,
  type Flag,
  flagNames,
  flagsOf,
  makeSegment,
  RST,
  type Segment,
  URG,
} from '../../../shared/tcp/segment.ts';

/** The ISN that SEG.SEQ counts from, and the one that SEG.ACK counts from. */
export interface Bases {
  readonly seq: Seq;
  readonly ack: Seq;
}

/** `count` octets from the relative number `from` on. */
export const octetsFrom = (from: number, count: number): Octets =>
  Uint8Array.from({ length: count }, (_, i) => (from + i) & 0xff);

/** A segment of its text. What is left out is zero; WND is 1000 unless said. */
export function parse(text: string, bases: Bases): Segment {
  const fields = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/<(\w+)=?([^>]*)>/g)) fields.set(name, value);
  const number = (name: string): number => Number(fields.get(name) ?? 0);
  const ctl = ctlOf((fields.get('CTL') ?? '').split(',').filter(isFlag));
  // SEQ=0 of a RST that has no number to name is no number of the sender's: 3.10.7.1.
  const seq = fields.get('SEQ') === 'none' ? toSeq(0) : seqAdd(bases.seq, number('SEQ'));
  const blank = makeSegment({ seq, ctl });
  return {
    ...blank,
    ack: (ctl & ACK) === 0 ? toSeq(0) : seqAdd(bases.ack, number('ACK')),
    wnd: Number(fields.get('WND') ?? 1000),
    up: number('UP'),
    options: parseOptions(fields, bases),
    data: octetsFrom(seqDiff(dataSeq(blank), bases.seq), number('DATA')),
  };
}

const isFlag = (name: string): name is Flag => flagNames.some((flag) => flag === name);

function parseOptions(fields: ReadonlyMap<string, string>, { ack }: Bases): readonly Option[] {
  const options: Option[] = [];
  for (const [name, value] of fields) {
    if (name === 'MSS') options.push({ type: 'mss', mss: Number(value) });
    else if (name === 'WS') options.push({ type: 'windowScale', shift: Number(value) });
    else if (name === 'SACKOK') options.push({ type: 'sackPermitted' });
    else if (name === 'TS') {
      const [val = 0, ecr = 0] = value.split('/').map(Number);
      options.push({ type: 'timestamps', val, ecr });
    } else if (name === 'FO') options.push({ type: 'fastOpen', cookie: Uint8Array.from(value, letterCode) });
    else if (name === 'KIND') options.push({ type: 'unknown', kind: Number(value), body: Uint8Array.of(1, 2) });
    else if (name === 'SACK') {
      const blocks = value.split(',').map((block) => {
        const [left = 0, right = 0] = block.split('-').map(Number);
        return { left: seqAdd(ack, left), right: seqAdd(ack, right) };
      });
      options.push({ type: 'sack', blocks });
    }
  }
  return options;
}

const letterCode = (letter: string): number => letter.codePointAt(0) ?? 0;

/** The text of a segment; `<DATA=n!>` if its octets are not those that belong to its numbers. */
export function show(seg: Segment, bases: Bases, withWindow = false): string {
  const resetsNothing = (seg.ctl & (RST | ACK)) === (RST | ACK) && seg.seq === 0;
  const seq = resetsNothing ? 'none' : String(seqDiff(seg.seq, bases.seq));
  const parts = [`<SEQ=${seq}>`];
  if ((seg.ctl & ACK) !== 0) parts.push(`<ACK=${seqDiff(seg.ack, bases.ack)}>`);
  parts.push(`<CTL=${flagsOf(seg.ctl & ~bitOf('PSH')).join(',')}>`);
  if (seg.data.length > 0) {
    const rightly = octetsFrom(seqDiff(dataSeq(seg), bases.seq), seg.data.length);
    parts.push(`<DATA=${seg.data.length}${rightly.every((octet, i) => octet === seg.data[i]) ? '' : '!'}>`);
  }
  if ((seg.ctl & URG) !== 0) parts.push(`<UP=${seg.up}>`);
  if (withWindow) parts.push(`<WND=${seg.wnd}>`);
  return parts.join('') + seg.options.map((option) => showOption(option, bases)).join('');
}

function showOption(option: Option, { ack }: Bases): string {
  switch (option.type) {
    case 'mss':
      return `<MSS=${option.mss}>`;
    case 'windowScale':
      return `<WS=${option.shift}>`;
    case 'sackPermitted':
      return '<SACKOK>';
    case 'timestamps':
      return `<TS=${option.val}/${option.ecr}>`;
    case 'fastOpen':
      return `<FO=${String.fromCodePoint(...option.cookie)}>`;
    case 'sack': {
      const blocks = option.blocks.map(({ left, right }) => `${seqDiff(left, ack)}-${seqDiff(right, ack)}`);
      return `<SACK=${blocks.join(',')}>`;
    }
    case 'eol':
    case 'nop':
    case 'unknown':
      return '';
  }
}
