/** Of a wrong answer about a header in octets: what it is instead. The first that fits, the most telling ones first. */
import type { Octets } from '../../octets.ts';
import { toSeq } from '../../seq.ts';
import { ctlOf } from '../../tcp/segment.ts';
import {
  type Blackboard,
  checkMarked,
  checkValue,
  flagsIn,
  type HeaderField,
  headerFields,
  octetsOf,
  placeOf,
  relativeView,
  valueOf,
} from './header.ts';
import type { Slip } from './slip.ts';
import { isNothing, numberIn, tidy } from './typed.ts';

/** A value that was typed. null: right. */
export function valueSlip(field: HeaderField, header: Octets, typed: string): Slip | null {
  if (checkValue(field, header, typed)) return null;
  const right = valueOf(field, header);
  const given = numberIn(typed);
  if (given === null) return field === 'flags' ? flagWordsSlip(typed, right) : hexSlip(typed, right);
  if (Number.parseInt(tidy(typed), 16) === right) return { type: 'unmarked-hex' };
  if (field === 'data-offset') {
    if (given === right * 4) return { type: 'octets-not-words' };
    if (given === header[12]) return { type: 'half-octet' };
  }
  if (field === 'flags' && given === valueOf('data-offset', header) * 4096 + right) return { type: 'two-octets' };
  if (given === swapped(field, header)) return { type: 'octet-order' };
  const other = headerFields.find((one) => one !== field && given !== 0 && given === valueOf(one, header));
  if (other !== undefined) return { type: 'other-field', field: other };
  return field === 'flags' ? bitsSlip(given, right) : { type: 'wrong' };
}

const hexSlip = (typed: string, right: number): Slip =>
  /^[0-9a-f]+$/.test(tidy(typed)) && Number.parseInt(tidy(typed), 16) === right
    ? { type: 'unmarked-hex' }
    : { type: 'no-number' };

function flagWordsSlip(typed: string, right: number): Slip {
  const names = flagsIn(typed);
  return names === null ? { type: 'no-flags' } : bitsSlip(ctlOf(names), right);
}

function bitsSlip(given: number, right: number): Slip {
  if ((given & right) === given) return { type: 'flags-missing' };
  return (given & right) === right ? { type: 'flags-too-many' } : { type: 'wrong' };
}

/** The value read with the low octet first. */
function swapped(field: HeaderField, header: Octets): number | null {
  const place = placeOf(field, header);
  if (place === null || place.to - place.from < 2) return null;
  return header.slice(place.from, place.to).reduceRight((value, octet) => value * 256 + octet, 0);
}

/** Octets that were marked. null: right. */
export function markSlip(field: HeaderField, header: Octets, marked: readonly number[]): Slip | null {
  if (checkMarked(field, header, marked)) return null;
  const other = headerFields.find((one) => one !== field && checkMarked(one, header, marked));
  if (other !== undefined) return { type: 'other-field', field: other };
  const right = octetsOf(field, header);
  if (marked.every((at) => right.includes(at))) return { type: 'too-few-octets', octets: right.length };
  return right.every((at) => marked.includes(at))
    ? { type: 'too-many-octets', octets: right.length }
    : { type: 'elsewhere' };
}

/** A relative number; null: the field means nothing. */
export const relativeIn = (name: Blackboard, column: 'seq' | 'ack'): number | null => relativeView(name)[column];

/** A relative number that was typed. null: right. */
export function relativeSlip(name: Blackboard, column: 'seq' | 'ack', typed: string, header: Octets): Slip | null {
  const right = relativeIn(name, column);
  const given = numberIn(typed);
  if (right === null) return isNothing(typed) ? null : { type: 'no-meaning' };
  if (given === right) return null;
  if (given === null) return { type: 'no-number' };
  if (given === valueOf(column, header)) return { type: 'absolute' };
  if (given === relativeIn(name, column === 'seq' ? 'ack' : 'seq')) return { type: 'exchanged', wanted: column };
  if (given === toSeq(right - 1)) return { type: 'one-too-few', wanted: column };
  return given === right + 1 ? { type: 'one-too-many', wanted: column } : { type: 'wrong' };
}

/** The flags of an octet, named. null: right. */
export function octetSlip(ctl: number, typed: string): Slip | null {
  const names = flagsIn(typed);
  if (names === null) return { type: 'no-flags' };
  return ctlOf(names) === ctl ? null : bitsSlip(ctlOf(names), ctl);
}
