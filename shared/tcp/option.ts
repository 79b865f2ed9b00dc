/** The TCP options that the engine knows, and a place for those it does not: RFC 9293 3.1 and 3.2, MUST-4..7. */
import type { Octets } from '../octets.ts';
import { assertNever } from '../result.ts';
import type { Seq } from '../seq.ts';

export type Option =
  | { readonly type: 'eol' }
  | { readonly type: 'nop' }
  /** Maximum Segment Size in octets, on SYN only: RFC 9293 3.7.1. */
  | { readonly type: 'mss'; readonly mss: number }
  /** Window scale, on SYN only: RFC 7323 2. `shift` is 0..14; larger ones are taken as 14. */
  | { readonly type: 'windowScale'; readonly shift: number }
  /** RFC 2018 2, on SYN only. */
  | { readonly type: 'sackPermitted' }
  /** RFC 2018 3: blocks of received octets, left edge included, right edge not. */
  | { readonly type: 'sack'; readonly blocks: readonly SackBlock[] }
  /** RFC 7323 3: TSval and TSecr, unsigned 32 bits. */
  | { readonly type: 'timestamps'; readonly val: number; readonly ecr: number }
  /** RFC 7413: an empty cookie asks for one. */
  | { readonly type: 'fastOpen'; readonly cookie: Octets }
  /** Any other kind: kept as it came, so that a capture shows it and an encoder writes it back. */
  | { readonly type: 'unknown'; readonly kind: number; readonly body: Octets };

/** The first option of a kind, or null. */
export function optionOf<T extends Option['type']>(
  options: readonly Option[],
  type: T,
): Extract<Option, { type: T }> | null {
  for (const option of options) if (isOfType(option, type)) return option;
  return null;
}

const isOfType = <T extends Option['type']>(option: Option, type: T): option is Extract<Option, { type: T }> =>
  option.type === type;

/** The octets that options take in a header, padding to a multiple of four included: MUST-69. */
export function optionsLength(options: readonly Option[]): number {
  let length = 0;
  for (const option of options) length += optionLength(option);
  return (length + 3) & ~3;
}

function optionLength(option: Option): number {
  switch (option.type) {
    case 'eol':
    case 'nop':
      return 1;
    case 'mss':
      return 4;
    case 'windowScale':
      return 3;
    case 'sackPermitted':
      return 2;
    case 'sack':
      return 2 + 8 * option.blocks.length;
    case 'timestamps':
      return 10;
    case 'fastOpen':
      return 2 + option.cookie.length;
    case 'unknown':
      return 2 + option.body.length;
    default:
      return assertNever(option);
  }
}

export interface SackBlock {
  readonly left: Seq;
  readonly right: Seq;
}
