/**
 * A SYN flood against one listener, with and without cookies: RFC 4987. The cookies are the stack's own, so a third
 * segment is believed here exactly if the stack would believe it.
 */
import type { Octets } from '../octets.ts';
import { type Seq, seqAdd, toSeq } from '../seq.ts';
import { cookieOf, openCookie } from '../stack/cookie.ts';
import type { FourTuple } from '../stack/fourTuple.ts';
import { isnOf, tickOf } from '../stack/isn.ts';
import { ACK, makeSegment } from '../tcp/segment.ts';
import type { Millis } from '../time.ts';

export interface Listener {
  readonly cookies: boolean;
  readonly backlog: number;
  /** How long a place is kept for a third segment: with five repetitions, 1 + 2 + 4 + 8 + 16 + 32 s. */
  readonly patience: Millis;
  /** Sixteen octets. */
  readonly key: Octets;
  readonly now: Millis;
  /** Places that are taken. */
  readonly half: readonly HalfOpen[];
  readonly established: readonly Peer[];
  readonly counts: { readonly [event in FloodEvent]: number };
}

export interface Peer {
  readonly address: number;
  readonly port: number;
}
interface HalfOpen extends Peer {
  readonly seq: Seq;
  readonly iss: Seq;
  readonly until: Millis;
}

export type FloodInput =
  | ({ readonly type: 'syn'; readonly seq: number } & Peer)
  | ({ readonly type: 'ack'; readonly seq: number; readonly ack: number } & Peer)
  | { readonly type: 'pass'; readonly millis: Millis };

/** kept: a place was taken. dropped: none was free. cookie: answered, and nothing kept. */
export const floodEvents = ['kept', 'dropped', 'cookie', 'established', 'rejected', 'expired'] as const;
export type FloodEvent = (typeof floodEvents)[number];

export interface FloodStep {
  readonly listener: Listener;
  /** null: nothing happened. */
  readonly event: FloodEvent | null;
  /** The SYN,ACK that left, as its ISS; null: none. */
  readonly iss: Seq | null;
}

export const newListener = (options: Pick<Listener, 'cookies' | 'backlog' | 'key'>): Listener => ({
  ...options,
  patience: 63_000,
  now: 0,
  half: [],
  established: [],
  counts: { kept: 0, dropped: 0, cookie: 0, established: 0, rejected: 0, expired: 0 },
});

export function floodStep(listener: Listener, input: FloodInput): FloodStep {
  switch (input.type) {
    case 'pass':
      return passed(listener, input.millis);
    case 'syn':
      return heardSyn(listener, input);
    case 'ack':
      return heardAck(listener, input);
  }
}

/** Where the server stands: example addresses of RFC 5737. */
const endsOf = ({ address, port }: Peer): FourTuple => ({
  local: 0xc633_6407,
  localPort: 80,
  remote: address,
  remotePort: port,
});
const isSame =
  (peer: Peer) =>
  ({ address, port }: Peer): boolean =>
    address === peer.address && port === peer.port;

const counted = (listener: Listener, event: FloodEvent, times = 1): Listener => ({
  ...listener,
  counts: { ...listener.counts, [event]: listener.counts[event] + times },
});

function passed(listener: Listener, millis: Millis): FloodStep {
  const now = listener.now + millis;
  const half = listener.half.filter(({ until }) => until > now);
  const expired = listener.half.length - half.length;
  const next = { ...listener, now, half };
  return { listener: counted(next, 'expired', expired), event: expired > 0 ? 'expired' : null, iss: null };
}

function heardSyn(listener: Listener, { address, port, seq }: FloodInput & { readonly type: 'syn' }): FloodStep {
  const { key, now, half, backlog, cookies, patience } = listener;
  const peer = { address, port };
  const waiting = half.find(isSame(peer));
  if (waiting !== undefined) return { listener, event: null, iss: waiting.iss };
  if (half.length < backlog) {
    const iss = isnOf(key, endsOf(peer), tickOf(now, -1));
    const place = { ...peer, seq: toSeq(seq), iss, until: now + patience };
    return { listener: counted({ ...listener, half: [...half, place] }, 'kept'), event: 'kept', iss };
  }
  if (!cookies) return { listener: counted(listener, 'dropped'), event: 'dropped', iss: null };
  const iss = cookieOf(key, endsOf(peer), { irs: toSeq(seq), mss: 1460 }, now);
  return { listener: counted(listener, 'cookie'), event: 'cookie', iss };
}

function heardAck(listener: Listener, { address, port, seq, ack }: FloodInput & { readonly type: 'ack' }): FloodStep {
  const { key, now, half, cookies } = listener;
  const peer = { address, port };
  const place = half.find(isSame(peer));
  const segment = makeSegment({ seq, ack, ctl: ACK });
  const right =
    place === undefined
      ? cookies && openCookie(key, endsOf(peer), segment, now) !== null
      : segment.ack === seqAdd(place.iss, 1) && segment.seq === seqAdd(place.seq, 1);
  if (!right) return { listener: counted(listener, 'rejected'), event: 'rejected', iss: null };
  const established = [...listener.established.filter((one) => !isSame(peer)(one)), peer];
  const next = { ...listener, established, half: half.filter((one) => one !== place) };
  return { listener: counted(next, 'established'), event: 'established', iss: null };
}

/** A forged SYN: its address is nobody's, so the SYN,ACK is never answered. `n` makes each another one. */
export const forgedSyn = (n: number): FloodInput => ({
  type: 'syn',
  address: 0xcb00_7100 + (n % 254) + 1,
  port: 1024 + (n % 60_000),
  seq: (n * 2_654_435_761) >>> 0,
});
