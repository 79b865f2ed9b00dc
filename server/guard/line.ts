/**
 * One Engine.IO connection under guard: its frames are tamed and counted before Socket.IO parses them, and it can be
 * cut. What Socket.IO makes of it is `wire.ts`'s business.
 */
import type { IncomingMessage } from 'node:http';
import type { Millis } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';
import type { Cut } from '../watch/meter.ts';
import { type Budgets, type Conduct, createConduct } from './conduct.ts';
import { createTamer } from './frames.ts';
import { type Line, type Reader, watchReader } from './slowReaders.ts';

/** Milliseconds in which a connection that was ended says goodbye. */
const goodbye: Millis = 1000;

/** The part of an Engine.IO connection that is used here. */
export interface Raw extends Line {
  /** The request that opened it. */
  request: IncomingMessage | null;
  once(event: 'close', listener: () => void): unknown;
  on(event: 'packet', listener: (packet: { type: string; data?: unknown }) => void): unknown;
  on(event: 'packetCreate', listener: (packet: { readonly type?: unknown; readonly data?: unknown }) => void): unknown;
  on(event: 'flush', listener: (packets: readonly { readonly data?: unknown }[]) => void): unknown;
  close(discard: boolean): unknown;
}

export interface GuardedLine extends Reader {
  readonly conduct: Conduct;
  /** Ends the connection now: no goodbye, because whoever floods or does not read would not hear it. */
  readonly cut: (why: Cut) => void;
}

/** `address`: whose budgets it shares. */
export function guardLine(
  raw: Raw,
  { clock, budgets, address }: { readonly clock: Clock; readonly budgets: Budgets; readonly address: string },
  noteCut: (why: Cut) => void,
): GuardedLine {
  let open = true;
  const cut = (why: Cut): void => {
    if (!open) return;
    open = false;
    if (why === 'flood') budgets.floods(address).drain(1, clock.now());
    noteCut(why);
    const hangUp = prepareToHangUp(raw);
    // Not in the middle of what Engine.IO is doing with this connection.
    setImmediate(hangUp);
  };
  const conduct = createConduct(clock, budgets, address);
  // A WebSocket that is closed waits for the other one to say so too, and `ws` gives it half a minute.
  raw.once('close', () => clock.wake(clock.now() + goodbye, prepareToHangUp(raw)));
  const reader = watchReader(raw, clock, () => cut('slow'));
  const tame = createTamer();
  writeTogether(raw);
  raw.on('packet', (packet) => {
    if (open && !conduct.heard()) cut('flood');
    // An answer to no question: somebody who does not read the questions.
    if (open && packet.type === 'pong' && !reader.ponged()) cut('malformed');
    if (open && packet.type === 'message') {
      const tamed = tame(packet.data);
      if (tamed.type === 'pass') packet.data = tamed.text;
      else if (tamed.type === 'end') cut('malformed');
      if (tamed.type === 'pass') return;
      packet.type = 'noop';
    } else if (!open) packet.type = 'noop';
  });
  return { conduct, cut, ...reader };
}

/** Hears nothing more of what is already here, and comes back with the end. */
function prepareToHangUp(raw: Raw): () => void {
  const { transport } = raw;
  const socket = typeof transport === 'object' && transport !== null && 'socket' in transport ? transport.socket : null;
  if (!isWebSocket(socket)) return () => void raw.close(true);
  socket.removeAllListeners('message');
  return () => socket.terminate();
}

interface WebSocketLike {
  readonly removeAllListeners: (event: 'message') => unknown;
  readonly terminate: () => void;
}
const isWebSocket = (socket: unknown): socket is WebSocketLike =>
  typeof socket === 'object' && socket !== null && 'terminate' in socket && 'removeAllListeners' in socket;

/** What is written in one turn of the event loop leaves together: a system call costs more than a frame. */
function writeTogether(raw: Raw): void {
  const socket = raw.request?.socket;
  if (socket === undefined) return;
  let corked = false;
  raw.on('packetCreate', () => {
    if (corked) return;
    corked = true;
    socket.cork();
    setImmediate(() => {
      corked = false;
      socket.uncork();
    });
  });
}
