/**
 * The rooms behind Socket.IO. One listener hears every event, so that nothing gets past it: whatever comes is
 * answered once, by its callback or, without one, by `refused`.
 */
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '../shared/protocol/answer.ts';
import { type RefusalCode, refuse } from '../shared/protocol/refusal.ts';
import type { RequestName } from '../shared/protocol/request.ts';
import { drawId, drawSession } from './chance.ts';
import { realClock } from './clock.ts';
import { type AnyAnswer, doorOf } from './doors.ts';
import type { AddressOf } from './guard/address.ts';
import { createBudgets } from './guard/conduct.ts';
import type { Gates } from './guard/gates.ts';
import { type GuardedLine, type Raw, guardLine } from './guard/line.ts';
import type { Headers } from './headers.ts';
import { type House, keepTrack } from './house.ts';
import { createQueue } from './queue.ts';
import { pause, repeat } from './repeat.ts';
import type { Guest } from './room.ts';
import { goAway } from './seats.ts';
import { isPassing } from './store/passing.ts';

type Io = Server<ClientToServer, ServerToClient>;

export interface Wire {
  readonly tellClosing: () => void;
  readonly count: () => { readonly connections: number; readonly seats: number };
  /** Ends every connection so that clients come back by themselves. */
  readonly close: () => Promise<void>;
}

/** Requests of one connection that may wait for their answers at the same time. */
const patience = 16;
/** Milliseconds between looks at who reads too slowly. */
const lookAgain = 500;
/** Milliseconds that what was said last may take to leave: Socket.IO throws away what still waits when it closes. */
const lastWords = 500;

export function openWire(
  http: HttpServer,
  house: House,
  gates: Gates & { readonly headers: Headers; readonly development: boolean; readonly nodeName: string | null },
): Wire {
  const io: Io = new Server(http, {
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 4096,
    connectTimeout: 5000,
    upgradeTimeout: 5000,
    // Who is gone is missed within five seconds; who is slow for two has time.
    pingInterval: 2000,
    pingTimeout: 2500,
    // Vite's own socket shares the port while developing.
    destroyUpgrade: !gates.development,
    allowRequest: (request, answer) => answer(null, !house.closing && gates.mayConnect(request)),
  });
  io.engine.use(gates.headers);
  // Requests of a polling session have to come to the node that has it: its id says which one (server/nginx.conf).
  if (gates.nodeName !== null) io.engine.generateId = () => `${gates.nodeName}.${drawSession()}`;
  const guests = new Set<Guest>();
  const lines = guardLines(io, house, gates.addressOf);
  io.on('connection', (socket) => {
    const line = lines.of(socket.conn);
    if (line !== undefined) welcome(house, guests, line, socket);
  });
  return {
    tellClosing: () => void io.emit('closing'),
    count: () => ({
      connections: guests.size,
      seats: [...guests].filter(({ seat }) => seat !== null).length,
    }),
    async close() {
      await lines.emptied();
      lines.stopLooking();
      await io.close();
    },
  };
}

interface Lines {
  readonly of: (raw: object) => GuardedLine | undefined;
  /** Resolves when everything that was said has left, or after `lastWords`. */
  readonly emptied: () => Promise<void>;
  readonly stopLooking: () => void;
}

/** Puts every connection under guard before Socket.IO knows it, and looks now and then whether they read. */
function guardLines(io: Io, house: House, addressOf: AddressOf): Lines {
  const { clock, watch } = house;
  const budgets = createBudgets(clock);
  const lines = new Map<object, GuardedLine>();
  io.engine.on('connection', (raw: Raw) => {
    const address = raw.request === null ? 'unknown' : addressOf(raw.request);
    const line = guardLine(raw, { clock, budgets, address }, (why) => {
      watch.meter.cut(why);
      watch.log.info({ why }, 'connection cut');
    });
    lines.set(raw, line);
    raw.once('close', () => lines.delete(raw));
    // The request that opened a connection is not needed any more, and is most of the memory of an idle one.
    raw.request = null;
  });
  const stopLooking = repeat(clock, lookAgain, () => {
    for (const line of lines.values()) if (!line.keepsUp(clock.now())) line.cut('slow');
  });
  return {
    of: (raw) => lines.get(raw),
    async emptied() {
      const late = realClock.now() + lastWords;
      while (realClock.now() < late && [...lines.values()].some((line) => line.waiting() > 0)) await pause(realClock);
    },
    stopLooking,
  };
}

function welcome(
  house: House,
  guests: Set<Guest>,
  line: GuardedLine,
  socket: Socket<ClientToServer, ServerToClient>,
): void {
  const guest: Guest = {
    tell: (name, ...content) => {
      socket.emit(name, ...content);
    },
    id: drawId(),
    seat: null,
    queue: createQueue(),
  };
  guests.add(guest);
  socket.onAny((...heard: readonly unknown[]) => hear(house, guest, line, heard));
  socket.on('disconnect', () => {
    guests.delete(guest);
    const gone = guest.queue.run(async () => {
      if (guest.seat !== null) goAway(house, guest, guest.seat);
    });
    keepTrack(house, gone);
  });
}

/** `heard` is the event's name, what was sent with it, and the callback at the end where there is one. */
function hear(house: House, guest: Guest, line: GuardedLine, [event, ...rest]: readonly unknown[]): void {
  const door = doorOf(event);
  const name = door?.name ?? null;
  const callback = rest.at(-1);
  const reply = once(
    (answer) => {
      if (typeof callback === 'function') callback(answer);
      else if (!answer.ok) guest.tell('refused', answer);
    },
    account(house, line, name),
  );
  if (door === null) reply(refuse('protocol/unknown-event'));
  else if (typeof callback !== 'function') reply(refuse('protocol/no-callback'));
  else {
    const no = whyNot(house, guest, rest.length - 1) ?? line.conduct.whyNot(door.name, guest.seat?.seat ?? null);
    if (no !== null) {
      reply(refuse(no));
      return;
    }
    const task = guest.queue.run(() => door.open(house, guest, rest[0], reply));
    // Whatever goes wrong inside: the player hears of it now, and the log as well.
    task.catch((error: unknown) => reply(refuse(isPassing(error) ? 'server/cannot-save' : 'server/failed')));
    keepTrack(house, task);
  }
}

type Reply = (answer: AnyAnswer) => void;

/** Sends the first answer only, and notes it. */
function once(send: Reply, note: Reply): Reply {
  let answered = false;
  return (answer) => {
    if (answered) return;
    answered = true;
    send(answer);
    note(answer);
  };
}

/** What an answer means to the meter, and to the patience that we have with this connection. */
function account({ clock, watch }: House, line: GuardedLine, name: RequestName | null): Reply {
  const began = clock.now();
  return (answer) => {
    const took = clock.now() - began;
    watch.log.debug({ request: name, code: answer.ok ? 'ok' : answer.code, took }, 'answered');
    if (!answer.ok) watch.meter.refused(answer.code);
    if (name !== null) watch.meter.answered(name, took);
    if (!line.conduct.answered(name, answer)) line.cut('flood');
  };
}

function whyNot(house: House, guest: Guest, contents: number): RefusalCode | null {
  if (house.closing) return 'server/closing';
  if (contents !== 1) return 'protocol/malformed';
  return guest.queue.size() >= patience ? 'server/busy' : null;
}
