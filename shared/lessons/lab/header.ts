/**
 * lab-02: three raw headers of the Kurose-Ross trace. Which octets belong to which field, and what they say. The
 * same for any other header.
 */
import { NONE, type Octets } from '../../octets.ts';
import { encodeTcp, makeTcp } from '../../packet/tcp.ts';
import { get16, get32, put16 } from '../../packet/word.ts';
import { seqDiff, toSeq } from '../../seq.ts';
import type { Option } from '../../tcp/option.ts';
import { ACK, ctlOf, FIN, type Flag, flagNames, flagsOf, makeSegment, SYN } from '../../tcp/segment.ts';
import type { PageId } from '../pages.ts';
import { isNothing, numberIn, tidy } from './typed.ts';

export const headerFields = [
  'source-port',
  'destination-port',
  'seq',
  'ack',
  'data-offset',
  'reserved',
  'flags',
  'window',
  'checksum',
  'urgent-pointer',
  'options',
] as const;
export type HeaderField = (typeof headerFields)[number];

/** From the first octet to the one after the last. Data offset and reserved share an octet, four bits each. */
export interface FieldPlace {
  readonly from: number;
  readonly to: number;
  readonly half: 'high' | 'low' | null;
}

const whole = (from: number, to: number): FieldPlace => ({ from, to, half: null });

/** null: this header has none. */
export function placeOf(field: HeaderField, header: Octets): FieldPlace | null {
  const length = ((header[12] ?? 0) >> 4) * 4;
  const places: { readonly [field in HeaderField]: FieldPlace | null } = {
    'source-port': whole(0, 2),
    'destination-port': whole(2, 4),
    seq: whole(4, 8),
    ack: whole(8, 12),
    'data-offset': { from: 12, to: 13, half: 'high' },
    reserved: { from: 12, to: 13, half: 'low' },
    flags: whole(13, 14),
    window: whole(14, 16),
    checksum: whole(16, 18),
    'urgent-pointer': whole(18, 20),
    options: length > 20 ? whole(20, length) : null,
  };
  return places[field];
}

/** The fields that an octet belongs to; two where half of it is one's and half the other's. */
export const fieldsAt = (header: Octets, at: number): readonly HeaderField[] =>
  headerFields.filter((field) => {
    const place = placeOf(field, header);
    return place !== null && place.from <= at && at < place.to;
  });

/** The number that stands in a field; of options, how many octets they have. */
export function valueOf(field: HeaderField, header: Octets): number {
  const place = placeOf(field, header);
  if (place === null) return 0;
  if (field === 'options') return place.to - place.from;
  const octet = header[place.from] ?? 0;
  if (place.half !== null) return place.half === 'high' ? octet >> 4 : octet & 15;
  return place.to - place.from === 4
    ? get32(header, place.from)
    : place.to - place.from === 2
      ? get16(header, place.from)
      : octet;
}

/** Whether what was typed (decimal, 0x..., or flags by name) is the value of the field. */
export function checkValue(field: HeaderField, header: Octets, typed: string): boolean {
  const right = valueOf(field, header);
  const given = numberIn(typed);
  if (given !== null) return given === right;
  // The first ack means nothing, and stands as 0.
  if (field === 'ack' && right === 0 && tidy(typed) !== '') return isNothing(typed);
  return field === 'flags' && namesFlags(typed, right);
}

/** `SYN, ACK` in any order and case. */
export function namesFlags(typed: string, ctl: number): boolean {
  const names = flagsIn(typed);
  const set = flagsOf(ctl);
  return names !== null && names.length === set.length && set.every((flag) => names.includes(flag));
}

/** null: there is a word in it that is no flag. */
export function flagsIn(typed: string): readonly Flag[] | null {
  const words = typed
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .split(/[\s,+、|]+/);
  const known = flagNames.filter((flag) => words.includes(flag));
  return known.length === new Set(words).size ? known : null;
}

/** The octets that a player marked, `4-7` or `13`, both ends included; null: that names none. */
export function octetsIn(typed: string): readonly number[] | null {
  const found = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(typed.trim());
  if (found === null) return null;
  const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])];
  return last < first ? null : Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The octets that a player marked are exactly those of the field. */
export function checkMarked(field: HeaderField, header: Octets, marked: readonly number[]): boolean {
  const right = octetsOf(field, header);
  const given = new Set(marked);
  return given.size === right.length && right.every((at) => given.has(at));
}

export function octetsOf(field: HeaderField, header: Octets): readonly number[] {
  const place = placeOf(field, header);
  return place === null ? [] : Array.from({ length: place.to - place.from }, (_, i) => place.from + i);
}

export const pageOfField = {
  'source-port': 'field-source-port',
  'destination-port': 'field-destination-port',
  seq: 'field-sequence-number',
  ack: 'field-acknowledgment-number',
  'data-offset': 'field-data-offset',
  reserved: 'field-reserved',
  flags: 'field-control-bits',
  window: 'field-window',
  checksum: 'field-checksum',
  'urgent-pointer': 'field-urgent-pointer',
  options: 'field-options',
} as const satisfies { readonly [field in HeaderField]: PageId };

/** The numbers of the trace. */
const x = 232_129_012;
const y = 883_061_785;
const onSyn: readonly Option[] = [
  { type: 'mss', mss: 1460 },
  { type: 'nop' },
  { type: 'nop' },
  { type: 'sackPermitted' },
];

/** The three segments of the blackboard; the bonus is only shown. */
export const blackboard = ['first', 'second', 'third'] as const;
export type Blackboard = (typeof blackboard)[number];
export const labHeaderNames = [...blackboard, 'bonus'] as const;
export type LabHeader = (typeof labHeaderNames)[number];

const segments = {
  first: { up: false, seq: x, ack: 0, ctl: SYN, wnd: 0x4000, options: onSyn },
  second: { up: true, seq: y, ack: x + 1, ctl: SYN | ACK, wnd: 0x16d0, options: onSyn },
  third: { up: false, seq: x + 1, ack: y + 1, ctl: ACK, wnd: 0x4470, options: [] },
  bonus: { up: false, seq: x + 1, ack: y + 1, ctl: FIN | ACK, wnd: 0x4470, options: [] },
} as const;

/** The octets of a header on the blackboard; its checksum is zero, as in the trace of a sending host. */
export function labHeader(name: LabHeader): Octets {
  const { up, ...parts } = segments[name];
  const [from, to] = up ? [80, 1161] : [1161, 80];
  const header = encodeTcp(makeTcp(from, to, makeSegment({ ...parts, up: 0, data: NONE })), 0, 0);
  put16(header, 16, 0);
  return header;
}

/** `04 89 00 50`. */
export const inHex = (octets: Octets): string =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join(' ');

/** Seq and ack of a header as Wireshark shows them first; null: the ACK bit is off. */
export function relativeView(name: LabHeader): { readonly seq: number; readonly ack: number | null } {
  const { up, seq, ack, ctl } = segments[name];
  const [own, peer] = up ? [y, x] : [x, y];
  return {
    seq: seqDiff(toSeq(seq), toSeq(own)),
    ack: (ctl & ACK) === 0 ? null : seqDiff(toSeq(ack), toSeq(peer)),
  };
}

/** The flag octets to know by heart. */
export const flagOctets = [
  ['SYN'],
  ['SYN', 'ACK'],
  ['ACK'],
  ['FIN', 'ACK'],
  ['RST'],
  ['RST', 'ACK'],
  ['PSH', 'ACK'],
] as const;
type FlagOctet = (typeof flagOctets)[number];
/** `0x12`. */
export const flagOctet = (flags: FlagOctet): string => hexOctet(ctlOf([...flags]));
const hexOctet = (octet: number): string => `0x${octet.toString(16).padStart(2, '0')}`;

/** Those that stand in none of the three headers. */
export const loneFlagOctets: readonly FlagOctet[] = flagOctets.slice(3);
