/** Who sits where: taking a seat, coming back to it, going away, giving it up. Each runs in the room's queue. */
import { type Role, otherRole, roles } from '../shared/game/role.ts';
import type { Entered } from '../shared/protocol/answer.ts';
import { type Refusal, refuse } from '../shared/protocol/refusal.ts';
import { drawId } from './chance.ts';
import { type House, keepTrack, visit } from './house.ts';
import { ensureStarted, rearrange } from './play.ts';
import type { StoredEnd, StoredRoom } from './store/records.ts';
import { type Guest, type Room, guestAt, roleOf, roomView, seatAt, snapshot, tellRoom, tellStep } from './room.ts';
import { type Secret, hashOf, newSecret, renewSecret } from './secret.ts';
import type { NewMatch } from './store/store.ts';

/** Who asks for a seat, and the way back to them. */
export interface Caller {
  readonly guest: Guest;
  readonly reply: (answer: Entered | Refusal) => void;
}

/** Stores what `edit` makes of the room, and makes it again where another process was first. */
export async function change(
  house: House,
  room: Room,
  edit: (stored: StoredRoom) => { readonly stored: StoredRoom; readonly match: NewMatch | null } | Refusal,
): Promise<Refusal | null> {
  for (;;) {
    const edited = edit(room.stored);
    if ('ok' in edited) return edited;
    const { stored, match } = edited;
    const next = { room: stored, revision: room.revision + 1, match, at: house.clock.date() };
    if ((await house.store.saveRoom(next)) === 'saved') {
      room.stored = stored;
      room.revision += 1;
      return null;
    }
    const found = await house.store.room(stored.code);
    if (found === null || found.revision <= room.revision)
      throw new Error(`room ${stored.code} has no revision ${room.revision}`);
    room.stored = found.room;
    room.revision = found.revision;
  }
}

export const withEnd = (stored: StoredRoom, role: Role, end: StoredEnd): StoredRoom => ({
  ...stored,
  ends: { ...stored.ends, [role]: end },
});

export interface Chair extends Secret {
  readonly seat: string;
  readonly keeper: 'human';
}

export const newChair = (): Chair => ({ ...newSecret(), seat: drawId(), keeper: 'human' });

/** What the store keeps of a chair: the hash, never the secret. */
export const chairEnd = ({ keeper, seat, hash }: Chair): StoredEnd => ({ keeper, seat, hash });

/** Takes the empty end of a room. */
export async function join(house: House, room: Room, caller: Caller): Promise<void> {
  const chair = newChair();
  const refusal = await change(house, room, (stored) => {
    const free = roles.find((role) => stored.ends[role].keeper === 'nobody');
    return free === undefined ? refuse('room/full') : { stored: withEnd(stored, free, chairEnd(chair)), match: null };
  });
  if (refusal === null) await sitDown(house, room, caller, chair);
  else caller.reply(refusal);
}

/** Comes back to an end: whoever knows its secret is its player. */
export async function resume(house: House, room: Room, caller: Caller, secret: string): Promise<void> {
  const hash = hashOf(secret);
  const end = roles.map((role) => room.stored.ends[role]).find((one) => one.keeper === 'human' && one.hash === hash);
  if (end?.keeper !== 'human') caller.reply(refuse('seat/unknown'));
  else await sitDown(house, room, caller, { ...renewSecret(secret), seat: end.seat, keeper: 'human' });
}

/** Puts a connection on a chair. Its answer leaves before anything else is told to it. */
export async function sitDown(house: House, room: Room, { guest, reply }: Caller, chair: Chair): Promise<void> {
  const { seat, secret } = chair;
  await ensureStarted(house, room);
  const role = roleOf(room, seat);
  if (role === null) {
    reply(refuse('seat/unknown'));
    return;
  }
  const older = guestAt(room, role);
  if (older !== null && older !== guest) {
    older.seat = null;
    older.tell('superseded');
  }
  const left = guest.seat;
  const { code } = room.stored;
  await rearrange(house, room, () => {
    guest.seat = { code, seat };
    room.lines.set(seat, guest);
  });
  reply({ ok: true, code, secret, ...snapshot(room, role) });
  tellStep(room, otherRole(role));
  guestAt(room, otherRole(role))?.tell('room', roomView(room));
  if (left !== null && left.seat !== seat) goAway(house, guest, left);
}

/** A connection has ended, or has gone to another seat: its player is away, and time stands still. */
export function goAway(house: House, guest: Guest, { code, seat }: NonNullable<Guest['seat']>): void {
  const gone = visit(house, code, async (room) => {
    if (room.lines.get(seat) === guest) await empty(house, room, seat);
  });
  keepTrack(house, gone);
}

/** Gives a seat up: the room's code lets somebody take it. */
export async function leave(house: House, room: Room, guest: Guest, seat: string): Promise<Refusal | null> {
  const refusal = await change(house, room, (stored) => {
    const role = roles.find((one) => seatAt(stored, one) === seat);
    if (role === undefined) return refuse('seat/unknown');
    const rematch = stored.rematch.filter((one) => one !== role);
    return { stored: { ...withEnd(stored, role, { keeper: 'nobody' }), rematch }, match: null };
  });
  if (refusal === null) {
    guest.seat = null;
    await empty(house, room, seat);
  }
  return refusal;
}

async function empty(house: House, room: Room, seat: string): Promise<void> {
  await rearrange(house, room, () => room.lines.delete(seat));
  tellStep(room, null);
  tellRoom(room);
}
