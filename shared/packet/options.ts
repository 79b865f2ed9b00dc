/**
 * TCP options in octets: RFC 9293 3.1 and 3.2, with RFC 7323 2 and 3 (window scale, timestamps), RFC 2018 2 and 3
 * (SACK), RFC 7413 4.1.1 (Fast Open). What is written from a decoded list is what was decoded, octet by octet.
 */
import { NONE, type Octets } from '../octets.ts';
import { assertNever } from '../result.ts';
import { toSeq } from '../seq.ts';
import type { Option } from '../tcp/option.ts';
import { type PacketError, packetError } from './packetError.ts';
import { get16, get32, put16, put32 } from './word.ts';

export interface DecodedOptions {
  readonly options: readonly Option[];
  /** What follows EOL, or the octets from the first illegal length on; kept so that they can be written back. */
  readonly padding: Octets;
  /** `tcp/option-length` where an option had an illegal length (MUST-7), else null. */
  readonly optionError: PacketError | null;
}

const noOptions: DecodedOptions = { options: [], padding: NONE, optionError: null };

/**
 * Reads the options between the offsets `from` and `to` of a segment, on any boundary (MUST-64). An illegal
 * length ends the list and is reported, not thrown: the options before it count. An option whose length is legal
 * but wrong for its kind (an MSS of 6 octets) is `unknown` and skipped by its length (MUST-6).
 */
export function decodeOptions(octets: Octets, from: number, to: number): DecodedOptions {
  if (from === to) return noOptions;
  const options: Option[] = [];
  let at = from;
  while (at < to) {
    const kind = octets[at] ?? 0;
    if (kind === 0) {
      options.push({ type: 'eol' });
      return { options, padding: octets.subarray(at + 1, to), optionError: null };
    }
    if (kind === 1) {
      options.push({ type: 'nop' });
      at += 1;
      continue;
    }
    // A kind in the last octet has no length octet: that counts as length 0.
    const length = at + 1 < to ? (octets[at + 1] ?? 0) : 0;
    if (length < 2 || at + length > to) {
      const optionError = packetError('tcp/option-length', at, length, to - at);
      return { options, padding: octets.subarray(at, to), optionError };
    }
    options.push(decodeOption(octets, kind, at + 2, length - 2));
    at += length;
  }
  return { options, padding: NONE, optionError: null };
}

/** The option of this kind whose body is the `size` octets from `at` on. */
function decodeOption(octets: Octets, kind: number, at: number, size: number): Option {
  if (kind === 2 && size === 2) return { type: 'mss', mss: get16(octets, at) };
  if (kind === 3 && size === 1) return { type: 'windowScale', shift: octets[at] ?? 0 };
  if (kind === 4 && size === 0) return { type: 'sackPermitted' };
  if (kind === 5 && size % 8 === 0) return decodeSack(octets, at, size);
  if (kind === 8 && size === 8) return { type: 'timestamps', val: get32(octets, at), ecr: get32(octets, at + 4) };
  const body = octets.subarray(at, at + size);
  if (kind === 34 && (size === 0 || (size >= 4 && size <= 16 && size % 2 === 0))) {
    return { type: 'fastOpen', cookie: body };
  }
  return { type: 'unknown', kind, body };
}

function decodeSack(octets: Octets, from: number, size: number): Option {
  const blocks = [];
  for (let at = from; at < from + size; at += 8) {
    blocks.push({ left: toSeq(get32(octets, at)), right: toSeq(get32(octets, at + 4)) });
  }
  return { type: 'sack', blocks };
}

/** The octets that an option takes on the wire. */
export function optionSize(option: Option): number {
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

/** The octets that all options and the padding take, filled up to whole 32-bit words: 0, 4, 8... */
export function optionsSize(options: readonly Option[], padding: Octets): number {
  let size = padding.length;
  for (const option of options) size += optionSize(option);
  return (size + 3) & ~3;
}

/** Options as octets in whole 32-bit words; what is left of the last word is zeros: EOL and padding (MUST-69). */
export function encodeOptions(options: readonly Option[], padding: Octets = NONE): Octets {
  const out = new Uint8Array(optionsSize(options, padding));
  writeOptions(options, padding, out, 0);
  return out;
}

/** Writes options and padding at `at` into zeroed octets that are still being made. */
export function writeOptions(options: readonly Option[], padding: Octets, out: Octets, at: number): void {
  let next = at;
  for (const option of options) {
    writeOption(option, out, next);
    next += optionSize(option);
  }
  if (padding.length > 0) out.set(padding, next);
}

function writeOption(option: Option, out: Octets, at: number): void {
  if (option.type === 'eol') return;
  if (option.type === 'nop') {
    out[at] = 1;
    return;
  }
  out[at + 1] = optionSize(option);
  out[at] = writeBody(option, out, at + 2);
}

/** Writes what follows kind and length; gives the kind. */
function writeBody(option: Exclude<Option, { type: 'eol' | 'nop' }>, out: Octets, at: number): number {
  switch (option.type) {
    case 'mss':
      put16(out, at, option.mss);
      return 2;
    case 'windowScale':
      out[at] = option.shift;
      return 3;
    case 'sackPermitted':
      return 4;
    case 'sack':
      for (const [i, block] of option.blocks.entries()) {
        put32(out, at + 8 * i, block.left);
        put32(out, at + 8 * i + 4, block.right);
      }
      return 5;
    case 'timestamps':
      put32(out, at, option.val);
      put32(out, at + 4, option.ecr);
      return 8;
    case 'fastOpen':
      out.set(option.cookie, at);
      return 34;
    case 'unknown':
      out.set(option.body, at);
      return option.kind;
    default:
      return assertNever(option);
  }
}
