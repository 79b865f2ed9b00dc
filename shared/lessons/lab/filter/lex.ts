/** A display filter cut into words: Wireshark User's Guide, 6.4. */
import { fail, ok, type Result } from '../../../result.ts';
import type { FilterError } from './filterError.ts';

/** `==`: some value is it; `===`: all are; `!=`: none is; `~=`: some is not. The others: some value fits. */
export const comparisons = ['==', '===', '!=', '~=', '>', '<', '>=', '<='] as const;
export type Comparison = (typeof comparisons)[number];

export type Token =
  | { readonly type: 'word' | 'quoted'; readonly text: string }
  | { readonly type: 'compare'; readonly op: Comparison; readonly text: string }
  | { readonly type: Sign; readonly text: string };
type Sign = 'and' | 'or' | 'not' | 'in' | 'contains' | 'mask' | 'equals' | '(' | ')' | '{' | '}' | ',' | '..';

const compares = new Map<string, Comparison>([
  ...comparisons.map((op) => [op, op] as const),
  ['eq', '=='],
  ['ne', '!='],
  ['!==', '~='],
  ['gt', '>'],
  ['lt', '<'],
  ['ge', '>='],
  ['le', '<='],
]);
const signs = new Map<string, Sign>([
  ['&&', 'and'],
  ['and', 'and'],
  ['||', 'or'],
  ['or', 'or'],
  ['!', 'not'],
  ['not', 'not'],
  ['in', 'in'],
  ['contains', 'contains'],
  ['&', 'mask'],
  ['=', 'equals'],
  ...(['(', ')', '{', '}', ',', '..'] as const).map((sign) => [sign, sign] as const),
]);

/** Longer signs stand before their beginnings; what fits nothing is one letter. */
const piece = /"(?:[^"\\]|\\.)*"|===|!==|\.\.|&&|\|\||[=!<>~]=|[=<>!&(){},]|(?:(?!\.\.)[\w.:/-])+|\S/g;

const tokenOf = (text: string): Token => {
  const op = compares.get(text);
  if (op !== undefined) return { type: 'compare', op, text };
  const sign = signs.get(text);
  if (sign !== undefined) return { type: sign, text };
  if (text.length > 1 && text.startsWith('"'))
    return { type: 'quoted', text: text.slice(1, -1).replaceAll(/\\(.)/g, '$1') };
  return { type: 'word', text };
};

/** Refused with `quote`: a quotation mark is alone. Full-width signs of Chinese keyboards count as the plain ones. */
export function lex(filter: string): Result<readonly Token[], FilterError> {
  const pieces: readonly string[] = filter.normalize('NFKC').replaceAll(/[“”]/g, '"').match(piece) ?? [];
  if (pieces.includes('"')) return fail({ type: 'quote' });
  return ok(pieces.map(tokenOf));
}
