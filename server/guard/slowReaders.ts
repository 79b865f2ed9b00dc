/**
 * Who does not read what is sent. What the kernel does not take waits in our memory; a connection for which too
 * much waits, or from which nothing has left for a while, is cut. Engine.IO keeps packets in a list while its
 * transport is busy, and `ws` keeps the bytes of that transport: both count. Before the kernel's memory is full only
 * a ping that nobody answers tells: Engine.IO gives such a one more time for every other packet, we do not.
 */
import type { Millis } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';

/** The part of an Engine.IO connection that is looked at. */
export interface Line {
  readonly transport: unknown;
  on(event: 'packetCreate', listener: (packet: { readonly type?: unknown; readonly data?: unknown }) => void): unknown;
  on(event: 'flush', listener: (packets: readonly { readonly data?: unknown }[]) => void): unknown;
}

/** Octets that may wait for one connection. The whole story of the longest match that we take has less. */
const mostWaiting = 2_000_000;
/** Milliseconds for which something may wait without anything leaving. */
const stalled: Millis = 3500;
/** Milliseconds in which a ping is answered. */
const pongWithin: Millis = 2300;

export interface Reader {
  /** Octets that have not left yet. */
  readonly waiting: () => number;
  /** Looks again: false, if this one has to be cut. Twice a second is often enough. */
  readonly keepsUp: (now: Millis) => boolean;
  /** A ping was answered; false: there was none. */
  readonly ponged: () => boolean;
}

/** `cut` is called where too much waits at once, before anybody looks. */
export function watchReader(line: Line, { now: present }: Pick<Clock, 'now'>, cut: () => void): Reader {
  let pinged: Millis | null = null;
  let made = 0;
  let queued = 0;
  let gone = 0;
  let since: Millis | null = null;
  const waiting = (): number => queued + bufferedIn(line.transport);
  line.on('packetCreate', ({ type, data }) => {
    if (type === 'ping') pinged ??= present();
    made += sizeOf(data);
    queued += sizeOf(data);
    if (waiting() > mostWaiting) cut();
  });
  line.on('flush', (packets) => {
    for (const { data } of packets) queued -= sizeOf(data);
  });
  return {
    waiting,
    keepsUp(now) {
      const left = waiting();
      if (left === 0) since = null;
      else if (since === null || made - left > gone) since = now;
      gone = Math.max(gone, made - left);
      return (since === null || now - since < stalled) && (pinged === null || now - pinged < pongWithin);
    },
    ponged() {
      const asked = pinged !== null;
      pinged = null;
      return asked;
    },
  };
}

const sizeOf = (data: unknown): number => (typeof data === 'string' ? data.length : 0);

/** Octets that `ws` has taken and the kernel has not; 0 for polling, which keeps nothing. */
function bufferedIn(transport: unknown): number {
  if (typeof transport !== 'object' || transport === null || !('socket' in transport)) return 0;
  const { socket } = transport;
  if (typeof socket !== 'object' || socket === null || !('bufferedAmount' in socket)) return 0;
  return typeof socket.bufferedAmount === 'number' ? socket.bufferedAmount : 0;
}
