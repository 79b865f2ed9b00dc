/** "Follow TCP stream": what both ends of a connection said, in turn. */
import { concat, NONE, type Octets } from '../../octets.ts';
import type { Packet } from './dissect/dissect.ts';

export interface Turn {
  /** Address and port, `192.0.2.10:52114`. */
  readonly from: string;
  /** Whoever sent the first packet of the connection is its client. */
  readonly by: 'client' | 'server';
  readonly octets: Octets;
  readonly packets: number;
}

export interface Conversation {
  readonly turns: readonly Turn[];
  readonly ends: { readonly client: string; readonly server: string };
}

/** null: the capture has no such connection. */
export function follow(packets: readonly Packet[], stream: number): Conversation | null {
  const own = packets.filter((packet) => packet.stream === stream);
  const [first] = own;
  if (first === undefined) return null;
  const ends = { client: endOf(first, 'source'), server: endOf(first, 'destination') };
  const turns: Turn[] = [];
  for (const packet of own.filter(({ payload }) => payload.length > 0)) {
    const from = endOf(packet, 'source');
    const before = turns.at(-1);
    const goesOn = before?.from === from;
    const octets = concat(goesOn ? before.octets : NONE, packet.payload);
    const turn: Turn = {
      from,
      by: from === ends.client ? 'client' : 'server',
      octets,
      packets: (goesOn ? before.packets : 0) + 1,
    };
    turns.splice(goesOn ? -1 : turns.length, 1, turn);
  }
  return { turns, ends };
}

const endOf = ({ source, destination, fields }: Packet, side: 'source' | 'destination'): string =>
  side === 'source'
    ? `${source}:${String(fields.get('tcp.srcport')?.[0])}`
    : `${destination}:${String(fields.get('tcp.dstport')?.[0])}`;
