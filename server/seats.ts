/** Who sits where: taking a seat, coming back to it, going away, giving it up. Each runs in the room's queue. */
import { type Role, otherRole, roles } from '../shared/game/role.ts';
import type { Entered } from '../shared/protocol/answer.ts';
import { type Refusal, refuse } from '../shared/protocol/refusal.ts';
import { drawId } from './chance.ts';
import { type House, keepTrack, visit } from './house.ts';
import { catchUp, ensureStarted, goOn, resetClock, settleSeats } from './play.ts';
import { reread } from './reread.ts';
import { type Guest, type Room, dismissOlder, roleOf, seatAt, snapshot, tellRoom, tellStep } from './room.ts';
import { type Secret, hashOf, newLock, newSecret, opens, turned } from './secret.ts';
import type { StoredEnd, StoredRoom } from './store/records.ts';
import type { NewMatch } from './store/store.ts';

/** Who asks for a seat, and the way back to them. */
export interface Caller {
  readonly guest: Guest;
  readonly reply: (answer: Entered | Refusal) => void;
}

export type HumanEnd = Extract<StoredEnd, { readonly keeper: 'human' }>;

/**
 * Stores what `edit` makes of the room, and makes it again where another process was first. It refuses only by the
 * newest record.
 */
export async function change(
  house: House,
  room: Room,
  edit: (stored: StoredRoom) => { readonly stored: StoredRoom; readonly match: NewMatch | null } | Refusal,
): Promise<Refusal | null> {
  for (let tries = 1; ; tries += 1) {
    const edited = edit(room.stored);
    const { revision } = room;
    if ('ok' in edited) {
      await reread(house, room);
      if (room.revision === revision) return edited;
      continue;
    }
    const { stored, match } = edited;
    const next = { room: stored, revision: revision + 1, match, at: house.clock.date() };
    if ((await house.store.saveRoom(next)) === 'saved') {
      room.stored = stored;
      room.revision += 1;
      return null;
    }
    await reread(house, room);
    // The same revision: it rested in the archive, and is awake now.
    if (room.revision === revision && tries > 3) throw new Error(`room ${stored.code} has no revision ${revision}`);
  }
}

export const withEnd = (stored: StoredRoom, role: Role, end: StoredEnd): StoredRoom => ({
  ...stored,
  ends: { ...stored.ends, [role]: end },
});

/** A seat that nobody had before. `ticket`: what its player holds until the answer is there. */
export const newEnd = (secret: Secret, ticket: string | undefined): HumanEnd => ({
  keeper: 'human',
  seat: drawId(),
  lock: newLock(ticket === undefined ? null : hashOf(ticket), secret),
  line: null,
});

/** The end whose secret this is: whoever knows it is its player. */
function comingBack(stored: StoredRoom, given: string, next: Secret): Taking | null {
  const hash = hashOf(given);
  for (const role of roles) {
    const end = stored.ends[role];
    if (end.keeper === 'human' && opens(end.lock, hash))
      return { role, end: { ...end, lock: turned(end.lock, hash, next) } };
  }
  return null;
}

interface Taking {
  readonly role: Role;
  readonly end: HumanEnd;
}

/** Takes the empty end of a room, or comes back to it where the answer to the same request was lost. */
export async function join(house: House, room: Room, caller: Caller, ticket: string | undefined): Promise<void> {
  await enter(house, room, caller, (stored, secret) => {
    const own = ticket === undefined ? null : comingBack(stored, ticket, secret);
    if (own !== null) return own;
    const role = roles.find((one) => stored.ends[one].keeper === 'nobody');
    return role === undefined ? refuse('room/full') : { role, end: newEnd(secret, ticket) };
  });
}

/** Comes back to an end. */
export async function resume(house: House, room: Room, caller: Caller, given: string): Promise<void> {
  await enter(house, room, caller, (stored, secret) => comingBack(stored, given, secret) ?? refuse('seat/unknown'));
}

async function enter(
  house: House,
  room: Room,
  caller: Caller,
  take: (stored: StoredRoom, secret: Secret) => Taking | Refusal,
): Promise<void> {
  const secret = newSecret();
  const taken = { seat: '' };
  await house.nodes.freshen();
  const refusal = await change(house, room, (stored) => {
    const taking = take(stored, secret);
    if ('ok' in taking) return taking;
    taken.seat = taking.end.seat;
    return { stored: withEnd(stored, taking.role, onLine(house, caller.guest, taking.end)), match: null };
  });
  if (refusal === null) await sitDown(house, room, caller, { seat: taken.seat, secret: secret.secret });
  else caller.reply(refusal);
}

/** The newest connection has the seat, wherever the older one is. */
export const onLine = ({ nodes }: House, guest: Guest, end: HumanEnd): HumanEnd => ({
  ...end,
  line: { node: nodes.own, id: guest.id },
});

/** Puts a connection on the seat that the record gives it. Its answer leaves before anything else is told to it. */
export async function sitDown(
  house: House,
  room: Room,
  { guest, reply }: Caller,
  { seat, secret }: { readonly seat: string; readonly secret: string },
): Promise<void> {
  const { code } = room.stored;
  dismissOlder(room, house.nodes.own);
  const left = guest.seat;
  guest.seat = { code, seat };
  room.lines.set(seat, guest);
  try {
    await catchUp(house, room);
    await ensureStarted(house, room);
    await settleSeats(house, room);
  } catch (error) {
    // Whoever was not shown the match hears nothing of how it goes on, and asks again.
    room.lines.delete(seat);
    guest.seat = left?.seat === seat ? null : left;
    throw error;
  }
  resetClock(house, room);
  const role = roleOf(room, seat);
  if (role === null) {
    reply(refuse('seat/unknown'));
    return;
  }
  reply({ ok: true, code, secret, ...snapshot(room, role) });
  tellStep(room, otherRole(role));
  tellRoom(room);
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
  room.lines.delete(seat);
  // Who has gone is gone, whatever the store says.
  resetClock(house, room);
  await settleSeats(house, room);
  goOn(house, room);
}
