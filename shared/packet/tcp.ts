/** A TCP segment in octets, with ports and checksum: RFC 9293 3.1. */
import { NONE, type Octets } from '../octets.ts';
import { type Result, ok } from '../result.ts';
import { toSeq } from '../seq.ts';
import type { Segment } from '../tcp/segment.ts';
import { checksumOf, fold, pseudoSum, wordSum } from './checksum.ts';
import { decodeOptions, optionsSize, writeOptions } from './options.ts';
import { type PacketError, refuse } from './packetError.ts';
import { get16, get32, put16, put32 } from './word.ts';

/** The octets of a header without options. */
const HEADER = 20;

/** All that a TCP header and its data say, but the lengths and the checksum, which follow from the rest. */
export interface Tcp {
  readonly srcPort: number;
  readonly dstPort: number;
  readonly segment: Segment;
  /** Rsrvd: the four bits between data offset and control bits, 0..15; 0 in what we send. */
  readonly reserved: number;
  /** Octets behind the options that are none: those after EOL, or from an illegal option on; else empty. */
  readonly padding: Octets;
  /** `tcp/option-length` where the option list broke off (MUST-7); null for a sound list. Not written back. */
  readonly optionError: PacketError | null;
}

/** A segment of ours with its ports, 0..65535: no reserved bit set, options padded with zeros. */
export const makeTcp = (srcPort: number, dstPort: number, segment: Segment): Tcp => ({
  srcPort,
  dstPort,
  segment,
  reserved: 0,
  padding: NONE,
  optionError: null,
});

/**
 * Reads a segment between two addresses (unsigned 32-bit numbers) and checks its checksum (MUST-3). The data and
 * the unknown options share the memory of `octets`. Refused with `tcp/short`, `tcp/checksum`, `tcp/data-offset`.
 */
export function decodeTcp(octets: Octets, src: number, dst: number): Result<Tcp, PacketError> {
  if (octets.length < HEADER) return refuse('tcp/short', octets.length, octets.length, HEADER);
  const sum = pseudoSum(src, dst, octets.length) + wordSum(octets, 0, octets.length);
  if (fold(sum) !== 0xffff) {
    const found = get16(octets, 16);
    return refuse('tcp/checksum', 16, found, checksumOf(sum - found));
  }
  return decodeTcpUnchecked(octets);
}

/**
 * Reads a segment without looking at its checksum: a header on a blackboard, or a segment captured on the host
 * that sent it, before its network card filled the checksum in. Refused with `tcp/short`, `tcp/data-offset`.
 */
export function decodeTcpUnchecked(octets: Octets): Result<Tcp, PacketError> {
  if (octets.length < HEADER) return refuse('tcp/short', octets.length, octets.length, HEADER);
  const headerLength = ((octets[12] ?? 0) >> 4) * 4;
  if (headerLength < HEADER) return refuse('tcp/data-offset', 12, headerLength, HEADER);
  if (headerLength > octets.length) return refuse('tcp/short', 12, octets.length, headerLength);
  const { options, padding, optionError } = decodeOptions(octets, HEADER, headerLength);
  const segment: Segment = {
    seq: toSeq(get32(octets, 4)),
    ack: toSeq(get32(octets, 8)),
    ctl: octets[13] ?? 0,
    wnd: get16(octets, 14),
    up: get16(octets, 18),
    options,
    data: headerLength === octets.length ? NONE : octets.subarray(headerLength),
  };
  const reserved = (octets[12] ?? 0) & 0x0f;
  return ok({ srcPort: get16(octets, 0), dstPort: get16(octets, 2), segment, reserved, padding, optionError });
}

/** Between whom: what the checksum covers besides the segment. */
interface Addresses {
  readonly src: number;
  readonly dst: number;
}

/** The octets of header, options and data. Throws where the options do not fit into 40 octets: a bug of the caller. */
export function tcpSize(tcp: Tcp): number {
  const size = optionsSize(tcp.segment.options, tcp.padding);
  if (size > 40) throw new Error(`TCP options of ${size} octets; a header has room for 40`);
  return HEADER + size + tcp.segment.data.length;
}

/** A segment between two addresses as octets, checksum included (MUST-2). Throws as `tcpSize` does. */
export function encodeTcp(tcp: Tcp, src: number, dst: number): Octets {
  const out = new Uint8Array(tcpSize(tcp));
  writeTcp(tcp, { src, dst }, out, 0);
  return out;
}

/** Writes a segment from `at` to the end of zeroed octets that are still being made, checksum included. */
export function writeTcp(tcp: Tcp, { src, dst }: Addresses, out: Octets, at: number): void {
  const { segment } = tcp;
  const dataAt = out.length - segment.data.length;
  put16(out, at, tcp.srcPort);
  put16(out, at + 2, tcp.dstPort);
  put32(out, at + 4, segment.seq);
  put32(out, at + 8, segment.ack);
  out[at + 12] = ((dataAt - at) << 2) | tcp.reserved;
  out[at + 13] = segment.ctl;
  put16(out, at + 14, segment.wnd);
  put16(out, at + 18, segment.up);
  writeOptions(segment.options, tcp.padding, out, at + HEADER);
  out.set(segment.data, dataAt);
  put16(out, at + 16, checksumOf(pseudoSum(src, dst, out.length - at) + wordSum(out, at, out.length)));
}
