/** Why a display filter is none, as data; the sentences are in the lab's texts. */
import type { FieldName } from '../dissect/fields.ts';

export type FilterError =
  /** `near`: the field that was probably meant; null: none is like it. */
  | { readonly type: 'unknown-field'; readonly word: string; readonly near: FieldName | null }
  /** Filters are written in lower case. */
  | { readonly type: 'upper-case'; readonly word: string; readonly near: FieldName }
  | { readonly type: 'single-equals' }
  /** The filter ends where something has to follow. */
  | { readonly type: 'unfinished' }
  | { readonly type: 'unexpected'; readonly word: string }
  | { readonly type: 'operator-missing'; readonly field: FieldName; readonly word: string }
  | { readonly type: 'unclosed' }
  | { readonly type: 'quote' }
  | { readonly type: 'no-number'; readonly field: FieldName; readonly word: string }
  | { readonly type: 'too-large'; readonly field: FieldName; readonly word: string; readonly most: number }
  | { readonly type: 'no-address'; readonly field: FieldName; readonly word: string }
  | { readonly type: 'no-flag'; readonly field: FieldName; readonly word: string }
  | { readonly type: 'no-octets'; readonly field: FieldName; readonly word: string }
  /** A layer is there or not; it has no value. */
  | { readonly type: 'protocol-value'; readonly field: FieldName }
  /** `contains` with numbers, `&` with texts. */
  | { readonly type: 'operator-misfit'; readonly field: FieldName; readonly word: string }
  /** Wireshark knows it, the lab does not. */
  | { readonly type: 'not-here'; readonly word: string };
