/**
 * A whole TCP host in one record of functions: sockets on one side, IPv4 packets on the other, and time given from
 * outside. Everything in between is connections of `shared/tcp`. Every ability has an example in the README.
 */
import type { Octets } from '../octets.ts';
import { formatAddress } from '../packet/address.ts';
import type { Result } from '../result.ts';
import type { State } from '../tcp/state.ts';
import type { Tcb } from '../tcp/tcb.ts';
import type { Millis } from '../time.ts';
import { packetArrives, timePasses } from './arrive.ts';
import type { Errno } from './errno.ts';
import { type Connection, type Host, makeHost, type Sent } from './host.ts';
import { type Lingering, tcbOf } from './lingering.ts';
import { accept, bind, connect, listen, open } from './open.ts';
import { settle, type StackOptions } from './options.ts';
import { firstDue } from './timers.ts';
import { abort, close, recv, type Received, send, shutdown, takeError } from './transfer.ts';

/** A connection of the host, whoever owns it. */
export interface ConnectionInfo {
  /** The socket's number; before `accept` and after `close` no call but `state` and `tcb` takes it. */
  readonly id: number;
  readonly local: { readonly address: string; readonly port: number };
  readonly remote: { readonly address: string; readonly port: number };
  readonly state: State;
}

/** Sockets are numbers. Every call returns at once; `Result` holds the value, or the error by its POSIX name. */
export interface Stack {
  readonly open: () => number;
  readonly bind: (socket: number, address: string, port: number) => Result<number, Errno>;
  readonly listen: (socket: number, backlog: number) => Result<number, Errno>;
  readonly accept: (socket: number) => Result<number, Errno>;
  readonly connect: (socket: number, address: string, port: number) => Result<number, Errno>;
  readonly send: (socket: number, bytes: Octets) => Result<number, Errno>;
  readonly recv: (socket: number, max: number) => Received;
  readonly shutdown: (socket: number, how: 'read' | 'write' | 'both') => Result<null, Errno>;
  readonly close: (socket: number) => Result<null, Errno>;
  readonly abort: (socket: number) => Result<null, Errno>;
  readonly takeError: (socket: number) => Errno | null;
  /** CLOSED for a socket without a connection, and for a number that means nothing (any more). */
  readonly state: (socket: number) => State;
  /** The whole TCB, for those who want to look inside; null where there is none. */
  readonly tcb: (socket: number) => Tcb | null;
  /** All connections that are not CLOSED, the oldest first; TIME-WAIT and half-open ones too. */
  readonly connections: () => readonly ConnectionInfo[];
  /** An IPv4 packet arrives, now. The stack keeps views of its octets: they must not change afterwards. */
  readonly input: (packet: Octets) => void;
  /** The packets sent since the last call, in order, each with its instant. */
  readonly output: () => readonly Sent[];
  /** When the first timer runs out, or null: up to then nothing happens by itself. */
  readonly nextTimer: () => Millis | null;
  /** Time passes until `until`; the timers on the way fire. It does not go backwards. */
  readonly advance: (until: Millis) => void;
  readonly now: () => Millis;
}

/** Makes a host. Throws where an option makes no sense. */
export function createStack(options: StackOptions): Stack {
  const host = makeHost(settle(options), options.now ?? 0);
  return {
    open: () => open(host),
    bind: (socket, address, port) => bind(host, socket, address, port),
    listen: (socket, backlog) => listen(host, socket, backlog),
    accept: (socket) => accept(host, socket),
    connect: (socket, address, port) => connect(host, socket, address, port),
    send: (socket, bytes) => send(host, socket, bytes),
    recv: (socket, max) => recv(host, socket, max),
    shutdown: (socket, how) => shutdown(host, socket, how),
    close: (socket) => close(host, socket),
    abort: (socket) => abort(host, socket),
    takeError: (socket) => takeError(host, socket),
    state: (socket) => tcbAt(host, socket)?.state ?? 'CLOSED',
    tcb: (socket) => tcbAt(host, socket),
    connections: () => connectionsOf(host),
    input: (packet) => packetArrives(host, packet),
    output: () => takeOutput(host),
    nextTimer: () => firstDue(host.timers)?.at ?? null,
    advance: (until) => timePasses(host, until),
    now: () => host.now,
  };
}

function tcbAt(host: Host, id: number): Tcb | null {
  const socket = host.sockets.get(id);
  if (socket === undefined || socket.type === 'fresh') return null;
  return socket.type === 'lingering' ? tcbOf(socket, host.settings.config) : socket.tcb;
}

function connectionsOf(host: Host): readonly ConnectionInfo[] {
  const all: ConnectionInfo[] = [];
  for (const socket of host.sockets.values()) {
    if (socket.type !== 'connection' && socket.type !== 'lingering') continue;
    const info = describe(socket);
    if (info.state !== 'CLOSED') all.push(info);
  }
  return all.toSorted((a, b) => a.id - b.id);
}

const describe = (connection: Connection | Lingering): ConnectionInfo => ({
  id: connection.id,
  local: { address: formatAddress(connection.ends.local), port: connection.ends.localPort },
  remote: { address: formatAddress(connection.ends.remote), port: connection.ends.remotePort },
  state: connection.type === 'lingering' ? 'TIME-WAIT' : connection.tcb.state,
});

const nothing: readonly Sent[] = [];

function takeOutput(host: Host): readonly Sent[] {
  const sent = host.outbox;
  if (sent.length === 0) return nothing;
  host.outbox = [];
  return sent;
}
