/** What a player may answer when a decision is due: send one segment, or wait. */
import type { Flag } from '../tcp/segment.ts';

/** A run of octets of the own application's stream: octet 0 is the first one that it ever asked to SEND. */
export interface PayloadRef {
  readonly offset: number;
  readonly length: number;
}

/** `seq` and `ack` are absolute, 0..4294967295; `ack` is null where the field was left blank. */
export interface SendMove {
  readonly type: 'send';
  readonly flags: readonly Flag[];
  readonly seq: number;
  readonly ack: number | null;
  readonly payload: PayloadRef | null;
}

export type Move = SendMove | { readonly type: 'wait' };
