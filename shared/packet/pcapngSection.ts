/** A pcapng section: its header sets byte order and interfaces anew. draft-ietf-opsawg-pcapng 4.1. */
import type { Octets } from '../octets.ts';
import { type Result, fail, ok } from '../result.ts';
import { type FileOctets, word16, word32 } from './fileWord.ts';
import { type PacketError, refuse } from './packetError.ts';
import { BYTE_ORDER_MAGIC, type BlockOption, needRoom, readBlock, readOptions } from './pcapngBlock.ts';
import type { TimeUnit } from './timestamp.ts';

/** An interface and how it counts time. */
export interface SectionInterface {
  readonly index: number;
  readonly snapLength: number;
  readonly unit: TimeUnit;
}

/** A section while it is read. */
export interface Section {
  readonly file: FileOctets;
  /** Where the blocks after its header begin. */
  readonly blocks: number;
  readonly interfaces: SectionInterface[];
}

interface SectionHeader {
  readonly section: Section;
  readonly options: readonly BlockOption[];
}

/**
 * Reads the section header at `at`. Refused with `file/cut`, `file/version`, `pcapng/byte-order` and the codes of
 * blocks and options.
 */
export function openSection(octets: Octets, at: number): Result<SectionHeader, PacketError> {
  if (octets.length - at < 28) return refuse('file/cut', at, octets.length - at, 28);
  const big: FileOctets = { octets, little: false };
  const file: FileOctets = { octets, little: word32(big, at + 8) !== BYTE_ORDER_MAGIC };
  if (word32(file, at + 8) !== BYTE_ORDER_MAGIC) return refuse('pcapng/byte-order', at + 8, word32(big, at + 8));
  const block = readBlock(file, at);
  if (!block.ok) return block;
  const short = needRoom(block.value, 16);
  if (short !== null) return fail(short);
  const major = word16(file, at + 12);
  const minor = word16(file, at + 14);
  if (major !== 1) return refuse('file/version', at + 12, major, 1);
  // 4.1: minor version 2 is in use and means the same as 0.
  if (minor !== 0 && minor !== 2) return refuse('file/version', at + 14, minor, 0);
  const options = readOptions(file, at + 24, block.value);
  if (!options.ok) return options;
  // The section's length is not looked at: editcap copies it from a longer file, Scapy writes 0.
  const section = { file, blocks: block.value.next, interfaces: [] };
  return ok({ section, options: options.value });
}
