/**
 * What a lab's connection puts on the wire: the level played by its par, as the client's computer would have recorded
 * it. Nothing can differ from the level, because it is the level.
 */
import type { Role } from '../../game/role.ts';
import { levelOf } from '../../levels/catalogue.ts';
import { courseOf } from '../../levels/course.ts';
import { momentsOfPar } from '../../levels/playPar.ts';
import { fromText } from '../../octets.ts';
import { formatAddress } from '../../packet/address.ts';
import type { Ends } from '../../packet/packet.ts';
import type { Segment } from '../../tcp/segment.ts';
import type { Millis } from '../../time.ts';

/** One segment of the connection. */
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

/** `192.0.2.10`. */
export const addressOf = (role: Role): string => formatAddress(labEnds[role].address);

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
const body = `Two harbours, one strait.

"My numbers begin here: SYN."
"Yours begin there, I have heard it. Mine begin here: SYN, ACK."
"Heard: ACK. And here is what I came for."

Every octet has its number, and every number is answered for.
Whoever has no more to say sends FIN and still listens:
the other side may have more.
`;
const reply = `HTTP/1.1 200 OK\r\nServer: strait/1.0\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

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
