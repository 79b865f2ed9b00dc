/** The TCP options that the engine knows, and a place for those it does not: RFC 9293 3.1 and 3.2, MUST-4..7. */
import type { Octets } from '../octets.ts';
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

export interface SackBlock {
  readonly left: Seq;
  readonly right: Seq;
}
