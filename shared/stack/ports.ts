/** Our ports: who holds them, and which connection or listener a packet belongs to. */
import type { Result } from '../result.ts';
import { fail, ok } from '../result.ts';
import type { Errno } from './errno.ts';
import { type FourTuple, keyed } from './fourTuple.ts';
import type { Connection, Host, Port } from './host.ts';
import type { Lingering } from './lingering.ts';

/** RFC 6335 6: the ports that nobody registers. */
const FIRST_EPHEMERAL = 49_152;
const EPHEMERAL_PORTS = 65_536 - FIRST_EPHEMERAL;

/** A peer's address and port in one number of 48 bits: a key for maps. */
export const remoteKey = (remote: number, remotePort: number): number => remote * 65_536 + remotePort;

/** The connection of a pair of sockets. */
export const findConnection = (host: Host, ends: FourTuple): Connection | Lingering | undefined =>
  host.ports.get(ends.localPort)?.connections.get(remoteKey(ends.remote, ends.remotePort));

export function portAt(host: Host, number: number): Port {
  const known = host.ports.get(number);
  if (known !== undefined) return known;
  const port: Port = { holder: null, listener: null, connections: new Map() };
  host.ports.set(number, port);
  return port;
}

/** Enters a connection, in the place of another form of it if there is one. */
export function enterConnection(host: Host, connection: Connection | Lingering): void {
  portAt(host, connection.ends.localPort).connections.set(
    remoteKey(connection.ends.remote, connection.ends.remotePort),
    connection,
  );
}

/** Takes a connection out, if it is still the one of its pair of sockets. */
export function removeConnection(host: Host, connection: Connection | Lingering): void {
  const { ends } = connection;
  const port = host.ports.get(ends.localPort);
  if (port === undefined || port.connections.get(remoteKey(ends.remote, ends.remotePort))?.id !== connection.id) return;
  port.connections.delete(remoteKey(ends.remote, ends.remotePort));
  forgetIfIdle(host, ends.localPort, port);
}

/** A socket lets go of the port that it was bound to. */
export function releasePort(host: Host, number: number, holder: number): void {
  const port = host.ports.get(number);
  if (port?.holder !== holder) return;
  port.holder = null;
  forgetIfIdle(host, number, port);
}

function forgetIfIdle(host: Host, number: number, port: Port): void {
  if (port.holder === null && port.listener === null && port.connections.size === 0) host.ports.delete(number);
}

/**
 * A local port for a connection to `remote`: RFC 6056 3.3.3. Each peer sees the ports in the order of counting,
 * from a beginning that only the key knows; nobody else can tell where we are.
 */
export function ephemeralPort(host: Host, remote: number, remotePort: number): Result<number, Errno> {
  const { address: local, key } = host.settings;
  const offset = keyed(key, 'port', { local, localPort: 0, remote, remotePort });
  for (let i = 0; i < EPHEMERAL_PORTS; i++) {
    const localPort = FIRST_EPHEMERAL + ((offset + host.portDraws) % EPHEMERAL_PORTS);
    host.portDraws += 1;
    const port = host.ports.get(localPort);
    if (port === undefined) return ok(localPort);
    const taken = port.holder !== null || port.connections.has(remoteKey(remote, remotePort));
    if (!taken) return ok(localPort);
  }
  return fail('EADDRNOTAVAIL');
}
