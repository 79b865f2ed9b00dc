/**
 * Reads a display filter: a useful part of Wireshark's language, with Wireshark 4's meaning. `||` binds least, then
 * `&&`, then `!`, then comparisons. What Wireshark refuses is refused here, and the other way round what works here
 * works there (`test/interop/lab.test.ts`).
 */
import { fail, ok, type Result } from '../../../result.ts';
import { type FieldName, isFieldName, knownOf } from '../dissect/fields.ts';
import type { Filter, Range } from './filter.ts';
import type { FilterError } from './filterError.ts';
import { lex, type Token } from './lex.ts';
import { nearestField } from './nearest.ts';
import { contentOf, operandOf, readNumber } from './operand.ts';

type Read = Result<Filter, FilterError>;

/** The tokens, and how far they have been read. */
interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

export function parseFilter(text: string): Read {
  const tokens = lex(text);
  if (!tokens.ok) return tokens;
  if (tokens.value.length === 0) return ok({ type: 'all' });
  const reader: Reader = { tokens: tokens.value, at: 0 };
  const filter = readOr(reader);
  const rest = peek(reader);
  if (!filter.ok || rest === null) return filter;
  return fail(rest.type === 'equals' ? { type: 'single-equals' } : { type: 'unexpected', word: rest.text });
}

const peek = ({ tokens, at }: Reader): Token | null => tokens[at] ?? null;

/** The next token, if it is of this type. */
function take(reader: Reader, type: Token['type']): Token | null {
  const token = peek(reader);
  if (token?.type !== type) return null;
  reader.at += 1;
  return token;
}

const readOr = (reader: Reader): Read => readChain(reader, 'or', readAnd);
const readAnd = (reader: Reader): Read => readChain(reader, 'and', readNot);

function readChain(reader: Reader, type: 'and' | 'or', next: (reader: Reader) => Read): Read {
  let left = next(reader);
  while (left.ok && take(reader, type) !== null) {
    const right = next(reader);
    if (!right.ok) return right;
    left = ok({ type, left: left.value, right: right.value });
  }
  return left;
}

function readNot(reader: Reader): Read {
  if (take(reader, 'not') === null) return readTest(reader);
  const of = readNot(reader);
  return of.ok ? ok({ type: 'not', of: of.value }) : of;
}

function readTest(reader: Reader): Read {
  const token = peek(reader);
  if (token === null) return fail({ type: 'unfinished' });
  reader.at += 1;
  if (token.type === '(') {
    const inner = readOr(reader);
    if (!inner.ok || take(reader, ')') !== null) return inner;
    const rest = peek(reader);
    return fail(rest === null ? { type: 'unclosed' } : { type: 'unexpected', word: rest.text });
  }
  if (token.type !== 'word') return fail({ type: 'unexpected', word: token.text });
  if (!isFieldName(token.text)) return fail(noField(token.text));
  return readRelation(reader, token.text);
}

/** Words of the language that the lab leaves out. */
const leftOut = new Set(['matches', 'any', 'all', 'upper', 'lower', 'len', 'count', 'string', 'max', 'min', 'abs']);

function noField(word: string): FilterError {
  if (leftOut.has(word)) return { type: 'not-here', word };
  const lower = word.toLowerCase();
  if (lower !== word && isFieldName(lower)) return { type: 'upper-case', word, near: lower };
  return { type: 'unknown-field', word, near: nearestField(lower) };
}

function readRelation(reader: Reader, field: FieldName): Read {
  const mask = readMask(reader, field);
  if (!mask.ok) return mask;
  const token = peek(reader);
  if (token?.type === 'compare') return readComparison(reader, field, mask.value);
  if (take(reader, 'contains') !== null) return readContains(reader, field);
  if (take(reader, 'in') !== null) return readSet(reader, field);
  if (token?.type === 'not') return readNotIn(reader, field);
  if (token?.type === 'equals') return fail({ type: 'single-equals' });
  if (token?.type !== 'word' && token?.type !== 'quoted') return ok({ type: 'exists', field, mask: mask.value });
  if (leftOut.has(token.text)) return fail({ type: 'not-here', word: token.text });
  return fail({ type: 'operator-missing', field, word: token.text });
}

function readComparison(reader: Reader, field: FieldName, mask: number | null): Read {
  const sign = take(reader, 'compare');
  if (sign?.type !== 'compare') return fail({ type: 'unfinished' });
  const operand = readValue(reader, field);
  return operand.ok ? ok({ type: 'compare', field, mask, op: sign.op, with: operand.value }) : operand;
}

/** `tcp.flags & 2`. null: none. */
function readMask(reader: Reader, field: FieldName): Result<number | null, FilterError> {
  if (take(reader, 'mask') === null) return ok(null);
  if (knownOf(field).kind !== 'number') return fail({ type: 'operator-misfit', field, word: '&' });
  const token = peek(reader);
  if (token === null) return fail({ type: 'unfinished' });
  const mask = token.type === 'word' ? readNumber(token.text) : null;
  if (mask === null) return fail({ type: 'no-number', field, word: token.text });
  reader.at += 1;
  return ok(mask);
}

function readContains(reader: Reader, field: FieldName): Read {
  const token = peek(reader);
  if (token === null) return fail({ type: 'unfinished' });
  if (token.type !== 'word' && token.type !== 'quoted') return fail({ type: 'unexpected', word: token.text });
  reader.at += 1;
  const what = contentOf(field, token);
  return what.ok ? ok({ type: 'contains', field, what: what.value }) : what;
}

/** `tcp.port not in {80, 443}`. */
function readNotIn(reader: Reader, field: FieldName): Read {
  const not = take(reader, 'not');
  if (take(reader, 'in') === null) return fail({ type: 'unexpected', word: not?.text ?? '' });
  const set = readSet(reader, field);
  return set.ok ? ok({ type: 'not', of: set.value }) : set;
}

/** `{80, 443, 8000..8080}`. */
function readSet(reader: Reader, field: FieldName): Read {
  const open = peek(reader);
  if (open === null) return fail({ type: 'unfinished' });
  if (take(reader, '{') === null) return fail({ type: 'unexpected', word: open.text });
  const ranges: Range[] = [];
  do {
    const range = readRange(reader, field);
    if (!range.ok) return range;
    ranges.push(range.value);
  } while (take(reader, ',') !== null);
  const close = peek(reader);
  if (close === null) return fail({ type: 'unclosed' });
  return take(reader, '}') === null
    ? fail({ type: 'unexpected', word: close.text })
    : ok({ type: 'in', field, ranges });
}

function readRange(reader: Reader, field: FieldName): Result<Range, FilterError> {
  const from = readValue(reader, field);
  if (!from.ok) return from;
  if (take(reader, '..') === null) return ok({ from: from.value, to: from.value });
  const to = readValue(reader, field);
  return to.ok ? ok({ from: from.value, to: to.value }) : to;
}

function readValue(reader: Reader, field: FieldName): ReturnType<typeof operandOf> {
  const token = peek(reader);
  if (token === null) return fail({ type: 'unfinished' });
  if (token.type !== 'word' && token.type !== 'quoted') return fail({ type: 'unexpected', word: token.text });
  reader.at += 1;
  return operandOf(field, token);
}
