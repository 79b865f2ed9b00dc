/**
 * What happens to one connection: the stack's only door to the engine. An event goes through `transition`, its
 * effects come out as packets and errors, and the stack draws the conclusions that RFC 9293 leaves to the system
 * around a connection.
 */
import type { Effect } from '../tcp/effect.ts';
import type { TcpEvent, UserCall } from '../tcp/event.ts';
import type { Signal } from '../tcp/state.ts';
import { isSynchronized } from '../tcp/tcb.ts';
import { transition } from '../tcp/transition.ts';
import type { Errno } from './errno.ts';
import { type Connection, emit, type Host } from './host.ts';
import { linger, type Lingering } from './lingering.ts';
import { enterConnection, removeConnection } from './ports.ts';
import { arrange } from './timers.ts';

/** The error behind a signal of 3.9.1; null: it is none. */
function errorOf(signal: Signal): Errno | null {
  if (signal === 'refused') return 'ECONNREFUSED';
  if (signal === 'reset') return 'ECONNRESET';
  return signal === 'timeout' ? 'ETIMEDOUT' : null;
}

/** Does `event` to the connection at the instant of now; gives the effects. */
export function apply(host: Host, connection: Connection, event: TcpEvent): readonly Effect[] {
  const { tcb, effects } = transition(connection.tcb, event, host.now);
  connection.tcb = tcb;
  for (const effect of effects) {
    if (effect.type === 'sendSegment') emit(host, connection.ends, effect.segment);
    else if (effect.type === 'signalUser') connection.error = errorOf(effect.signal) ?? connection.error;
  }
  conclude(host, connection);
  return effects;
}

/** A user call of 3.9.1. */
export const call = (host: Host, connection: Connection, userCall: UserCall): readonly Effect[] =>
  apply(host, connection, { type: 'userCall', call: userCall });

/** What the new state means for the host: queues, tables, timers. */
function conclude(host: Host, connection: Connection): void {
  const { owner, tcb } = connection;
  if (typeof owner === 'object') {
    if (isSynchronized(tcb.state)) {
      owner.halfOpen.delete(connection);
      owner.ready.add(connection);
      connection.former = null;
    } else if (tcb.state !== 'SYN-RECEIVED') {
      // CLOSED, or "return to LISTEN" (3.10.7.4): the listener never left LISTEN, only its child ends.
      owner.halfOpen.delete(connection);
      owner.ready.delete(connection);
      end(host, connection);
      return;
    }
  }
  if (tcb.state === 'CLOSED') end(host, connection);
  else if (tcb.state === 'TIME-WAIT' && connection.owner === 'nobody') compact(host, connection);
  else arrange(host.timers, connection);
}

/** The pair of sockets is free again. The socket's number stays while the application holds it. */
function end(host: Host, connection: Connection): void {
  removeConnection(host, connection);
  if (connection.owner !== 'application') host.sockets.delete(connection.id);
  const { former } = connection;
  if (former === null || former.until <= host.now) return;
  // MAY-2 (b): back to TIME-WAIT if the SYN turned out to be an old duplicate.
  former.wakeAt = Infinity;
  host.sockets.set(former.id, former);
  enterConnection(host, former);
  arrange(host.timers, former);
}

/** The end of 2MSL for one that only waits: 3.10.8 deletes the TCB, and nothing is sent. */
export function forget(host: Host, lingering: Lingering): void {
  removeConnection(host, lingering);
  host.sockets.delete(lingering.id);
}

/** Nobody calls it and it only waits: a small record does. */
function compact(host: Host, connection: Connection): void {
  const lingering = linger(connection);
  host.sockets.set(lingering.id, lingering);
  enterConnection(host, lingering);
  arrange(host.timers, lingering);
}

/** Lets an application's connection go on by itself: it answers for its last segments, and then it is gone. */
export function letGo(host: Host, connection: Connection): void {
  connection.owner = 'nobody';
  conclude(host, connection);
}
