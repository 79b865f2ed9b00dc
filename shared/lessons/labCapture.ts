/** A lab's capture: the level played by its par, as the client's computer would have recorded it. */
import { levelOf } from '../levels/catalogue.ts';
import { courseOf } from '../levels/course.ts';
import { momentsOfPar } from '../levels/playPar.ts';
import type { Role } from '../game/role.ts';
import { fromText, type Octets } from '../octets.ts';
import { formatAddress } from '../packet/address.ts';
import { linkTypes } from '../packet/link.ts';
import { type Ends, encodePacket, makePacket } from '../packet/packet.ts';
import { encodePcapng } from '../packet/pcapng.ts';
import { type Timestamp, timestampAfter } from '../packet/timestamp.ts';
import type { Segment } from '../tcp/segment.ts';
import type { Millis } from '../time.ts';

/** One line of the list of packets. */
export interface CapturedSegment {
  /** When the client's computer saw it: as it left, or as it came. */
  readonly at: Millis;
  readonly from: Role;
  readonly segment: Segment;
}

/** 192.0.2.10:52114 and 198.51.100.7:80: addresses that RFC 5737 keeps for examples. */
export const labEnds = {
  client: { address: 0xc000_020a, port: 52_114 },
  server: { address: 0xc633_6407, port: 80 },
} as const satisfies { readonly [role in Role]: { readonly address: number; readonly port: number } };

export const endsFrom = (from: Role): Ends => {
  const to = from === 'client' ? 'server' : 'client';
  return {
    src: labEnds[from].address,
    srcPort: labEnds[from].port,
    dst: labEnds[to].address,
    dstPort: labEnds[to].port,
  };
};

/** What `level` puts on the wire, in the order in which the client sees it. */
export function captureOf(level: string): readonly CapturedSegment[] {
  const found = levelOf(level);
  const course = found && courseOf(found);
  if (!course) throw new Error(`no level ${level}`);
  const seen = new Map<number, CapturedSegment>();
  for (const match of momentsOfPar(course)) {
    for (const { id, from, segment, sentAt, delay } of match.flights) {
      seen.set(id, { at: from === 'client' ? sentAt : sentAt + delay, from, segment });
    }
  }
  return dressed([...seen.values()].toSorted((a, b) => a.at - b.at));
}

/** What the ends say, so that "follow stream" shows a conversation: 78 and 400 octets, as in lab-01. */
const request = 'GET / HTTP/1.1\r\nHost: www.example.com\r\nUser-Agent: strait/1.0\r\nAccept: */*\r\n\r\n';
const body = 'Every octet has a number, and every number is answered for.\n'.repeat(6).slice(0, 314);
const reply = `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 315\r\nConnection: close\r\n\r\n${body}\n`;

/** The levels' applications say only x; TCP does not look at what they say. */
function dressed(capture: readonly CapturedSegment[]): readonly CapturedSegment[] {
  const texts = { client: fromText(request), server: fromText(reply) };
  const said = { client: 0, server: 0 };
  return capture.map((one) => {
    const { length } = one.segment.data;
    const data = texts[one.from].subarray(said[one.from], said[one.from] + length);
    said[one.from] += length;
    return data.length === length ? { ...one, segment: { ...one.segment, data } } : one;
  });
}

/** The capture as a file that Wireshark opens. `start`: the date of its first packet. */
export function captureFile(capture: readonly CapturedSegment[], start: Timestamp): Octets {
  return encodePcapng({
    application: 'Ackward Bound',
    comments: [],
    interfaces: [{ name: 'lab', description: null, linkType: linkTypes.RAW, snapLength: 0 }],
    packets: capture.map(({ at, from, segment }) => {
      const data = encodePacket(makePacket(endsFrom(from), segment));
      return { interface: 0, time: timestampAfter(start, at), data, originalLength: data.length, comments: [] };
    }),
    names: [],
  });
}

/** `192.0.2.10`. */
export const addressOf = (role: Role): string => formatAddress(labEnds[role].address);
