/** RFC 9293, Figure 1: a header as its 32-bit rows. Read off real octets, checksum included, never put together by hand. */
import { endpoints, endsFrom } from '../../shared/game/endpoints.ts';
import type { Header } from '../../shared/game/event.ts';
import { type Role, otherRole } from '../../shared/game/role.ts';
import { fromHex, fromText, type Octets } from '../../shared/octets.ts';
import { decodeOptions } from '../../shared/packet/options.ts';
import { encodeTcp, makeTcp } from '../../shared/packet/tcp.ts';
import { toSeq } from '../../shared/seq.ts';
import { ctlOf, type Flag, flagNames, makeSegment } from '../../shared/tcp/segment.ts';

/** The names of the figure, except the flags, which have their own. */
export type FieldName =
  | 'Source Port'
  | 'Destination Port'
  | 'Sequence Number'
  | 'Acknowledgment Number'
  | 'DOffset'
  | 'Rsrvd'
  | 'Window'
  | 'Checksum'
  | 'Urgent Pointer'
  | 'Options'
  | Flag;

export interface Field {
  readonly name: FieldName;
  /** 1..32; the fields of a row add up to 32. */
  readonly bits: number;
  /** Unsigned. */
  readonly value: number;
}

const rows: readonly (readonly (readonly [name: FieldName, bits: number])[])[] = [
  [
    ['Source Port', 16],
    ['Destination Port', 16],
  ],
  [['Sequence Number', 32]],
  [['Acknowledgment Number', 32]],
  [['DOffset', 4], ['Rsrvd', 4], ...flagNames.map((flag) => [flag, 1] as const), ['Window', 16]],
  [
    ['Checksum', 16],
    ['Urgent Pointer', 16],
  ],
];

/** The octets of the segment that `from` sends with this header: what a capture of the match has, too. */
export function octetsOf(header: Header, from: Role): Octets {
  const options = fromHex(header.options);
  const segment = makeSegment({
    seq: toSeq(header.seq),
    ack: toSeq(header.ack ?? 0),
    ctl: ctlOf(header.flags),
    wnd: header.wnd,
    options: decodeOptions(options, 0, options.length).options,
    data: fromText(header.text),
  });
  const { srcPort, dstPort } = endsFrom(from);
  return encodeTcp(makeTcp(srcPort, dstPort, segment), endpoints[from].address, endpoints[otherRole(from)].address);
}

const wordAt = (octets: Octets, at: number): number =>
  (((octets[at] ?? 0) << 24) | ((octets[at + 1] ?? 0) << 16) | ((octets[at + 2] ?? 0) << 8) | (octets[at + 3] ?? 0)) >>>
  0;

function rowOf(word: number, names: (typeof rows)[number]): readonly Field[] {
  let left = 32;
  return names.map(([name, bits]) => {
    left -= bits;
    return { name, bits, value: Math.floor(word / 2 ** left) % 2 ** bits };
  });
}

/** Five rows, and one more for each word of options. The data is not a part of the header. */
export function rowsOf(octets: Octets): readonly (readonly Field[])[] {
  const words = (octets[12] ?? 0) >> 4;
  return Array.from({ length: words }, (_, n) => rowOf(wordAt(octets, n * 4), rows[n] ?? [['Options', 32]]));
}

export const valueForms = ['decimal', 'hex', 'binary'] as const;
export type ValueForm = (typeof valueForms)[number];

/** `80`, `0x0050`, `0000 0000 0101 0000`. */
export function valueText({ value, bits }: Field, form: ValueForm): string {
  if (bits === 1 || form === 'decimal') return String(value);
  if (form === 'hex') return `0x${value.toString(16).padStart(Math.ceil(bits / 4), '0')}`;
  return value
    .toString(2)
    .padStart(bits, '0')
    .replaceAll(/(?<=^(?:\d{4})+)(?=\d)/g, ' ');
}
