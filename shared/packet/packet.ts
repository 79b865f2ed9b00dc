/** A whole IPv4 packet with a TCP segment in it, one call each way: what a stack puts on the wire and takes off it. */
import { NONE, type Octets } from '../octets.ts';
import { type Result, ok } from '../result.ts';
import type { Segment } from '../tcp/segment.ts';
import {
  type Checking,
  DONT_FRAGMENT,
  type Ipv4Header,
  findIpv4,
  ipv4HeaderSize,
  isFragment,
  writeIpv4,
} from './ipv4.ts';
import { type PacketError, refuse } from './packetError.ts';
import { type Tcp, checkedTcp, makeTcp, tcpSize, uncheckedTcp, writeTcp } from './tcp.ts';
import { get16 } from './word.ts';

const TCP_PROTOCOL = 6;

export interface TcpPacket {
  readonly ip: Ipv4Header;
  readonly tcp: Tcp;
}

/** The two ends of a packet: addresses are unsigned 32-bit numbers, ports 0..65535. */
export interface Ends {
  readonly src: number;
  readonly srcPort: number;
  readonly dst: number;
  readonly dstPort: number;
}

/** A packet of ours: time to live 64, not to be fragmented, so that its id may be 0 (RFC 6864 4.1). */
export const makePacket = (ends: Ends, segment: Segment): TcpPacket => ({
  ip: {
    dscp: 0,
    ecn: 0,
    id: 0,
    flags: DONT_FRAGMENT,
    fragmentOffset: 0,
    ttl: 64,
    protocol: TCP_PROTOCOL,
    src: ends.src,
    dst: ends.dst,
    options: NONE,
  },
  tcp: makeTcp(ends.srcPort, ends.dstPort, segment),
});

/**
 * Reads a packet of octets and checks both checksums; with `capture` it checks neither. Data and options share the
 * memory of `octets`. `encodePacket` gives the same octets back, but for link padding after the total length.
 * Refused with every `ip/` and `tcp/` code but `tcp/option-length`, which is in `tcp.optionError`; offsets count
 * from the start of the IPv4 header. RFC 791 3.1, RFC 9293 3.1.
 */
export function decodePacket(octets: Octets, checking: Checking = 'strict'): Result<TcpPacket, PacketError> {
  const found = findIpv4(octets, checking);
  if (!found.ok) return found;
  const { header: ip, from, to } = found.value;
  if (isFragment(ip)) return refuse('ip/fragment', 6, get16(octets, 6));
  if (ip.protocol !== TCP_PROTOCOL) return refuse('ip/protocol', 9, ip.protocol, TCP_PROTOCOL);
  const tcp = checking === 'strict' ? checkedTcp(octets, ip, from, to) : uncheckedTcp(octets, from, to);
  return tcp.ok ? ok({ ip, tcp: tcp.value }) : tcp;
}

/**
 * A packet as octets, both checksums included. Throws where options or data are larger than the formats allow:
 * 40 octets of options each, 65,535 octets in all.
 */
export function encodePacket(packet: TcpPacket): Octets {
  const headerSize = ipv4HeaderSize(packet.ip);
  const out = new Uint8Array(headerSize + tcpSize(packet.tcp));
  writeIpv4(packet.ip, out);
  writeTcp(packet.tcp, packet.ip, out, headerSize);
  return out;
}
