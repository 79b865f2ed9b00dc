/** The calls on a connection: send, recv, shutdown, close, abort, takeError. */
import { concat, NONE, type Octets } from '../octets.ts';
import { type Result, fail, ok } from '../result.ts';
import type { State } from '../tcp/state.ts';
import { mayReceiveText } from '../tcp/arrives/text.ts';
import { call, letGo } from './apply.ts';
import { copyOf } from './block.ts';
import type { Errno } from './errno.ts';
import type { Connection, Host, Listener } from './host.ts';
import { socketOf } from './open.ts';
import { releasePort } from './ports.ts';

/** What `recv` gives. `end`: the peer closed its direction and everything before that was read. */
export type Received =
  | { readonly type: 'bytes'; readonly bytes: Octets }
  | { readonly type: 'end' }
  | { readonly type: 'would-block' }
  | { readonly type: 'error'; readonly error: Errno };

/** The connection of a socket, or why there is none to work on. */
function connectionOf(host: Host, id: number): Result<Connection, Errno> {
  const socket = socketOf(host, id);
  if (socket === null) return fail('EBADF');
  return socket.type === 'connection' ? ok(socket) : fail('ENOTCONN');
}

/** The pending error, which is told once. */
function takeErrorOf(connection: Connection): Errno | null {
  const { error } = connection;
  connection.error = null;
  return error;
}

/** Gives how many octets were taken: as many as the send buffer has room for. EAGAIN: it is full. */
export function send(host: Host, id: number, bytes: Octets): Result<number, Errno> {
  const found = connectionOf(host, id);
  if (!found.ok) return found;
  const connection = found.value;
  const error = takeErrorOf(connection);
  if (error !== null) return fail(error);
  const { state, snd } = connection.tcb;
  if (snd.closing || state === 'CLOSED') return fail('EPIPE');
  if (bytes.length === 0) return ok(0);
  const n = Math.min(bytes.length, host.settings.sendBuffer - snd.text.length);
  if (n <= 0) return fail('EAGAIN');
  // A copy: the caller may write over its octets, while ours may have to leave again.
  call(host, connection, { type: 'SEND', data: copyOf(host.block, bytes, n), urgent: false });
  return ok(n);
}

/** At most `max` octets of what arrived in order. Octets come before errors, as in other systems. */
export function recv(host: Host, id: number, max: number): Received {
  const found = connectionOf(host, id);
  if (!found.ok) return { type: 'error', error: found.error };
  if (!(max >= 1)) return { type: 'error', error: 'EINVAL' };
  const connection = found.value;
  const { state, rcv } = connection.tcb;
  if (rcv.unread.length > 0) {
    let bytes = NONE;
    for (const effect of call(host, connection, { type: 'RECEIVE', most: Math.floor(max) })) {
      if (effect.type === 'deliver') bytes = concat(bytes, effect.data);
    }
    return { type: 'bytes', bytes };
  }
  const error = takeErrorOf(connection);
  if (error !== null) return { type: 'error', error };
  return rcv.shut || hasEnded(state) ? { type: 'end' } : { type: 'would-block' };
}

/** The peer's FIN was processed, or the connection is over. */
const hasEnded = (state: State): boolean =>
  state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT' || state === 'CLOSED';

/** `read`: what is unread and what still comes is thrown away. `write`: a FIN follows what was sent. */
export function shutdown(host: Host, id: number, how: 'read' | 'write' | 'both'): Result<null, Errno> {
  const found = connectionOf(host, id);
  if (!found.ok) return found;
  const connection = found.value;
  if (connection.tcb.state === 'CLOSED') return fail('ENOTCONN');
  if (how !== 'write') call(host, connection, { type: 'SHUTDOWN', side: 'receive' });
  if (how !== 'read' && !connection.tcb.snd.closing) call(host, connection, { type: 'SHUTDOWN', side: 'send' });
  return ok(null);
}

/**
 * The application lets go of the socket. A connection ends in order by itself - with a RST, where octets were not
 * read (3.6.1, SHLD-3); a listener resets the children that nobody accepted.
 */
export function close(host: Host, id: number): Result<null, Errno> {
  const socket = socketOf(host, id);
  if (socket === null) return fail('EBADF');
  if (socket.type === 'connection') {
    releasePort(host, socket.ends.localPort, id);
    closeConnection(host, socket);
    return ok(null);
  }
  host.sockets.delete(id);
  if (socket.type === 'listener') closeListener(host, socket);
  else if (socket.type === 'fresh' && socket.port !== null) releasePort(host, socket.port, id);
  return ok(null);
}

function closeConnection(host: Host, connection: Connection): void {
  const { state, rcv, snd } = connection.tcb;
  // Where our direction was shut before, CLOSE has a meaning only for octets that nobody will read.
  if (state !== 'CLOSED' && (!snd.closing || rcv.unread.length > 0)) call(host, connection, { type: 'CLOSE' });
  // Nobody reads from here on; text that still comes is answered by a reset.
  if (mayReceiveText(connection.tcb.state)) call(host, connection, { type: 'SHUTDOWN', side: 'receive' });
  letGo(host, connection);
}

function closeListener(host: Host, listener: Listener): void {
  const { port, id, halfOpen, ready } = listener;
  const entry = host.ports.get(port);
  if (entry !== undefined) entry.listener = null;
  releasePort(host, port, id);
  for (const child of [...halfOpen, ...ready]) call(host, child, { type: 'ABORT' });
}

/** Ends a connection by a RST, and the socket with it. */
export function abort(host: Host, id: number): Result<null, Errno> {
  const socket = socketOf(host, id);
  if (socket?.type !== 'connection') return close(host, id);
  if (socket.tcb.state !== 'CLOSED') call(host, socket, { type: 'ABORT' });
  releasePort(host, socket.ends.localPort, id);
  letGo(host, socket);
  return ok(null);
}

/** Why the connection ended or could not be made; told once. null: no reason to tell. */
export function takeError(host: Host, id: number): Errno | null {
  const found = connectionOf(host, id);
  return found.ok ? takeErrorOf(found.value) : null;
}
