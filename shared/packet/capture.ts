/** What a capture file holds, whichever format it has: interfaces, packets in the order of the file, names. */
import type { Octets } from '../octets.ts';
import type { Result } from '../result.ts';
import { fail } from '../result.ts';
import type { Checking } from './ipv4.ts';
import { ipv4OfFrame } from './link.ts';
import { type TcpPacket, decodePacket } from './packet.ts';
import { type PacketError, refuse, shiftError } from './packetError.ts';
import type { Timestamp } from './timestamp.ts';

export interface CaptureInterface {
  /** For people, such as 'eth0'; null where the file gives none. */
  readonly name: string | null;
  readonly description: string | null;
  /** A LINKTYPE_ number: `linkTypes` of link.ts has those whose packets can be read. */
  readonly linkType: number;
  /** The most octets of a packet that were kept; 0 for all. */
  readonly snapLength: number;
}

export interface CapturedPacket {
  /** An index into `interfaces` of the capture. */
  readonly interface: number;
  /** null where the file has no time for this packet: a Simple Packet Block. Written as 1970. */
  readonly time: Timestamp | null;
  /** The frame with its link-layer header. */
  readonly data: Octets;
  /** The octets that it had on the wire; more than `data` has, where the capture was cut. */
  readonly originalLength: number;
  readonly comments: readonly string[];
}

/** A name that is shown instead of an IPv4 address (an unsigned 32-bit number). */
export interface HostName {
  readonly address: number;
  readonly name: string;
}

export interface Capture {
  /** The program that wrote the file; null where it does not say. */
  readonly application: string | null;
  /** Comments on the whole file. */
  readonly comments: readonly string[];
  readonly interfaces: readonly CaptureInterface[];
  readonly packets: readonly CapturedPacket[];
  readonly names: readonly HostName[];
}

/**
 * The TCP packet in a captured frame. `capture` (the default) checks no checksums, because the sending host's
 * own captures show them before the network card filled them in. Refused with the codes of `ipv4OfFrame` and
 * `decodePacket`; offsets count from the start of the frame.
 */
export function tcpOfCaptured(
  capture: Capture,
  packet: CapturedPacket,
  checking: Checking = 'capture',
): Result<TcpPacket, PacketError> {
  const from = capture.interfaces[packet.interface];
  if (from === undefined) return refuse('pcapng/interface', 0, packet.interface, capture.interfaces.length);
  const ip = ipv4OfFrame(from.linkType, packet.data);
  if (!ip.ok) return ip;
  const decoded = decodePacket(ip.value, checking);
  return decoded.ok ? decoded : fail(shiftError(decoded.error, ip.value.byteOffset - packet.data.byteOffset));
}
