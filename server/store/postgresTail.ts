/**
 * Tells other nodes which rooms this one has written to, and hears it of them: NOTIFY and LISTEN, on a connection of their
 * own. It is a wake-up and no more: what is said while a connection is down is lost, and so is what a node that dies had
 * not said yet. So whoever listens is woken for all rooms when the connection is there again, and every other second.
 *
 * NOTIFY holds a lock of the whole database until its transaction is on the disk. In the statements that write it would
 * have all nodes commit one after the other (measured: half of the appends of three nodes); here nothing waits for it,
 * and nothing has to be on the disk.
 */
import type { Client } from 'pg';
import type { Clock } from '../clock.ts';
import { repeat } from '../repeat.ts';
import type { Tables } from './tables.ts';

/** Milliseconds until a lost connection is tried again: doubled each time, up to the most. */
const patience = { first: 100, most: 2000 };
/** Milliseconds after which rooms are looked at without a word. */
const lookEvery = 2000;

/** PostgreSQL takes less than 8,000 octets. */
const mostRooms = 900;

const channel = 'ackward_rooms';

export interface Tail {
  readonly watch: Tables['watch'];
  /** These rooms were written to. */
  readonly say: (rooms: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

export function openTail(connect: () => Client, own: string, clock: Clock): Tail {
  const hearers = new Set<(rooms: readonly string[] | null) => void>();
  const tell = (rooms: readonly string[] | null): void => {
    for (const hear of hearers) hear(rooms);
  };
  const line = keepLine(connect, clock, (payload) => {
    // What was said while nobody listened is not said again.
    if (payload === null) return tell(null);
    const [sender, ...rooms] = payload.split(' ');
    if (sender !== own) tell(rooms.length === 0 ? null : rooms);
  });
  let unsaid = new Set<string>();
  let isSaying = false;
  const say = (rooms: readonly string[]): void => {
    for (const room of rooms) unsaid.add(room);
    if (!isSaying && unsaid.size > 0) void speak();
  };
  const speak = async (): Promise<void> => {
    isSaying = true;
    const rooms = [...unsaid];
    unsaid = new Set();
    await line.notify([own, ...(rooms.length > mostRooms ? [] : rooms)].join(' '));
    isSaying = false;
    say([]);
  };
  const stopLooking = repeat(clock, lookEvery, () => tell(null));
  return {
    watch(hear) {
      hearers.add(hear);
      line.open();
      return () => {
        hearers.delete(hear);
      };
    },
    say,
    async close() {
      stopLooking();
      await line.close();
    },
  };
}

interface Line {
  readonly open: () => void;
  /** Says nothing where there is no connection. */
  readonly notify: (payload: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** One connection that listens, made again when it is lost. `hear` is given null whenever it begins to listen. */
function keepLine(connect: () => Client, clock: Clock, hear: (payload: string | null) => void): Line {
  let state: 'closed' | 'open' | 'ended' = 'closed';
  let client: Client | null = null;
  let begun: Promise<void> = Promise.resolve();
  let wait = patience.first;
  let callOff: (() => void) | null = null;

  const lose = (lost: Client): void => {
    if (client !== lost) return;
    client = null;
    lost.end().catch(() => {});
    if (state === 'ended') return;
    callOff = clock.wake(clock.now() + wait, dial);
    wait = Math.min(patience.most, 2 * wait);
  };
  const dial = (): void => {
    const made = connect();
    client = made;
    made.on('error', () => lose(made));
    made.on('end', () => lose(made));
    made.on('notification', ({ payload = '' }) => hear(payload));
    begun = begin(made).catch(() => lose(made));
  };
  const begin = async (made: Client): Promise<void> => {
    await made.connect();
    await made.query(`set synchronous_commit = off; listen ${channel}`);
    wait = patience.first;
    hear(null);
  };
  const open = (): void => {
    if (state !== 'closed') return;
    state = 'open';
    dial();
  };
  return {
    open,
    async notify(payload) {
      open();
      await begun;
      await client?.query('select pg_notify($1, $2)', [channel, payload]).catch(() => {});
    },
    async close() {
      state = 'ended';
      callOff?.();
      await begun;
      await client?.end().catch(() => {});
    },
  };
}
