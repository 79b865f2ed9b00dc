/**
 * What lies in front of an IPv4 packet in a capture: the link-layer header, by the link type of the interface.
 * The types: https://www.tcpdump.org/linktypes.html.
 */
import type { Octets } from '../octets.ts';
import { type Result, ok } from '../result.ts';
import { type PacketError, refuse } from './packetError.ts';
import { get16, get32 } from './word.ts';

/** LINKTYPE_ numbers of the frames that are read here. */
export const linkTypes = {
  NULL: 0,
  ETHERNET: 1,
  RAW: 101,
  LOOP: 108,
  LINUX_SLL: 113,
  IPV4: 228,
  IPV6: 229,
  LINUX_SLL2: 276,
} as const;

/** The numbers that old files have for RAW: DLT_RAW was written as it was, and differed between systems. */
const OLD_RAW = [12, 14];

const IPV4_ETHERTYPE = 0x0800;
const IPV6_ETHERTYPE = 0x86dd;

/** Tag protocols: 802.1Q, 802.1ad (QinQ), and two that were used before 802.1ad. */
const VLAN_ETHERTYPES = [0x8100, 0x88a8, 0x9100, 0x9200];

const AF_INET = 2;
/** AF_INET6 of Linux, NetBSD and OpenBSD, FreeBSD, Darwin: the number is the capturing system's own. */
const AF_INET6 = [10, 24, 28, 30];

/**
 * The IPv4 packet of a frame; it shares the memory of `frame`, and link padding may follow it. VLAN tags are
 * skipped, however many. Refused with `link/short`, `link/type`, `link/no-ipv4`, `link/family`, `ip/version-6`;
 * offsets count from the start of the frame.
 */
export function ipv4OfFrame(linkType: number, frame: Octets): Result<Octets, PacketError> {
  switch (linkType) {
    case linkTypes.ETHERNET:
      return afterEthertype(frame, 12, 14);
    case linkTypes.LINUX_SLL:
      return afterEthertype(frame, 14, 16);
    case linkTypes.LINUX_SLL2:
      return afterEthertype(frame, 0, 20);
    case linkTypes.NULL:
      return afterFamily(frame, true);
    case linkTypes.LOOP:
      return afterFamily(frame, false);
    case linkTypes.IPV6:
      return refuse('ip/version-6', 0, 6, 4);
    case linkTypes.RAW:
    case linkTypes.IPV4:
      return ok(frame);
    default:
      return OLD_RAW.includes(linkType) ? ok(frame) : refuse('link/type', 0, linkType);
  }
}

/** Frames whose header has an EtherType at `typeAt`; VLAN tags stand at `start`, before the packet. */
function afterEthertype(frame: Octets, typeAt: number, start: number): Result<Octets, PacketError> {
  let typeOffset = typeAt;
  let packetAt = start;
  for (;;) {
    if (packetAt > frame.length) return refuse('link/short', frame.length, frame.length, packetAt);
    const type = get16(frame, typeOffset);
    if (type === IPV4_ETHERTYPE) return ok(frame.subarray(packetAt));
    if (type === IPV6_ETHERTYPE) return refuse('ip/version-6', typeOffset, 6, 4);
    if (!VLAN_ETHERTYPES.includes(type)) return refuse('link/no-ipv4', typeOffset, type, IPV4_ETHERTYPE);
    // A tag is two octets of priority and VLAN number, then the type of what follows.
    typeOffset = packetAt + 2;
    packetAt += 4;
  }
}

/** Loopback frames: an address family of 32 bits, in network order (LOOP) or in the capturing host's (NULL). */
function afterFamily(frame: Octets, anyOrder: boolean): Result<Octets, PacketError> {
  if (frame.length < 4) return refuse('link/short', frame.length, frame.length, 4);
  const family = get32(frame, 0);
  // Families are small numbers: where only the first octet is set, the host wrote the low octet first.
  const host = anyOrder && (family & 0xffffff) === 0 ? family >>> 24 : family;
  if (host === AF_INET) return ok(frame.subarray(4));
  if (AF_INET6.includes(host)) return refuse('ip/version-6', 0, 6, 4);
  return refuse('link/family', 0, host, AF_INET);
}
