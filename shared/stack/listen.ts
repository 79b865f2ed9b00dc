/** A segment arrives for a listening port, or for one where nobody listens. */
import { type Seq, seqAdd, seqLe, toSeq } from '../seq.ts';
import type { TcpEvent } from '../tcp/event.ts';
import { mssOf } from '../tcp/negotiate.ts';
import { ACK, makeSegment, RST, type Segment, SYN } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { transition } from '../tcp/transition.ts';
import { apply } from './apply.ts';
import { COOKIE_TURN, cookieOf, type FromSyn, openCookie, roundMss } from './cookie.ts';
import type { FourTuple } from './fourTuple.ts';
import { type Connection, emit, type Host, type Listener, newId } from './host.ts';
import { isnOf, tickOf } from './isn.ts';
import type { Lingering } from './lingering.ts';
import { enterConnection } from './ports.ts';

/** The ISS of a new connection: the caller's function, or RFC 6528. */
export function chooseIss(host: Host, ends: FourTuple): Seq {
  const { isn, key } = host.settings;
  if (isn !== null) return toSeq(isn(ends, host.now));
  host.isnTick = tickOf(host.now, host.isnTick);
  return isnOf(key, ends, host.isnTick);
}

/** A segment, and the ISS to use if it begins a connection. */
type Arrival = Extract<TcpEvent, { type: 'segmentArrives' }>;

const arrival = (segment: Segment, iss: Seq = toSeq(0)): Arrival => ({ type: 'segmentArrives', segment, iss });

/** The segment is answered by a connection that is not kept: what is owed leaves, and nothing else happens. */
export function answer(host: Host, ends: FourTuple, tcb: Tcb, event: Arrival): void {
  for (const effect of transition(tcb, event, host.now).effects) {
    if (effect.type === 'sendSegment') emit(host, ends, effect.segment);
  }
}

/** 3.10.7.1: there is no connection, and nobody listens. */
export function arrivesNowhere(host: Host, ends: FourTuple, segment: Segment): void {
  answer(host, ends, host.closed, arrival(segment));
}

/** No room for another child. */
export const isFull = ({ halfOpen, ready, backlog }: Listener): boolean => halfOpen.size + ready.size >= backlog;

/** 3.10.7.2, with the room for children that a listener has. */
export function arrivesAtListener(host: Host, listener: Listener, ends: FourTuple, segment: Segment): void {
  const bits = segment.ctl & (SYN | ACK | RST);
  if (bits === ACK && opensByCookie(host, listener, ends, segment)) return;
  if (bits !== SYN) {
    answer(host, ends, listener.tcb, arrival(segment));
  } else if (!isFull(listener)) {
    bearChild(host, listener, ends, arrival(segment, chooseIss(host, ends)));
  } else if (host.settings.cookies) {
    answerByCookie(host, listener, ends, segment);
  }
}

/** A SYN that ends TIME-WAIT (MAY-2, RFC 6191); the ISS must lie beyond `above`, the end of the old connection. */
export function reopen(
  host: Host,
  listener: Listener,
  former: Lingering,
  { segment, above }: { readonly segment: Segment; readonly above: Seq },
): void {
  const iss = chooseIss(host, former.ends);
  const event = arrival(segment, seqLe(iss, above) ? seqAdd(above, 1) : iss);
  const child = bearChild(host, listener, former.ends, event);
  child.former = former;
}

function bearChild(host: Host, listener: Listener, ends: FourTuple, event: Arrival): Connection {
  const child = makeConnection(host, newId(host), ends, { tcb: listener.tcb, owner: listener });
  listener.halfOpen.add(child);
  apply(host, child, event);
  return child;
}

/** A connection in the tables of the host. */
export function makeConnection(
  host: Host,
  id: number,
  ends: FourTuple,
  { tcb, owner }: Pick<Connection, 'tcb' | 'owner'>,
): Connection {
  const connection: Connection = {
    type: 'connection',
    id,
    wakeAt: Infinity,
    ends,
    tcb,
    owner,
    error: null,
    former: null,
  };
  host.sockets.set(id, connection);
  enterConnection(host, connection);
  return connection;
}

/** Of all that a SYN says, a cookie keeps this; text that came with it has to come again. */
const asCookieKeepsIt = ({ irs, mss }: FromSyn, wnd: number): Segment =>
  makeSegment({ seq: irs, ctl: SYN, wnd, options: [{ type: 'mss', mss }] });

/** RFC 4987 3.6: SYN,ACK with a cookie as its number, and no TCB. */
function answerByCookie(host: Host, listener: Listener, ends: FourTuple, segment: Segment): void {
  const kept = { irs: segment.seq, mss: roundMss(mssOf(segment)).mss };
  const iss = cookieOf(host.settings.key, ends, kept, host.now);
  listener.cookieAt = host.now;
  answer(host, ends, listener.tcb, arrival(asCookieKeepsIt(kept, segment.wnd), iss));
}

/**
 * An ACK whose number is a cookie of ours: the connection is made as if its SYN had been kept. True if the segment
 * is done with. While `accept` has no room the ACK is dropped; the peer's data will bring the cookie once more.
 */
function opensByCookie(host: Host, listener: Listener, ends: FourTuple, segment: Segment): boolean {
  if (host.now - listener.cookieAt > 2 * COOKIE_TURN) return false;
  const kept = openCookie(host.settings.key, ends, segment, host.now);
  if (kept === null) return false;
  if (listener.ready.size >= listener.backlog) return true;
  const syn = arrival(asCookieKeepsIt(kept, segment.wnd), seqAdd(segment.ack, -1));
  const { tcb } = transition(listener.tcb, syn, host.now);
  // When our SYN,ACK left is not known, so it must not be measured: to Karn's algorithm it was sent twice.
  const queue = tcb.snd.queue.map((sent) => ({ ...sent, times: 2 }));
  const child = makeConnection(host, newId(host), ends, {
    tcb: { ...tcb, snd: { ...tcb.snd, queue } },
    owner: listener,
  });
  listener.halfOpen.add(child);
  apply(host, child, arrival(segment));
  return true;
}
