/** One door for each request: it parses what came, finds the room of whoever asks, and answers exactly once. */
import * as v from 'valibot';
import type { Answers } from '../shared/protocol/answer.ts';
import { type Refusal, refuse } from '../shared/protocol/refusal.ts';
import { type RequestName, requests } from '../shared/protocol/request.ts';
import { type House, visit, whyNoRoom } from './house.ts';
import { create, rematch } from './open.ts';
import { takeMove } from './play.ts';
import type { Guest, Room } from './room.ts';
import { board, forgetPlayer, handOut, renamePlayer, takeRun } from './runs.ts';
import { join, leave, resume } from './seats.ts';

export type AnyAnswer = Answers[RequestName] | Refusal;
type Reply = (answer: AnyAnswer) => void;
export type Door = (house: House, guest: Guest, content: unknown, reply: Reply) => Promise<void>;

const doors: { readonly [name in RequestName]: Door } = {
  create: door(requests.create, (house, guest, request, reply) => create(house, { guest, reply }, request)),
  join: door(requests.join, async (house, guest, { code }, reply) => {
    await inRoom(house, code, reply, (room) => join(house, room, { guest, reply }));
  }),
  resume: door(requests.resume, async (house, guest, { code, secret }, reply) => {
    await inRoom(house, code, reply, (room) => resume(house, room, { guest, reply }, secret));
  }),
  command: door(requests.command, async (house, guest, request, reply) => {
    await seated(house, guest, reply, (room, seat) => takeMove(house, room, seat, request));
  }),
  rematch: door(requests.rematch, async (house, guest, request, reply) => {
    await seated(house, guest, reply, (room, seat) => rematch(house, room, seat, request));
  }),
  leave: door(requests.leave, async (house, guest, _request, reply) => {
    await seated(house, guest, reply, async (room, seat) => (await leave(house, room, guest, seat)) ?? { ok: true });
  }),
  attempt: door(requests.attempt, async (house, _guest, request, reply) => reply(await handOut(house, request))),
  run: door(requests.run, async (house, _guest, request, reply) => reply(await takeRun(house, request))),
  board: door(requests.board, async (house, _guest, request, reply) => reply(await board(house, request))),
  rename: door(requests.rename, async (house, _guest, request, reply) => reply(await renamePlayer(house, request))),
  forget: door(requests.forget, async (house, _guest, request, reply) => reply(await forgetPlayer(house, request))),
};

const byName: ReadonlyMap<unknown, Door> = new Map(Object.entries(doors));

/** The door of an event; null where there is no such event. */
export const doorOf = (name: unknown): Door | null => byName.get(name) ?? null;

/** Valibot takes lists, and bytes, for objects without fields. */
const isPlainObject = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && Object.getPrototypeOf(content) === Object.prototype;

function door<Schema extends v.GenericSchema>(
  schema: Schema,
  act: (house: House, guest: Guest, request: v.InferOutput<Schema>, reply: Reply) => Promise<void>,
): Door {
  return async (house, guest, content, reply) => {
    const parsed = v.safeParse(schema, content);
    if (parsed.success && isPlainObject(content)) await act(house, guest, parsed.output, reply);
    else reply(refuse('protocol/malformed'));
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
