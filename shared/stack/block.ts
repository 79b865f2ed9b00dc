/**
 * Copies of small texts, in one block of memory behind each other: a memory of its own is most of what a `send` of a
 * few octets costs. A block lives as long as one of its texts.
 */
import type { Octets } from '../octets.ts';

/** The block that is being filled. */
export interface Block {
  octets: Octets;
  used: number;
}

const SIZE = 8192;
/** Larger ones get a memory of their own. */
const SMALL = 1024;

export const newBlock = (): Block => ({ octets: new Uint8Array(SIZE), used: 0 });

/** A copy of the first `length` octets. */
export function copyOf(block: Block, octets: Octets, length: number): Octets {
  if (length > SMALL) return octets.slice(0, length);
  if (block.used + length > SIZE) {
    block.octets = new Uint8Array(SIZE);
    block.used = 0;
  }
  const copy = block.octets.subarray(block.used, block.used + length);
  block.used += length;
  copy.set(length === octets.length ? octets : octets.subarray(0, length));
  return copy;
}
