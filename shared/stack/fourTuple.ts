/** The two sockets that a connection joins, seen from our side: RFC 9293 3.4.1 names connections by them. */
import { put16, put32 } from '../packet/word.ts';
import type { Octets } from '../octets.ts';
import { sipHash } from './sipHash.ts';

/** Addresses are unsigned 32-bit numbers, ports 0..65535. */
export interface FourTuple {
  readonly local: number;
  readonly localPort: number;
  readonly remote: number;
  readonly remotePort: number;
}

/** What a hash is for: one purpose must tell nothing about another. */
export const purposes = ['isn', 'cookie', 'port'] as const;
export type Purpose = (typeof purposes)[number];

/** 32 bits that only the owner of the 16 octets `key` can foretell, of a 4-tuple and two more words. */
export function keyed(
  key: Octets,
  purpose: Purpose,
  ends: FourTuple,
  more: readonly [number, number] = [0, 0],
): number {
  const message = new Uint8Array(21);
  message[0] = purposes.indexOf(purpose);
  put32(message, 1, ends.local);
  put16(message, 5, ends.localPort);
  put32(message, 7, ends.remote);
  put16(message, 11, ends.remotePort);
  put32(message, 13, more[0]);
  put32(message, 17, more[1]);
  return sipHash(key, message).low;
}
