/**
 * The line to the server. Socket.IO delivers at most once, and what it buffers offline arrives late and twice;
 * so nothing is sent without a connection, every request waits for its answer, and who asks again is decided
 * above (`state/outbox.ts`, `state/seat.ts`).
 */
import { signal } from '@preact/signals';
import { type Socket, io } from 'socket.io-client';
import type { Answer, ServerToClient } from '../../shared/protocol/answer.ts';
import type { Request, RequestName } from '../../shared/protocol/request.ts';

/** No answer came: the line broke, or the server took too long. Whether it acted is unknown. */
export interface Silence {
  readonly ok: false;
  readonly code: 'silence';
}

export type Reply<Name extends RequestName> = Answer<Name> | Silence;

/** Wall milliseconds after which an answer is given up. */
const PATIENCE = 5000;

/** `none`: this page is played without a server. */
export type Line = 'connecting' | 'online' | 'offline' | 'closing' | 'none';
export const line = signal<Line>('connecting');

const socket: Socket<ServerToClient> = io({
  autoConnect: false,
  reconnectionDelay: 300,
  reconnectionDelayMax: 2000,
  // A WebSocket at once saves round trips; where a proxy forbids it, polling still works.
  transports: ['websocket', 'polling'],
  tryAllTransports: true,
});

export async function ask<Name extends RequestName>(name: Name, request: Request<Name>): Promise<Reply<Name>> {
  if (!socket.connected) return { ok: false, code: 'silence' };
  // The untyped view of the same socket: TypeScript cannot follow a generic name through Socket.IO's event map.
  const plain: Socket = socket;
  try {
    return await plain.timeout(PATIENCE).emitWithAck(name, request);
  } catch {
    return { ok: false, code: 'silence' };
  }
}

export const isConnected = (): boolean => socket.connected;

/** Opens the line and keeps it open. `onOpen` runs after each (re)connect. */
export function openLine(handlers: ServerToClient, onOpen: () => void): void {
  socket.on('connect', () => {
    line.value = 'online';
    onOpen();
  });
  socket.on('disconnect', (reason) => {
    if (line.value !== 'closing') line.value = 'offline';
    // The server hung up, and Socket.IO takes that as final: try again ourselves.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1000);
  });
  socket.on('update', handlers.update);
  socket.on('snapshot', handlers.snapshot);
  socket.on('room', handlers.room);
  socket.on('superseded', handlers.superseded);
  socket.on('refused', handlers.refused);
  socket.on('closing', () => {
    line.value = 'closing';
    handlers.closing();
  });
  socket.connect();
}
