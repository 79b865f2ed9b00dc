/** A lab's capture as frames on the client's card, and as a file that Wireshark opens. */
import type { Role } from '../../game/role.ts';
import { concat, type Octets } from '../../octets.ts';
import { linkTypes } from '../../packet/link.ts';
import { encodePacket, makePacket } from '../../packet/packet.ts';
import { encodePcapng } from '../../packet/pcapng.ts';
import { type Timestamp, timestampAfter } from '../../packet/timestamp.ts';
import type { Millis } from '../../time.ts';
import { captureOf, endsFrom } from './capture.ts';
import { blackboard, labHeader } from './header.ts';
import { inIpv4 } from './ipv4.ts';
import { neighbours, type Passing } from './neighbours.ts';

/** One line of the list of packets. */
export interface Frame {
  /** Since the first frame of the capture. */
  readonly at: Millis;
  readonly octets: Octets;
}

/** Addresses that RFC 7042 keeps for examples: the client's card, and the router's. */
const cards = { client: [0, 0, 0x5e, 0, 0x53, 0x0a], server: [0, 0, 0x5e, 0, 0x53, 0x01] } as const;

/** Ethernet II: to, from, EtherType of IPv4. All that comes in comes through the router. */
function onEthernet(from: Role, packet: Octets): Octets {
  const to = from === 'client' ? 'server' : 'client';
  return concat(Uint8Array.of(...cards[to], ...cards[from], 8, 0), packet);
}

function framesFrom(passing: readonly Passing[]): readonly Frame[] {
  const sorted = passing.toSorted((a, b) => a.at - b.at);
  const start = sorted[0]?.at ?? 0;
  return sorted.map(({ at, from, packet }) => ({ at: at - start, octets: onEthernet(from, packet) }));
}

/** lab-01: the eleven segments of the experiment, and what else was on the wire. */
export const twoTablesFrames = (): readonly Frame[] =>
  framesFrom([
    ...neighbours(),
    ...captureOf('lab-01-two-tables').map(({ at, from, segment }) => ({
      at,
      from,
      packet: encodePacket(makePacket(endsFrom(from), segment)),
    })),
  ]);

/** lab-02: the headers of the blackboard, octet by octet, with an IPv4 header and a time for each. */
export const blackboardFrames = (): readonly Frame[] =>
  framesFrom(
    captureOf('lab-02-hex-and-relative').map(({ at, from }, n) => {
      const { src, dst } = endsFrom(from);
      return { at, from, packet: inIpv4({ protocol: 6, src, dst }, labHeader(blackboard[n] ?? 'first')) };
    }),
  );

export const labIds = ['lab-01-two-tables', 'lab-02-hex-and-relative'] as const;
export type LabId = (typeof labIds)[number];

/** What each lab's client recorded. */
export const framesOf = (id: LabId): readonly Frame[] =>
  id === 'lab-01-two-tables' ? twoTablesFrames() : blackboardFrames();

/** The lab's capture as it is downloaded: recorded on the first day of 2026, whenever that may be read. */
export const fileOf = (id: LabId): Octets => captureFile(framesOf(id), { seconds: 1_767_225_600, nanos: 0 });

/** The frames as a file. `start`: the date of the first one. One interface: the client's card saw all of it. */
export function captureFile(frames: readonly Frame[], start: Timestamp): Octets {
  return encodePcapng({
    application: 'Ackward Bound',
    comments: [],
    interfaces: [{ name: 'client', description: null, linkType: linkTypes.ETHERNET, snapLength: 0 }],
    packets: frames.map(({ at, octets }) => ({
      interface: 0,
      time: timestampAfter(start, at),
      data: octets,
      originalLength: octets.length,
      comments: [],
    })),
    names: [],
  });
}
