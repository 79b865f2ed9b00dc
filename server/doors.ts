/** One door for each request: it parses what came, finds the room of whoever asks, and answers exactly once. */
import * as v from 'valibot';
import type { Answers } from '../shared/protocol/answer.ts';
import { type Refusal, refuse } from '../shared/protocol/refusal.ts';
import { type Request, type RequestName, requests } from '../shared/protocol/request.ts';
import { forbids } from './guard/rights.ts';
import { ghost } from './ghost.ts';
import { type House, visit, whyNoRoom } from './house.ts';
import { create, rematch } from './open.ts';
import { takeMove } from './play.ts';
import type { Guest, Room } from './room.ts';
import { board, forgetPlayer, handOut, renamePlayer, takeRun } from './runs.ts';
import { recording } from './recordings.ts';
import { join, leave, resume } from './seats.ts';

export type AnyAnswer = Answers[RequestName] | Refusal;
type Reply = (answer: AnyAnswer) => void;
type Open = (house: House, guest: Guest, content: unknown, reply: Reply) => Promise<void>;

const doors: { readonly [name in RequestName]: Open } = {
  create: door('create', (house, guest, request, reply) => create(house, { guest, reply }, request)),
  join: door('join', async (house, guest, { code, ticket }, reply) => {
    await inRoom(house, code, reply, (room) => join(house, room, { guest, reply }, ticket));
  }),
  resume: door('resume', async (house, guest, { code, secret }, reply) => {
    await inRoom(house, code, reply, (room) => resume(house, room, { guest, reply }, secret));
  }),
  command: door('command', async (house, guest, request, reply) => {
    await seated(house, guest, reply, (room, seat) => takeMove(house, room, seat, request));
  }),
  rematch: door('rematch', async (house, guest, request, reply) => {
    await seated(house, guest, reply, (room, seat) => rematch(house, room, seat, request));
  }),
  ghost: door('ghost', async (house, guest, request, reply) => {
    await seated(house, guest, reply, async (room, seat) => ghost(house, room, seat, request));
  }),
  recording: door('recording', async (house, guest, request, reply) => {
    await seated(house, guest, reply, (room) => recording(house, room, request));
  }),
  leave: door('leave', async (house, guest, _request, reply) => {
    await seated(house, guest, reply, async (room, seat) => (await leave(house, room, guest, seat)) ?? { ok: true });
  }),
  attempt: door('attempt', async (house, _guest, request, reply) => reply(await handOut(house, request))),
  run: door('run', async (house, _guest, request, reply) => reply(await takeRun(house, request))),
  board: door('board', async (house, _guest, request, reply) => reply(await board(house, request))),
  rename: door('rename', async (house, _guest, request, reply) => reply(await renamePlayer(house, request))),
  forget: door('forget', async (house, _guest, request, reply) => reply(await forgetPlayer(house, request))),
};

export interface Door {
  readonly name: RequestName;
  readonly open: Open;
}

/** The door of an event; null where there is no such event. */
export const doorOf = (name: unknown): Door | null => (isRequest(name) ? { name, open: doors[name] } : null);

const isRequest = (name: unknown): name is RequestName => typeof name === 'string' && Object.hasOwn(doors, name);

/** Valibot takes lists, and bytes, for objects without fields. */
const isPlainObject = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && Object.getPrototypeOf(content) === Object.prototype;

/** Parses first, and then asks whether this guest may: nothing of a request is touched before both. */
function door<Name extends RequestName>(
  name: Name,
  act: (house: House, guest: Guest, request: Request<Name>, reply: Reply) => Promise<void>,
): Open {
  const schema: v.GenericSchema<unknown, Request<Name>> = requests[name];
  return async (house, guest, content, reply) => {
    const parsed = v.safeParse(schema, content);
    if (!parsed.success || !isPlainObject(content)) return reply(refuse('protocol/malformed'));
    const no = forbids(name, guest);
    if (no === null) await act(house, guest, parsed.output, reply);
    else reply(refuse(no));
  };
}

async function inRoom(house: House, code: string, reply: Reply, act: (room: Room) => Promise<void>): Promise<void> {
  const found = await visit(house, code, async (room) => {
    await act(room);
    return room;
  });
  if (found === null) reply(refuse(await whyNoRoom(house, code)));
}

/** Answers inside the room's queue: what is told there leaves in the order in which it happened. */
async function seated(
  house: House,
  guest: Guest,
  reply: Reply,
  act: (room: Room, seat: string) => Promise<AnyAnswer>,
): Promise<void> {
  const held = guest.seat;
  if (held === null) {
    reply(refuse('protocol/not-seated'));
    return;
  }
  await inRoom(house, held.code, reply, async (room) => {
    // A newer connection may have taken the seat while this one stood in the queue.
    if (guest.seat?.seat === held.seat) reply(await act(room, held.seat));
    else reply(refuse('protocol/not-seated'));
  });
}
