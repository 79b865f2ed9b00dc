/** A line of the packet details: what Wireshark prints, where it stands in the frame, and what filters make of it. */
import type { Octets } from '../../../octets.ts';
import type { FieldName } from './fields.ts';

/**
 * Addresses are unsigned 32-bit numbers, cards and texts are text, flags are true or false. A layer's octets go to
 * the end of the frame: what it carries is in it, too.
 */
export type FieldValue = number | string | boolean | Octets;

export interface FieldNode {
  /** null: no filter names this line. */
  readonly name: FieldName | null;
  readonly text: string;
  readonly value: FieldValue | null;
  /** The first octet and the one after the last, in the frame; both 0 where the line follows from other ones. */
  readonly from: number;
  readonly to: number;
  readonly children: readonly FieldNode[];
  /** For filters only: Wireshark prints no such line. */
  readonly hidden: boolean;
}

type Place = readonly [from: number, to: number];

/** What stands in no octet: Wireshark puts it into square brackets. */
export const nowhere: Place = [0, 0];

export const node = (name: FieldName | null, text: string, value: FieldValue | null, place: Place): FieldNode => ({
  name,
  text,
  value,
  from: place[0],
  to: place[1],
  children: [],
  hidden: false,
});

/** With the lines below it. */
export const parent = (one: FieldNode, children: readonly FieldNode[]): FieldNode => ({ ...one, children });

export const hidden = (one: FieldNode): FieldNode => ({ ...one, hidden: true });

/** `0x0800`. */
export const hex = (value: number, digits: number): string => `0x${value.toString(16).padStart(digits, '0')}`;

/** `.... ..1.`: the bits of a field among the others of its octets, the highest first. */
export function bitPicture(value: number, mask: number, width: number): string {
  const bits = Array.from({ length: width }, (_, i) => 2 ** (width - 1 - i));
  const picture = bits.map((bit) => ((mask & bit) === 0 ? '.' : (value & bit) === 0 ? '0' : '1')).join('');
  return picture.replaceAll(/.{4}(?=.)/g, '$& ');
}

/** All lines, each before those below it. */
export const flat = (nodes: readonly FieldNode[]): readonly FieldNode[] =>
  nodes.flatMap((one) => [one, ...flat(one.children)]);
