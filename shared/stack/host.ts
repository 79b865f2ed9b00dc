/**
 * The state of one host: sockets, connections, listeners, ports and timers. The one place in `shared/` that is
 * changed in place; the README says why. The rest of this folder is functions on it.
 */
import type { Octets } from '../octets.ts';
import { encodePacket, makePacket } from '../packet/packet.ts';
import type { Segment } from '../tcp/segment.ts';
import { newTcb, type Tcb } from '../tcp/tcb.ts';
import { deadline } from '../tcp/transition.ts';
import type { Millis } from '../time.ts';
import { type Block, newBlock } from './block.ts';
import type { Errno } from './errno.ts';
import type { FourTuple } from './fourTuple.ts';
import type { Lingering } from './lingering.ts';
import type { Settings } from './options.ts';
import type { Sleeper, Timers } from './timers.ts';

/** A socket that neither listens nor connects yet. */
export interface Fresh {
  readonly type: 'fresh';
  readonly id: number;
  readonly port: number | null;
}

export interface Listener {
  readonly type: 'listener';
  readonly id: number;
  readonly port: number;
  backlog: number;
  /** A connection in LISTEN that never changes: each SYN begins a child of it. */
  readonly tcb: Tcb;
  /** Children in SYN-RECEIVED. */
  readonly halfOpen: Set<Connection>;
  /** Children that wait for `accept`, oldest first. */
  readonly ready: Set<Connection>;
  /** When the last cookie was sent: only for a while after it an ACK is looked at for one. */
  cookieAt: Millis;
}

export interface Connection extends Sleeper {
  readonly type: 'connection';
  readonly ends: FourTuple;
  tcb: Tcb;
  /** Who calls: its listener until `accept`, the application until `close`, then nobody. */
  owner: Listener | 'application' | 'nobody';
  /** What `takeError` will say. */
  error: Errno | null;
  /** The TIME-WAIT that this one ended (MAY-2), to be taken up again if it comes to nothing. */
  former: Lingering | null;
}

export type Socket = Fresh | Listener | Connection | Lingering;

/** What is known of one of our ports. */
export interface Port {
  /** The socket that was bound to it. */
  holder: number | null;
  listener: Listener | null;
  /** By the peer's address and port. */
  readonly connections: Map<number, Connection | Lingering>;
}

/** A packet of ours, and the instant at which it was sent. */
export interface Sent {
  readonly at: Millis;
  readonly packet: Octets;
}

export interface Host {
  readonly settings: Settings;
  now: Millis;
  nextId: number;
  /** The clock tick of the last ISN (RFC 6528): each is used once. */
  isnTick: number;
  /** Draws of ephemeral ports so far. */
  portDraws: number;
  readonly sockets: Map<number, Socket>;
  readonly ports: Map<number, Port>;
  readonly timers: Timers<Connection | Lingering>;
  /** The connection that does not exist: it answers for closed ports. */
  readonly closed: Tcb;
  outbox: Sent[];
  /** Where `send` keeps what it takes. */
  readonly block: Block;
}

export function makeHost(settings: Settings, now: Millis): Host {
  const sockets = new Map<number, Socket>();
  const find = (id: number): Connection | Lingering | undefined => {
    const socket = sockets.get(id);
    return socket?.type === 'connection' || socket?.type === 'lingering' ? socket : undefined;
  };
  return {
    settings,
    now,
    nextId: 1,
    portDraws: 0,
    isnTick: -1,
    sockets,
    ports: new Map(),
    timers: { heap: [], find, deadlineOf },
    closed: newTcb(settings.config),
    outbox: [],
    block: newBlock(),
  };
}

const deadlineOf = (who: Connection | Lingering): Millis => (who.type === 'lingering' ? who.until : deadline(who.tcb));

/** A number that no other socket of this host ever had. */
export function newId(host: Host): number {
  host.nextId += 1;
  return host.nextId - 1;
}

/** A segment leaves, as a packet, at the instant of now. */
export function emit(host: Host, ends: FourTuple, segment: Segment): void {
  const { local: src, localPort: srcPort, remote: dst, remotePort: dstPort } = ends;
  const sent = { at: host.now, packet: encodePacket(makePacket({ src, srcPort, dst, dstPort }, segment)) };
  // Most outboxes hold one packet; an empty array that grows takes room for seventeen.
  if (host.outbox.length === 0) host.outbox = [sent];
  else host.outbox.push(sent);
}
