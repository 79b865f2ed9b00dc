/**
 * The frame of every pcapng block and the list of options at its end: draft-ietf-opsawg-pcapng 3.1 and 3.5. Type
 * and length, body, the length again; an option is a code, a length and a value filled up to 32 bits.
 */
import { type Octets, toText } from '../octets.ts';
import { type Result, fail, ok } from '../result.ts';
import { type FileOctets, word16, word32 } from './fileWord.ts';
import { type PacketError, packetError, refuse } from './packetError.ts';

/** The block types that are read or written here: draft-ietf-opsawg-pcapng 11.1. */
export const blockTypes = {
  SECTION_HEADER: 0x0a0d0d0a,
  INTERFACE: 1,
  /** Obsolete, but old files have it. */
  PACKET: 2,
  SIMPLE_PACKET: 3,
  NAME_RESOLUTION: 4,
  ENHANCED_PACKET: 6,
} as const;

/** The codes of options; a number may mean another thing in another block. */
export const optionCodes = {
  END: 0,
  COMMENT: 1,
  SHB_USERAPPL: 4,
  IF_NAME: 2,
  IF_DESCRIPTION: 3,
  IF_TSRESOL: 9,
  IF_TSOFFSET: 14,
} as const;

/** What stands in a section header when read in the right byte order. */
export const BYTE_ORDER_MAGIC = 0x1a2b3c4d;

/** Type and two lengths. */
const FRAME = 12;

/** `length` filled up to whole 32-bit words. */
export const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** Offsets in the file: the body is `body` up to, not including, `bodyEnd`; the next block begins at `next`. */
export interface Block {
  readonly type: number;
  readonly start: number;
  readonly body: number;
  readonly bodyEnd: number;
  readonly next: number;
}

/** The block at `start`. Refused with `file/cut`, `pcapng/block-length`, `pcapng/block-end`. */
export function readBlock(file: FileOctets, start: number): Result<Block, PacketError> {
  const left = file.octets.length - start;
  if (left < FRAME) return refuse('file/cut', start, left, FRAME);
  const length = word32(file, start + 4);
  if (length < FRAME || length % 4 !== 0) return refuse('pcapng/block-length', start + 4, length, FRAME);
  if (length > left) return refuse('file/cut', start, left, length);
  const next = start + length;
  const again = word32(file, next - 4);
  if (again !== length) return refuse('pcapng/block-end', next - 4, again, length);
  return ok({ type: word32(file, start), start, body: start + 8, bodyEnd: next - 4, next });
}

/** An error where a block has no room for `size` octets of fields, else null. */
export function needRoom(block: Block, size: number): PacketError | null {
  const room = block.bodyEnd - block.body;
  return room < size ? packetError('pcapng/block-short', block.body, room, size) : null;
}

export interface BlockOption {
  readonly code: number;
  /** Where its value begins in the file. */
  readonly at: number;
  readonly value: Octets;
}

/**
 * The options from `from` to the end of a block; they may end with opt_endofopt or with the block. Refused with
 * `pcapng/option-length` where one does not fit.
 */
export function readOptions(file: FileOctets, from: number, block: Block): Result<readonly BlockOption[], PacketError> {
  const options: BlockOption[] = [];
  let at = from;
  while (block.bodyEnd - at >= 4) {
    const code = word16(file, at);
    const length = word16(file, at + 2);
    const room = code === optionCodes.END ? 0 : block.bodyEnd - at - 4;
    if (padded(length) > room) return refuse('pcapng/option-length', at + 2, length, room);
    if (code === optionCodes.END) break;
    options.push({ code, at: at + 4, value: file.octets.subarray(at + 4, at + 4 + length) });
    at += 4 + padded(length);
  }
  return ok(options);
}

/** The value of an option that must have `size` octets; null where the block has no such option. */
export function fixedOption(
  options: readonly BlockOption[],
  code: number,
  size: number,
): Result<BlockOption | null, PacketError> {
  const option = options.find((each) => each.code === code) ?? null;
  if (option === null || option.value.length === size) return ok(option);
  return fail(packetError('pcapng/option-length', option.at - 2, option.value.length, size));
}

/** The text of the first option of a code; null where there is none. */
export function textOf(options: readonly BlockOption[], code: number): string | null {
  const option = options.find((each) => each.code === code);
  return option === undefined ? null : toText(option.value);
}

/** All opt_comment of a block. */
export const commentsOf = (options: readonly BlockOption[]): readonly string[] =>
  options.filter(({ code }) => code === optionCodes.COMMENT).map(({ value }) => toText(value));
