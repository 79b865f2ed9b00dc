/** What the scenes do with a live host: read to the end, wait for a connection, wait until all is over. */
import { concat, NONE, type Octets } from '../../shared/octets.ts';
import type { StackOptions } from '../../shared/stack/options.ts';
import { value } from '../shared/stack/hand.ts';
import type { LiveHost } from './liveHost.ts';

/** Options under which a busy moment of this machine is not taken for a loss, which a loss-free scene would show. */
export const patient = ({ initialRto = 3000, tcp = {} }: Partial<StackOptions>): Partial<StackOptions> => ({
  initialRto,
  tcp: { leastRto: initialRto, ...tcp },
});

/** Everything that arrives on a socket until the peer closes; throws what `recv` says of an error. */
export async function readAll(live: LiveHost, socket: number): Promise<Octets> {
  let whole: Octets = NONE;
  await live.until('the end of what the peer says', () => {
    for (;;) {
      const got = live.stack.recv(socket, 65_535);
      if (got.type === 'error') throw new Error(got.error);
      if (got.type === 'would-block') return false;
      if (got.type === 'end') return true;
      whole = concat(whole, got.bytes);
    }
  });
  return whole;
}

/** A socket in ESTABLISHED. */
export async function connected(live: LiveHost, address: string, port: number): Promise<number> {
  const socket = live.stack.open();
  value(live.stack.connect(socket, address, port));
  await live.until('ESTABLISHED', () => live.stack.state(socket) === 'ESTABLISHED');
  return socket;
}

/** A socket that listens. */
export function listening(live: LiveHost, address: string, port: number, backlog = 5): number {
  const socket = live.stack.open();
  value(live.stack.bind(socket, address, port));
  value(live.stack.listen(socket, backlog));
  return socket;
}

/** The next connection of a listener. */
export async function accepted(live: LiveHost, listener: number): Promise<number> {
  let socket = 0;
  await live.until('a connection', () => {
    const child = live.stack.accept(listener);
    if (child.ok) socket = child.value;
    return child.ok;
  });
  return socket;
}

export const gone = (live: LiveHost): Promise<void> =>
  live.until('all connections are CLOSED', () => live.stack.connections().length === 0);
