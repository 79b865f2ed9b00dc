/** The IPv4 header in octets: RFC 791 3.1, with the traffic class as RFC 2474 and RFC 3168 split it. */
import { NONE, type Octets } from '../octets.ts';
import { type Result, ok } from '../result.ts';
import { checksumOf, fold, wordSum } from './checksum.ts';
import { type PacketError, refuse } from './packetError.ts';
import { get16, get32, put16, put32 } from './word.ts';

/** The octets of a header without options. */
const HEADER = 20;

/** Bits of `flags`: more fragments follow; a router must not make fragments. */
export const MORE_FRAGMENTS = 1;
export const DONT_FRAGMENT = 2;

/** All that an IPv4 header says, but version, lengths and checksum, which follow from the rest. */
export interface Ipv4Header {
  /** 0..63. */
  readonly dscp: number;
  /** 0..3. */
  readonly ecn: number;
  /** Identification, 0..65535. */
  readonly id: number;
  /** Three bits, 0..7: a sum of MORE_FRAGMENTS, DONT_FRAGMENT and the reserved 4. */
  readonly flags: number;
  /** Where a fragment belongs, in units of 8 octets, 0..8191. */
  readonly fragmentOffset: number;
  /** Time to live, 0..255. */
  readonly ttl: number;
  readonly protocol: number;
  /** Source address, an unsigned 32-bit number. */
  readonly src: number;
  /** Destination address, an unsigned 32-bit number. */
  readonly dst: number;
  /** The options as they came, padding included; 0..40 octets. */
  readonly options: Octets;
}

/** A header, and where in the octets its payload lies: from `from` up to, not including, `to`. */
export interface Ipv4Found {
  readonly header: Ipv4Header;
  readonly from: number;
  readonly to: number;
}

export interface Ipv4Packet {
  readonly header: Ipv4Header;
  readonly payload: Octets;
}

/** `strict` checks checksums; `capture` takes what a sending host sees of its own packets before its network card. */
export type Checking = 'strict' | 'capture';

/** Whether the payload is only a piece of what was sent: RFC 791 2.3. */
export const isFragment = (header: Ipv4Header): boolean =>
  (header.flags & MORE_FRAGMENTS) !== 0 || header.fragmentOffset !== 0;

/**
 * Reads a packet; octets after its total length are link padding and left out. The payload shares the memory of
 * `octets`. A fragment is read like any packet: ask `isFragment`. `capture` does not check the checksum, and takes
 * total length 0 (segmentation offload) as "all of it". Refused with `ip/version-6`, `ip/version`, `ip/short`,
 * `ip/header-length`, `ip/checksum`, `ip/total-length`, `ip/cut`.
 */
export function decodeIpv4(octets: Octets, checking: Checking = 'strict'): Result<Ipv4Packet, PacketError> {
  const found = findIpv4(octets, checking);
  if (!found.ok) return found;
  const { header, from, to } = found.value;
  return ok({ header, payload: octets.subarray(from, to) });
}

/** `decodeIpv4` without cutting the payload out: a view of a small array costs more than all the rest. */
export function findIpv4(octets: Octets, checking: Checking): Result<Ipv4Found, PacketError> {
  const first = octets[0] ?? 0x40;
  if (first >> 4 === 6) return refuse('ip/version-6', 0, 6, 4);
  if (first >> 4 !== 4) return refuse('ip/version', 0, first >> 4, 4);
  if (octets.length < HEADER) return refuse('ip/short', octets.length, octets.length, HEADER);
  const headerLength = (first & 0x0f) * 4;
  if (headerLength < HEADER) return refuse('ip/header-length', 0, headerLength, HEADER);
  if (headerLength > octets.length) return refuse('ip/short', octets.length, octets.length, headerLength);
  const sum = wordSum(octets, 0, headerLength);
  if (checking === 'strict' && fold(sum) !== 0xffff) {
    return refuse('ip/checksum', 10, get16(octets, 10), checksumOf(sum - get16(octets, 10)));
  }
  const announced = get16(octets, 2);
  const total = announced === 0 && checking === 'capture' ? octets.length : announced;
  if (total < headerLength) return refuse('ip/total-length', 2, total, headerLength);
  if (total > octets.length) return refuse('ip/cut', octets.length, octets.length, total);
  return ok({ header: readHeader(octets, headerLength), from: headerLength, to: total });
}

function readHeader(octets: Octets, headerLength: number): Ipv4Header {
  const fragment = get16(octets, 6);
  return {
    dscp: (octets[1] ?? 0) >> 2,
    ecn: (octets[1] ?? 0) & 3,
    id: get16(octets, 4),
    flags: fragment >> 13,
    fragmentOffset: fragment & 0x1fff,
    ttl: octets[8] ?? 0,
    protocol: octets[9] ?? 0,
    src: get32(octets, 12),
    dst: get32(octets, 16),
    options: headerLength === HEADER ? NONE : octets.subarray(HEADER, headerLength),
  };
}

/** The octets of the header. Throws where the options do not fit into 40 octets: a bug of the caller. */
export function ipv4HeaderSize(header: Ipv4Header): number {
  const size = (header.options.length + 3) & ~3;
  if (size > 40) throw new Error(`IPv4 options of ${size} octets; a header has room for 40`);
  return HEADER + size;
}

/** Writes the header, checksum included, to the front of a zeroed packet that is still being made. */
export function writeIpv4(header: Ipv4Header, out: Octets): void {
  const size = ipv4HeaderSize(header);
  if (out.length > 0xffff) throw new Error(`an IPv4 packet of ${out.length} octets; 65535 is the most`);
  out[0] = 0x40 | (size >> 2);
  out[1] = (header.dscp << 2) | header.ecn;
  put16(out, 2, out.length);
  put16(out, 4, header.id);
  put16(out, 6, (header.flags << 13) | header.fragmentOffset);
  out[8] = header.ttl;
  out[9] = header.protocol;
  put32(out, 12, header.src);
  put32(out, 16, header.dst);
  if (header.options.length > 0) out.set(header.options, HEADER);
  put16(out, 10, checksumOf(wordSum(out, 0, size)));
}

/** A packet as octets. Throws where options or payload are larger than the format allows: a bug of the caller. */
export function encodeIpv4(packet: Ipv4Packet): Octets {
  const size = ipv4HeaderSize(packet.header);
  const out = new Uint8Array(size + packet.payload.length);
  writeIpv4(packet.header, out);
  out.set(packet.payload, size);
  return out;
}
