/**
 * One Engine.IO connection under guard: its frames are tamed and counted before Socket.IO parses them, and it can be
 * cut. What Socket.IO makes of it is `wire.ts`'s business.
 */
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../clock.ts';
import type { Cut } from '../watch/meter.ts';
import { type Budgets, type Conduct, createConduct } from './conduct.ts';
import { createTamer } from './frames.ts';
import { type Line, type Reader, watchReader } from './slowReaders.ts';

/** The part of an Engine.IO connection that is used here. */
export interface Raw extends Line {
  /** The request that opened it. */
  request: IncomingMessage | null;
  on(event: 'packet', listener: (packet: { type: string; data?: unknown }) => void): unknown;
  on(event: 'packetCreate', listener: (packet: { readonly data?: unknown }) => void): unknown;
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
    noteCut(why);
    // Not in the middle of what Engine.IO is doing with this connection.
    setImmediate(() => hangUp(raw));
  };
  const conduct = createConduct(clock, budgets, address);
  const tame = createTamer();
  raw.on('packet', (packet) => {
    if (open && !conduct.heard()) cut('flood');
    if (open && packet.type === 'message') {
      const tamed = tame(packet.data);
      if (tamed.type === 'pass') packet.data = tamed.text;
      else if (tamed.type === 'end') cut('malformed');
      if (tamed.type === 'pass') return;
      packet.type = 'noop';
    } else if (!open) packet.type = 'noop';
  });
  const reader = watchReader(raw, () => cut('slow'));
  return { conduct, cut, keepsUp: reader.keepsUp };
}

function hangUp(raw: Raw): void {
  const { transport } = raw;
  const socket = typeof transport === 'object' && transport !== null && 'socket' in transport ? transport.socket : null;
  if (typeof socket === 'object' && socket !== null && 'terminate' in socket && typeof socket.terminate === 'function')
    socket.terminate();
  else raw.close(true);
}
