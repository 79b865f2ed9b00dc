/** Words of 16 and 32 bits in network byte order (high octet first); `at` is the offset of the first octet. */
import type { Octets } from '../octets.ts';

/** The unsigned 16-bit word at `at`; octets after the end count as zero. */
export const get16 = (octets: Octets, at: number): number => ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);

/** The unsigned 32-bit word at `at`; octets after the end count as zero. */
export const get32 = (octets: Octets, at: number): number => ((get16(octets, at) << 16) | get16(octets, at + 2)) >>> 0;

/** Writes the low 16 bits of `value` into an array that is still being made. */
export function put16(out: Octets, at: number, value: number): void {
  out[at] = value >>> 8;
  out[at + 1] = value;
}

/** Writes the low 32 bits of `value` into an array that is still being made. */
export function put32(out: Octets, at: number, value: number): void {
  put16(out, at, value >>> 16);
  put16(out, at + 2, value);
}
