/**
 * Hears which rooms other nodes have written to: LISTEN, on a connection of its own. It is a wake-up and no more: what is
 * said while the connection is down is lost, so whoever listens is woken for all rooms when it is there again.
 */
import type { Client, ClientConfig } from 'pg';
import type { Clock } from '../clock.ts';
import type { Told } from './postgresTables.ts';
import type { Tables } from './tables.ts';

/** Milliseconds until a lost connection is tried again: doubled each time, up to the most. */
const patience = { first: 100, most: 2000 };

/** PostgreSQL takes less than 8,000 octets. */
const mostRooms = 900;

const channel = 'ackward_rooms';

export interface Tail {
  readonly told: Told;
  readonly watch: Tables['watch'];
  readonly close: () => Promise<void>;
}

export function openTail(connect: (config: ClientConfig) => Client, own: string, clock: Clock): Tail {
  const hearers = new Set<(rooms: readonly string[] | null) => void>();
  let client: Client | null = null;
  let isClosed = false;
  let wait = patience.first;
  let callOff: (() => void) | null = null;

  const tell = (rooms: readonly string[] | null): void => {
    for (const hear of hearers) hear(rooms);
  };
  const lose = (lost: Client): void => {
    if (client !== lost) return;
    client = null;
    lost.end().catch(() => {});
    if (isClosed) return;
    callOff = clock.wake(clock.now() + wait, listen);
    wait = Math.min(patience.most, 2 * wait);
  };
  const listen = (): void => {
    const made = connect({ keepAlive: true });
    client = made;
    made.on('error', () => lose(made));
    made.on('end', () => lose(made));
    made.on('notification', ({ payload = '' }) => {
      const [sender, ...rooms] = payload.split(' ');
      if (sender !== own) tell(rooms.length === 0 ? null : rooms);
    });
    begin(made).catch(() => lose(made));
  };
  const begin = async (made: Client): Promise<void> => {
    await made.connect();
    await made.query(`listen ${channel}`);
    wait = patience.first;
    // What was said while nobody listened is not said again.
    tell(null);
  };
  return {
    told: {
      channel,
      payload: (rooms) => [own, ...(rooms.length > mostRooms ? [] : rooms)].join(' '),
    },
    watch(hear) {
      hearers.add(hear);
      if (client === null && wait === patience.first) listen();
      return () => {
        hearers.delete(hear);
      };
    },
    async close() {
      isClosed = true;
      callOff?.();
      await client?.end().catch(() => {});
    },
  };
}
