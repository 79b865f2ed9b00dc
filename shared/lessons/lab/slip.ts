/** What is wrong with an answer in a lab, as data: the nearest thing that the player may have meant. */
import type { Role } from '../../game/role.ts';
import type { HeaderField } from './header.ts';

/** Flags of the record tables: which one, in which kind of segment, and whether it is missing or too many. */
export type FlagSlip =
  | 'syn-missing-first'
  | 'syn-missing-second'
  | 'syn-on-third'
  | 'ack-on-first'
  | 'ack-missing-second'
  | 'ack-missing-third'
  | 'fin-missing'
  | 'fin-on-ack'
  | 'ack-missing-on-fin'
  | 'ack-missing-on-ack';

export type Slip =
  | { readonly type: 'no-number' }
  | { readonly type: 'too-large' }
  /** Counted from the ISN of this side. */
  | { readonly type: 'relative'; readonly isnOf: Role }
  /** A relative number is wanted. */
  | { readonly type: 'absolute' }
  /** It is the other number of this segment. */
  | { readonly type: 'exchanged'; readonly wanted: 'seq' | 'ack' }
  | { readonly type: 'one-too-few'; readonly wanted: 'seq' | 'ack' }
  | { readonly type: 'one-too-many'; readonly wanted: 'seq' | 'ack' }
  /** The same field of another row; `row` from 1. */
  | { readonly type: 'other-row'; readonly row: number }
  | { readonly type: 'no-meaning' }
  | { readonly type: 'flag'; readonly which: FlagSlip }
  /** The octets or the value of another field of this header. */
  | { readonly type: 'other-field'; readonly field: HeaderField }
  | { readonly type: 'octet-order' }
  /** Base 16 without 0x. */
  | { readonly type: 'unmarked-hex' }
  | { readonly type: 'octets-not-words' }
  /** Four bits too many. */
  | { readonly type: 'half-octet' }
  | { readonly type: 'two-octets' }
  | { readonly type: 'flags-missing' }
  | { readonly type: 'flags-too-many' }
  | { readonly type: 'no-flags' }
  /** `octets`: how many the field has. */
  | { readonly type: 'too-few-octets'; readonly octets: number }
  | { readonly type: 'too-many-octets'; readonly octets: number }
  | { readonly type: 'elsewhere' }
  | { readonly type: 'wrong' };
