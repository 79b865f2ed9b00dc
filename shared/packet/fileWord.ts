/** Words of a capture file, whose byte order is that of the machine that wrote it. */
import type { Octets } from '../octets.ts';
import { get16, get32 } from './word.ts';

/** Octets and whether their words have the low octet first. */
export interface FileOctets {
  readonly octets: Octets;
  readonly little: boolean;
}

/** The unsigned 16-bit word at `at` in the byte order of the file. */
export function word16(file: FileOctets, at: number): number {
  const value = get16(file.octets, at);
  return file.little ? ((value & 0xff) << 8) | (value >>> 8) : value;
}

/** The unsigned 32-bit word at `at` in the byte order of the file. */
export function word32(file: FileOctets, at: number): number {
  if (!file.little) return get32(file.octets, at);
  return ((word16(file, at + 2) << 16) | word16(file, at)) >>> 0;
}
