/** The value in a comparison, read as its field wants it. */
import { fromText, type Octets } from '../../../octets.ts';
import { parseAddress } from '../../../packet/address.ts';
import { assertNever, fail, ok, type Result } from '../../../result.ts';
import { type FieldName, knownOf } from '../dissect/fields.ts';
import type { Operand } from './filter.ts';
import type { FilterError } from './filterError.ts';
import type { Token } from './lex.ts';

/** Decimal, 0x of base 16, 0 of base 8; null: no number. */
export function readNumber(word: string): number | null {
  if (/^0x[0-9a-f]{1,8}$/i.test(word)) return Number.parseInt(word.slice(2), 16);
  if (/^0[0-7]+$/.test(word)) return Number.parseInt(word, 8);
  return /^(?:0|[1-9]\d{0,15})$/.test(word) ? Number(word) : null;
}

const number = (value: number): Result<Operand, FilterError> => ok({ type: 'number', value });

export function operandOf(field: FieldName, token: Token): Result<Operand, FilterError> {
  const { kind, bits = 32 } = knownOf(field);
  const { type, text: word } = token;
  if (type === 'quoted' && kind !== 'text') return fail(misfit(field, `"${word}"`));
  switch (kind) {
    case 'number': {
      const value = readNumber(word);
      if (value === null) return fail({ type: 'no-number', field, word });
      return value < 2 ** bits ? number(value) : fail({ type: 'too-large', field, word, most: 2 ** bits - 1 });
    }
    case 'seconds':
      return /^\d+(?:\.\d+)?$/.test(word) ? number(Number(word)) : fail({ type: 'no-number', field, word });
    case 'flag':
      return flagOf(field, word);
    case 'address':
      return netOf(field, word);
    case 'card': {
      const plain = word.toLowerCase().replaceAll('-', ':');
      return /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(plain)
        ? ok({ type: 'text', value: plain })
        : fail({ type: 'no-address', field, word });
    }
    case 'text':
      return ok({ type: 'text', value: word });
    case 'octets':
      return fail({ type: 'operator-misfit', field, word: '==' });
    case 'protocol':
      return fail({ type: 'protocol-value', field });
    default:
      return assertNever(kind);
  }
}

/** A quoted text where something else is wanted. */
function misfit(field: FieldName, word: string): FilterError {
  const { kind } = knownOf(field);
  if (kind === 'address' || kind === 'card') return { type: 'no-address', field, word };
  if (kind === 'flag') return { type: 'no-flag', field, word };
  if (kind === 'protocol') return { type: 'protocol-value', field };
  return kind === 'octets' ? { type: 'operator-misfit', field, word: '==' } : { type: 'no-number', field, word };
}

function flagOf(field: FieldName, word: string): Result<Operand, FilterError> {
  if (['True', 'TRUE'].includes(word)) return number(1);
  if (['False', 'FALSE'].includes(word)) return number(0);
  const value = readNumber(word);
  return value === null ? fail({ type: 'no-flag', field, word }) : number(value === 0 ? 0 : 1);
}

function netOf(field: FieldName, word: string): Result<Operand, FilterError> {
  const [address = '', length = '32', ...more] = word.split('/');
  const value = parseAddress(address);
  const bits = /^\d{1,2}$/.test(length) ? Number(length) : 33;
  if (value === null || bits > 32 || more.length > 0) return fail({ type: 'no-address', field, word });
  return ok({ type: 'net', value, bits });
}

/** What `contains` looks for: a text in quotes, or octets such as 47:45:54. */
export function contentOf(field: FieldName, { type, text }: Token): Result<Octets, FilterError> {
  const { kind } = knownOf(field);
  if (kind !== 'text' && kind !== 'octets' && kind !== 'protocol') {
    return fail({ type: 'operator-misfit', field, word: 'contains' });
  }
  if (type === 'quoted' || kind === 'text') return ok(fromText(text));
  const pairs = text.split(/[:.-]/);
  if (!pairs.every((pair) => /^[0-9a-f]{2}$/i.test(pair))) return fail({ type: 'no-octets', field, word: text });
  return ok(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)));
}
