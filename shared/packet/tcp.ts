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
  return checkedTcp(octets, { src, dst }, 0, octets.length);
}

/** `decodeTcp` of the segment that lies in `octets` from `from` up to, not including, `to`. */
export function checkedTcp(octets: Octets, ends: Addresses, from: number, to: number): Result<Tcp, PacketError> {
  if (to - from < HEADER) return refuse('tcp/short', to, to - from, HEADER);
  const sum = pseudoSum(ends.src, ends.dst, to - from) + wordSum(octets, from, to);
  if (fold(sum) !== 0xffff) {
    const found = get16(octets, from + 16);
    return refuse('tcp/checksum', from + 16, found, checksumOf(sum - found));
  }
  return uncheckedTcp(octets, from, to);
}

/**
 * Reads a segment without looking at its checksum: a header on a blackboard, or a segment captured on the host
 * that sent it, before its network card filled the checksum in. Refused with `tcp/short`, `tcp/data-offset`.
 */
export function decodeTcpUnchecked(octets: Octets): Result<Tcp, PacketError> {
  return uncheckedTcp(octets, 0, octets.length);
}

/** `decodeTcpUnchecked` of the segment that lies in `octets` from `from` up to, not including, `to`. */
export function uncheckedTcp(octets: Octets, from: number, to: number): Result<Tcp, PacketError> {
  if (to - from < HEADER) return refuse('tcp/short', to, to - from, HEADER);
  const offset = octets[from + 12] ?? 0;
  const headerLength = (offset >> 4) * 4;
  if (headerLength < HEADER) return refuse('tcp/data-offset', from + 12, headerLength, HEADER);
  const dataAt = from + headerLength;
  if (dataAt > to) return refuse('tcp/short', from + 12, to - from, headerLength);
  const { options, padding, optionError } = decodeOptions(octets, from + HEADER, dataAt);
  const segment: Segment = {
    seq: toSeq(get32(octets, from + 4)),
    ack: toSeq(get32(octets, from + 8)),
    ctl: octets[from + 13] ?? 0,
    wnd: get16(octets, from + 14),
    up: get16(octets, from + 18),
    options,
    data: dataAt === to ? NONE : octets.subarray(dataAt, to),
  };
  return ok({
    srcPort: get16(octets, from),
    dstPort: get16(octets, from + 2),
    segment,
    reserved: offset & 0x0f,
    padding,
    optionError,
  });
}

/** Between whom: what the checksum covers besides the segment. */
export interface Addresses {
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
  if (segment.data.length > 0) out.set(segment.data, dataAt);
  put16(out, at + 16, checksumOf(pseudoSum(src, dst, out.length - at) + wordSum(out, at, out.length)));
}
