/**
 * The rooms behind Socket.IO. One listener hears every event, so that nothing gets past it: whatever comes is
 * answered once, by its callback or, without one, by `refused`.
 */
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '../shared/protocol/answer.ts';
import { type RefusalCode, refuse } from '../shared/protocol/refusal.ts';
import type { Config } from './config.ts';
import { type AnyAnswer, doorOf } from './doors.ts';
import { type House, keepTrack } from './house.ts';
import { mayConnect } from './origin.ts';
import { createQueue } from './queue.ts';
import type { Guest } from './room.ts';
import { goAway } from './seats.ts';

export type Wire = Server<ClientToServer, ServerToClient>;
type Line = Socket<ClientToServer, ServerToClient>;

/** Requests of one connection that may wait for their answers at the same time. */
const patience = 16;

export function openWire(http: HttpServer, house: House, config: Config): Wire {
  const io: Wire = new Server(http, {
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 4096,
    connectTimeout: 5000,
    pingInterval: 4000,
    pingTimeout: 3000,
    // Vite's own socket shares the port while developing.
    destroyUpgrade: !config.development,
    allowRequest: (request, answer) => answer(null, !house.closing && mayConnect(request.headers, config.origins)),
  });
  // The request that opened a connection is not needed any more, and is most of the memory of an idle one.
  io.engine.on('connection', (raw: { request: unknown }) => {
    raw.request = null;
  });
  io.on('connection', (socket) => welcome(house, socket));
  return io;
}

function welcome(house: House, socket: Line): void {
  const guest: Guest = {
    tell: (name, ...content) => {
      socket.emit(name, ...content);
    },
    seat: null,
    queue: createQueue(),
  };
  socket.onAny((...heard: readonly unknown[]) => hear(house, guest, heard));
  socket.on('disconnect', () => {
    const gone = guest.queue.run(async () => {
      if (guest.seat !== null) goAway(house, guest, guest.seat);
    });
    keepTrack(house, gone);
  });
}

/** `heard` is the event's name, what was sent with it, and the callback at the end where there is one. */
function hear(house: House, guest: Guest, [name, ...rest]: readonly unknown[]): void {
  const callback = rest.at(-1);
  const door = doorOf(name);
  if (typeof callback !== 'function') {
    guest.tell('refused', refuse(door === null ? 'protocol/unknown-event' : 'protocol/no-callback'));
    return;
  }
  let answered = false;
  const reply = (answer: AnyAnswer): void => {
    if (!answered) callback(answer);
    answered = true;
  };
  const no = whyNot(house, guest, rest.length - 1);
  if (door === null) reply(refuse('protocol/unknown-event'));
  else if (no !== null) reply(refuse(no));
  else {
    const task = guest.queue.run(() => door(house, guest, rest[0], reply));
    // Whatever goes wrong inside: the player hears of it now, and the console as well.
    task.catch(() => reply(refuse('server/failed')));
    keepTrack(house, task);
  }
}

function whyNot(house: House, guest: Guest, contents: number): RefusalCode | null {
  if (house.closing) return 'server/closing';
  if (contents !== 1) return 'protocol/malformed';
  return guest.queue.size() >= patience ? 'server/busy' : null;
}
