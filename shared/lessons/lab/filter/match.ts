/** Whether a packet passes a display filter. A field with several values (ip.addr has two) passes as Wireshark 4 says. */
import { fromText, type Octets } from '../../../octets.ts';
import { assertNever } from '../../../result.ts';
import type { Packet } from '../dissect/dissect.ts';
import type { FieldName } from '../dissect/fields.ts';
import type { FieldValue } from '../dissect/node.ts';
import type { Filter, Operand, Range } from './filter.ts';
import type { Comparison } from './lex.ts';

export function passes(filter: Filter, packet: Packet): boolean {
  switch (filter.type) {
    case 'all':
      return true;
    case 'and':
      return passes(filter.left, packet) && passes(filter.right, packet);
    case 'or':
      return passes(filter.left, packet) || passes(filter.right, packet);
    case 'not':
      return !passes(filter.of, packet);
    case 'exists': {
      const { mask } = filter;
      const values = valuesOf(packet, filter.field);
      return mask === null ? values.length > 0 : values.some((value) => masked(value, mask) !== 0);
    }
    case 'compare':
      return compares(filter, valuesOf(packet, filter.field));
    case 'in':
      return valuesOf(packet, filter.field).some((value) => filter.ranges.some((range) => lies(value, range)));
    case 'contains':
      return valuesOf(packet, filter.field).some((value) => holds(value, filter.what));
    default:
      return assertNever(filter);
  }
}

const valuesOf = ({ fields }: Packet, field: FieldName): readonly FieldValue[] => fields.get(field) ?? [];

/** As unsigned numbers of 32 bits. */
const masked = (value: FieldValue, mask: number): number => (typeof value === 'number' ? (value & mask) >>> 0 : 0);

function compares(
  { mask, op, with: operand }: Filter & { readonly type: 'compare' },
  found: readonly FieldValue[],
): boolean {
  const values = mask === null ? found : found.map((value) => masked(value, mask));
  // Without the field there is nothing to compare, and the answer is no.
  if (values.length === 0) return false;
  return op === '!=' || op === '==='
    ? values.every((value) => fits(value, op, operand))
    : values.some((value) => fits(value, op, operand));
}

function fits(value: FieldValue, op: Comparison, operand: Operand): boolean {
  const sign = order(value, operand);
  switch (op) {
    case '==':
    case '===':
      return sign === 0;
    case '!=':
    case '~=':
      return sign !== 0;
    case '>':
      return sign > 0;
    case '<':
      return sign < 0;
    case '>=':
      return sign >= 0;
    case '<=':
      return sign <= 0;
    default:
      return assertNever(op);
  }
}

/** Below 0, 0, or above 0; of an address within a net, 0. */
function order(value: FieldValue, operand: Operand): number {
  if (operand.type === 'text') return value === operand.value ? 0 : String(value) < operand.value ? -1 : 1;
  const number = typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : Number.NaN;
  if (operand.type === 'number') return number - operand.value;
  const size = 2 ** (32 - operand.bits);
  return Math.floor(number / size) - Math.floor(operand.value / size);
}

const lies = (value: FieldValue, { from, to }: Range): boolean => order(value, from) >= 0 && order(value, to) <= 0;

function holds(value: FieldValue, what: Octets): boolean {
  const octets = typeof value === 'string' ? fromText(value) : typeof value === 'object' ? value : null;
  if (octets === null) return false;
  const last = octets.length - what.length;
  for (let at = 0; at <= last; at += 1) if (what.every((octet, i) => octets[at + i] === octet)) return true;
  return false;
}
