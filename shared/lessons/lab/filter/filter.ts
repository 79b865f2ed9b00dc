/** A display filter, read. */
import type { FieldName } from '../dissect/fields.ts';
import type { Octets } from '../../../octets.ts';
import type { Comparison } from './lex.ts';

export type Filter =
  /** No filter: everything is shown. */
  | { readonly type: 'all' }
  | { readonly type: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly type: 'not'; readonly of: Filter }
  /** With `mask`: some value has one of its bits. */
  | { readonly type: 'exists'; readonly field: FieldName; readonly mask: number | null }
  | {
      readonly type: 'compare';
      readonly field: FieldName;
      readonly mask: number | null;
      readonly op: Comparison;
      readonly with: Operand;
    }
  | { readonly type: 'in'; readonly field: FieldName; readonly ranges: readonly Range[] }
  | { readonly type: 'contains'; readonly field: FieldName; readonly what: Octets };

export interface Range {
  readonly from: Operand;
  readonly to: Operand;
}

/** `net`: the addresses that have the first `bits` bits of `value`. */
export type Operand =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'net'; readonly value: number; readonly bits: number }
  | { readonly type: 'text'; readonly value: string };
