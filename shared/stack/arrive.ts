/** What comes from outside: packets, and the passing of time. RFC 9293 3.10.7 and 3.10.8. */
import type { Octets } from '../octets.ts';
import { decodePacket } from '../packet/packet.ts';
import { toSeq } from '../seq.ts';
import type { Segment } from '../tcp/segment.ts';
import { nextTimer } from '../tcp/transition.ts';
import type { Millis } from '../time.ts';
import { apply, forget } from './apply.ts';
import type { FourTuple } from './fourTuple.ts';
import { type Connection, type Host, newId } from './host.ts';
import { linger, type Lingering, wake } from './lingering.ts';
import { arrivesAtListener, arrivesNowhere, isFull, reopen } from './listen.ts';
import { isPeer } from './options.ts';
import { remoteKey } from './ports.ts';
import { firstDue, keepFirst } from './timers.ts';

/** Only a LISTEN needs an ISS for a segment that arrives. */
const noIss = toSeq(0);

/** An IPv4 packet arrives. What is damaged, not TCP, or not meant for us is dropped silently: MUST-3, MUST-57, MUST-63. */
export function packetArrives(host: Host, packet: Octets): void {
  const decoded = decodePacket(packet);
  if (!decoded.ok) return;
  const { ip, tcp } = decoded.value;
  if (ip.dst !== host.settings.address || !isPeer(ip.src, ip.dst)) return;
  const port = host.ports.get(tcp.dstPort);
  const connection = port?.connections.get(remoteKey(ip.src, tcp.srcPort));
  if (connection !== undefined) {
    arrivesAtConnection(host, connection, tcp.segment);
    return;
  }
  const ends: FourTuple = { local: ip.dst, localPort: tcp.dstPort, remote: ip.src, remotePort: tcp.srcPort };
  const listener = port?.listener ?? null;
  if (listener === null) arrivesNowhere(host, ends, tcp.segment);
  else arrivesAtListener(host, listener, ends, tcp.segment);
}

function arrivesAtConnection(host: Host, found: Connection | Lingering, segment: Segment): void {
  const connection = found.type === 'lingering' ? wake(found, host.settings.config) : found;
  if (connection.tcb.state === 'TIME-WAIT') arrivesInTimeWait(host, found, connection, segment);
  else apply(host, connection, { type: 'segmentArrives', segment, iss: noIss });
}

/** A SYN may begin the next connection here: MAY-2. */
function arrivesInTimeWait(host: Host, found: Connection | Lingering, connection: Connection, segment: Segment): void {
  const listener = host.ports.get(found.ends.localPort)?.listener ?? null;
  const former = formerOf(host, found, connection);
  if (listener === null || isFull(listener)) neverReopen(connection);
  for (const effect of apply(host, connection, { type: 'segmentArrives', segment, iss: noIss })) {
    if (effect.type === 'reopen' && listener !== null) reopen(host, listener, former, effect);
  }
}

/** The TIME-WAIT to go back to if the new SYN turns out to be an old one: 3.6.1, MAY-2, second condition. */
const formerOf = (host: Host, found: Connection | Lingering, connection: Connection): Lingering =>
  found.type === 'lingering' ? found : { ...linger(connection), id: newId(host) };

/** MAY-2 needs somebody who listens and has room; for others a SYN in TIME-WAIT is an old one. */
function neverReopen(connection: Connection): void {
  const { tcb } = connection;
  if (tcb.config.reopen) connection.tcb = { ...tcb, config: { ...tcb.config, reopen: false } };
}

/**
 * Time passes until `until`. Timers fire in order, each at its own instant: what they send carries that one. Infinity
 * stops at the last of them; NaN is no instant, and nothing happens.
 */
export function timePasses(host: Host, until: Millis): void {
  for (let due = firstDue(host.timers); due !== null && due.at <= until; due = firstDue(host.timers)) {
    keepFirst(host.timers, due.who);
    host.now = Math.max(host.now, due.at);
    fire(host, due.who);
  }
  if (Number.isFinite(until)) host.now = Math.max(host.now, until);
}

/** All timers of one connection that are due now. */
function fire(host: Host, who: Connection | Lingering): void {
  if (who.type === 'lingering') {
    forget(host, who);
    return;
  }
  for (let due = nextTimer(who.tcb); due !== null && due.at <= host.now; due = nextTimer(who.tcb)) {
    apply(host, who, { type: 'timeout', timer: due.timer });
  }
}
