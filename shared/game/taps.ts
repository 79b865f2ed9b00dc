/**
 * A match as a capture file: one tap at each host, as if each ran a sniffer. A segment is in the sender's tap when it
 * leaves and in the receiver's when it arrives, so one that was lost is in one tap only, and a copy that the network
 * made, or a segment that nobody of the match sent, only where it arrived.
 */
import type { Flight } from '../net/flight.ts';
import type { Octets } from '../octets.ts';
import type { Capture, CapturedPacket } from '../packet/capture.ts';
import { linkTypes } from '../packet/link.ts';
import { encodePacket, makePacket } from '../packet/packet.ts';
import { encodePcapng } from '../packet/pcapng.ts';
import { type Timestamp, timestampAfter } from '../packet/timestamp.ts';
import type { Millis } from '../time.ts';
import type { Told } from './event.ts';
import { endpoints, endsFrom } from './endpoints.ts';
import type { Film } from './film.ts';
import { type Role, roles } from './role.ts';

export interface Tapping {
  /** When the match began, by the file's calendar. */
  readonly start: Timestamp;
  /** What stands at the top of the file. */
  readonly about: readonly string[];
  /** Words for an event, as a comment of the next packet that its host sends; null: none. */
  readonly comment: (event: Told) => string | null;
}

/** One packet at one tap. */
interface Seen {
  readonly tap: Role;
  readonly at: Millis;
  readonly flight: Flight;
  readonly comments: readonly string[];
}

function* tapped(film: Film, comment: Tapping['comment']): Generator<Seen> {
  const flights = new Map(film.flatMap(({ match }) => match.flights.map((flight) => [flight.id, flight])));
  const notes: { [role in Role]: string[] } = { client: [], server: [] };
  for (const event of film.flatMap(({ events }) => events)) {
    const note = comment(event);
    if (note !== null && 'host' in event) notes[event.host].push(note);
    if (event.type !== 'sent' && event.type !== 'arrived') continue;
    const flight = flights.get(event.flight);
    if (flight === undefined || (event.type === 'sent' && event.ghost)) continue;
    const comments = event.type === 'sent' ? notes[event.host].splice(0) : [];
    yield { tap: event.host, at: event.at, flight, comments };
  }
}

/** A transmission has one Identification at both taps, and so has its copy (RFC 791 3.1). */
function octetsOf({ id, from, segment, copyOf }: Flight): Octets {
  const { ip, tcp } = makePacket(endsFrom(from), segment);
  return encodePacket({ ip: { ...ip, id: copyOf ?? id }, tcp });
}

/** `interfaces[0]` is the client's tap. Packets in the order of their time. */
export function tapsOf(film: Film, { start, about, comment }: Tapping): Capture {
  const packets = [...tapped(film, comment)].map(({ tap, at, flight, comments }): CapturedPacket => {
    const data = octetsOf(flight);
    const time = timestampAfter(start, at);
    return { interface: roles.indexOf(tap), time, data, originalLength: data.length, comments };
  });
  return {
    application: 'Ackward Bound',
    comments: about,
    interfaces: roles.map((name) => ({
      name,
      description: `tap at the ${name}`,
      linkType: linkTypes.RAW,
      snapLength: 0,
    })),
    packets,
    names: roles.map((name) => ({ address: endpoints[name].address, name })),
  };
}

export const captureFileOf = (film: Film, tapping: Tapping): Octets => encodePcapng(tapsOf(film, tapping));
