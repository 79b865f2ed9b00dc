/** The calls that make sockets and connections: open, bind, listen, accept, connect. */
import { parseAddress } from '../packet/address.ts';
import { type Result, fail, ok } from '../result.ts';
import { newTcb } from '../tcp/tcb.ts';
import { transition } from '../tcp/transition.ts';
import { call } from './apply.ts';
import type { Errno } from './errno.ts';
import type { FourTuple } from './fourTuple.ts';
import { type Host, type Listener, newId, type Socket } from './host.ts';
import { chooseIss, makeConnection } from './listen.ts';
import { isPeer } from './options.ts';
import { ephemeralPort, findConnection, portAt } from './ports.ts';

/** The socket that the application knows by this number; not one that it has closed or not yet accepted. */
export function socketOf(host: Host, id: number): Socket | null {
  const socket = host.sockets.get(id);
  if (socket === undefined || socket.type === 'lingering') return null;
  return socket.type === 'connection' && socket.owner !== 'application' ? null : socket;
}

export function open(host: Host): number {
  const id = newId(host);
  host.sockets.set(id, { type: 'fresh', id, port: null });
  return id;
}

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port <= 65_535;

/** Port 0: any free one. Gives the port. */
export function bind(host: Host, id: number, address: string, port: number): Result<number, Errno> {
  const socket = socketOf(host, id);
  if (socket === null) return fail('EBADF');
  const own = parseAddress(address);
  if (socket.type !== 'fresh' || socket.port !== null || own === null || !isPort(port)) return fail('EINVAL');
  if (own !== 0 && own !== host.settings.address) return fail('EADDRNOTAVAIL');
  const chosen = port === 0 ? ephemeralPort(host, 0, 0) : ok(port);
  if (!chosen.ok) return chosen;
  const entry = portAt(host, chosen.value);
  if (entry.holder !== null) return fail('EADDRINUSE');
  entry.holder = id;
  host.sockets.set(id, { type: 'fresh', id, port: chosen.value });
  return chosen;
}

const isBacklog = (backlog: number): boolean => Number.isInteger(backlog) && backlog >= 0;

/** Gives the port. On a socket that listens already, the backlog changes. */
export function listen(host: Host, id: number, backlog: number): Result<number, Errno> {
  const known = socketOf(host, id);
  if (known === null) return fail('EBADF');
  if (known.type === 'connection' || known.type === 'lingering' || !isBacklog(backlog)) return fail('EINVAL');
  if (known.type === 'listener') {
    known.backlog = Math.max(1, backlog);
    return ok(known.port);
  }
  const bound = known.port === null ? bind(host, id, '0.0.0.0', 0) : ok(known.port);
  if (!bound.ok) return bound;
  const event = { type: 'userCall', call: { type: 'OPEN', mode: 'passive' } } as const;
  const listener: Listener = {
    type: 'listener',
    id,
    port: bound.value,
    backlog: Math.max(1, backlog),
    tcb: transition(newTcb(host.settings.config), event, host.now).tcb,
    halfOpen: new Set(),
    ready: new Set(),
    cookieAt: -Infinity,
  };
  portAt(host, bound.value).listener = listener;
  host.sockets.set(id, listener);
  return bound;
}

/** The oldest connection that waits becomes the application's. EAGAIN: none waits. */
export function accept(host: Host, id: number): Result<number, Errno> {
  const socket = socketOf(host, id);
  if (socket === null) return fail('EBADF');
  if (socket.type !== 'listener') return fail('EINVAL');
  for (const child of socket.ready) {
    socket.ready.delete(child);
    child.owner = 'application';
    return ok(child.id);
  }
  return fail('EAGAIN');
}

/** Sends the SYN and returns at once; gives our port. Whether it came to something, `state` and `takeError` say. */
export function connect(host: Host, id: number, address: string, port: number): Result<number, Errno> {
  const socket = socketOf(host, id);
  if (socket === null) return fail('EBADF');
  if (socket.type !== 'fresh') return fail(cannotConnect(socket));
  const remote = parseAddress(address);
  if (remote === null || !isPort(port) || port === 0) return fail('EINVAL');
  if (!isPeer(remote, host.settings.address)) return fail('ENETUNREACH');
  const localPort = socket.port === null ? ephemeralPort(host, remote, port) : ok(socket.port);
  if (!localPort.ok) return localPort;
  const ends: FourTuple = { local: host.settings.address, localPort: localPort.value, remote, remotePort: port };
  if (findConnection(host, ends) !== undefined) return fail('EADDRINUSE');
  const connection = makeConnection(host, id, ends, { tcb: host.closed, owner: 'application' });
  call(host, connection, { type: 'OPEN', mode: 'active', iss: chooseIss(host, ends) });
  return localPort;
}

function cannotConnect(socket: Socket): Errno {
  if (socket.type === 'listener') return 'EOPNOTSUPP';
  if (socket.type !== 'connection' || socket.tcb.state === 'CLOSED') return 'EINVAL';
  return socket.tcb.state === 'SYN-SENT' || socket.tcb.state === 'SYN-RECEIVED' ? 'EALREADY' : 'EISCONN';
}
