/** A room in memory: what the store has of it, the match folded so far, and who is connected. */
import type { Told } from '../shared/game/event.ts';
import { nextDue } from '../shared/game/pace.ts';
import { type Role, roles } from '../shared/game/role.ts';
import { seen, viewOf } from '../shared/game/see.ts';
import type { RoomView, ServerToClient, Snapshot, Standing } from '../shared/protocol/answer.ts';
import type { Millis } from '../shared/time.ts';
import { type Game, type Step, fold } from './game.ts';
import { type Anchor, wallOf } from './anchor.ts';
import type { Queue } from './queue.ts';
import type { StoredRoom } from './store/records.ts';

/** One connection, as the rooms see it; which wire it has is not their business. */
export interface Guest {
  /** Names this connection among all of its node. */
  readonly id: string;
  readonly tell: <Name extends keyof ServerToClient>(name: Name, ...content: Parameters<ServerToClient[Name]>) => void;
  /** The seat that this connection holds: the only source of "who is asking". */
  seat: { readonly code: string; readonly seat: string } | null;
  readonly queue: Queue;
}

export interface Room {
  stored: StoredRoom;
  revision: number;
  game: Game;
  anchor: Anchor;
  /** Connections of this node by seat. Ask `guestAt`, not this: a connection may have gone to another seat. */
  readonly lines: Map<string, Guest>;
  /** When each player who is away went, as far as this node knows. */
  readonly away: Map<Role, Millis>;
  /** Events that are folded in and not yet sent. */
  untold: Told[];
  /** The version that everybody here has heard of. */
  told: number;
  /** The same for the room itself: what was told of it last. */
  toldRoom: string;
  /** A task failed in the middle: the store may have more of this room than memory. */
  isInDoubt: boolean;
  readonly queue: Queue;
}

/** The seat of a human player at an end; null where there is none. */
export function seatAt({ ends }: StoredRoom, role: Role): string | null {
  const end = ends[role];
  return end.keeper === 'human' ? end.seat : null;
}

export function guestAt(room: Room, role: Role): Guest | null {
  const seat = seatAt(room.stored, role);
  const guest = seat === null ? undefined : room.lines.get(seat);
  return guest?.seat?.seat === seat ? guest : null;
}

export const roleOf = (room: Room, seat: string): Role | null =>
  roles.find((role) => seatAt(room.stored, role) === seat) ?? null;

/** The role and the connection of everybody who is here. */
export const company = (room: Room): readonly { readonly role: Role; readonly guest: Guest }[] =>
  roles.flatMap((role) => {
    const guest = guestAt(room, role);
    return guest === null ? [] : [{ role, guest }];
  });

/**
 * Takes the seats from connections that the record does not name (any more): a newer one has the seat, here or on
 * another node, or it was given up.
 */
export function dismissOlder(room: Room, node: string): void {
  for (const [seat, guest] of room.lines) {
    const end = roles.map((role) => room.stored.ends[role]).find((one) => one.keeper === 'human' && one.seat === seat);
    const line = end?.keeper === 'human' ? end.line : null;
    if (line?.node === node && line.id === guest.id) continue;
    room.lines.delete(seat);
    if (guest.seat?.seat !== seat) continue;
    guest.seat = null;
    guest.tell('superseded');
  }
}

/** Puts a step that is in the store into the room. */
export function takeStep(room: Room, step: Step, hash: string, wall: Millis): void {
  fold(room.game, step, hash);
  room.untold.push(...step.events);
  for (const role of roles) {
    if (room.game.match.ends[role].seat !== 'away') room.away.delete(role);
    else if (!room.away.has(role)) room.away.set(role, wall);
  }
}

/** When the clock has to act on this room; null: never, as things are. */
export function dueWall(room: Room): Millis | null {
  const due = nextDue(room.game.match);
  return due === null ? null : wallOf(room.anchor, due);
}

export function roomView(room: Room): RoomView {
  const { code, ends, rematch, standIn } = room.stored;
  const end = (role: Role) => {
    const { keeper } = ends[role];
    const { seat } = room.game.match.ends[role];
    return { keeper, present: keeper !== 'nobody' && seat === 'kept', standIn: seat === 'bot' };
  };
  return { code, ends: { client: end('client'), server: end('server') }, rematch, standIn };
}

const standing = (room: Room, role: Role): Standing => ({
  match: room.game.id,
  version: room.game.version,
  rate: room.anchor.rate,
  view: viewOf(room.game.match, role),
});

const visible = (room: Room, events: readonly Told[], role: Role): readonly Told[] =>
  events.flatMap((told) => seen(room.game.match, told, role) ?? []);

export const snapshot = (room: Room, role: Role): Snapshot => ({
  ...standing(room, role),
  history: visible(room, room.game.match.history, role),
  room: roomView(room),
});

/**
 * Sends what happened to everybody, or to one end only, each with the eyes of the own seat; at the end of a match
 * the whole story. No two updates have the same version.
 */
export function tellStep(room: Room, only: Role | null): void {
  if (room.told === room.game.version) return;
  const events = room.untold;
  room.untold = [];
  room.told = room.game.version;
  const ended = events.some((event) => event.type === 'finished');
  for (const { role, guest } of company(room)) {
    if (only !== null && role !== only) continue;
    guest.tell('update', { ...standing(room, role), events: visible(room, events, role) });
    if (ended) guest.tell('snapshot', snapshot(room, role));
  }
}

/** Shows everybody the match from its beginning. */
export function tellStory(room: Room): void {
  room.untold = [];
  room.told = room.game.version;
  for (const { role, guest } of company(room)) guest.tell('snapshot', snapshot(room, role));
}

/** Shows everybody the room, where something about it has changed. */
export function tellRoom(room: Room): void {
  const view = roomView(room);
  const said = JSON.stringify(view);
  if (said === room.toldRoom) return;
  room.toldRoom = said;
  for (const { guest } of company(room)) guest.tell('room', view);
}
