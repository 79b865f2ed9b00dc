/** Opening a room, and the next match in it. */
import { type Role, roles } from '../shared/game/role.ts';
import { drawSetup } from '../shared/game/setup.ts';
import type { Answer } from '../shared/protocol/answer.ts';
import { refuse } from '../shared/protocol/refusal.ts';
import type { Request } from '../shared/protocol/request.ts';
import { drawCode, drawId, drawRole, drawSeed } from './chance.ts';
import { type House, visit } from './house.ts';
import { goOn, settleSeats } from './play.ts';
import { turnOver } from './reread.ts';
import type { StoredEnd, StoredRoom } from './store/records.ts';
import { type Room, roleOf } from './room.ts';
import { type Caller, change, newEnd, onLine, sitDown } from './seats.ts';
import { newSecret } from './secret.ts';
import type { NewMatch } from './store/store.ts';

/** Opens a room and takes a seat in it. */
export async function create(house: House, caller: Caller, request: Request<'create'>): Promise<void> {
  const { opponent, weather, clock, judging, locale, standIn } = request;
  const role = drawRole(request.role);
  const secret = newSecret();
  const own = onLine(house, caller.guest, newEnd(secret, undefined));
  const other: StoredEnd = { keeper: opponent === 'bot' ? 'bot' : 'nobody' };
  const keeper = opponent === 'bot' ? 'bot' : 'human';
  const setup = drawSetup({
    seed: drawSeed(),
    weather,
    clock,
    judging,
    closer: drawRole(request.closer),
    keepers: role === 'client' ? { client: 'human', server: keeper } : { client: keeper, server: 'human' },
    locale,
  });
  const match = { id: drawId(), setup };
  const ends = role === 'client' ? { client: own, server: other } : { client: other, server: own };
  const room = { weather, clock, locale, ends, match: match.id, before: null, rematch: [], standIn };
  await house.nodes.freshen();
  const code = await firstFree(house, room, match);
  const chair = { seat: own.seat, secret: secret.secret };
  await visit(house, code, (opened) => sitDown(house, opened, caller, chair));
}

/** Stores the room under the first code drawn that no other room has. */
async function firstFree(house: House, room: Omit<StoredRoom, 'code'>, match: NewMatch): Promise<string> {
  for (;;) {
    const code = drawCode();
    const first = { room: { ...room, code }, revision: 1, match, at: house.clock.date() };
    if ((await house.store.saveRoom(first)) === 'saved') return code;
  }
}

/** Notes who wants a rematch; when both do, it begins. */
export async function rematch(
  house: House,
  room: Room,
  seat: string,
  { match }: Request<'rematch'>,
): Promise<Answer<'rematch'>> {
  const asking = roleOf(room, seat);
  // It began already: the answer was lost on the way to somebody who asks again.
  if (match === room.stored.before) return { ok: true };
  if (asking === null || match !== room.game.id || room.game.match.phase !== 'finished')
    return refuse('rematch/not-finished');
  const refusal = await change(house, room, (stored) =>
    stored.match === match ? ask(room, stored, asking) : { stored, match: null },
  );
  if (refusal !== null) return refusal;
  // Another node may have turned it over while this one stored the wish.
  if (room.stored.match !== room.game.id) await turnOver(house, room);
  await settleSeats(house, room);
  goOn(house, room);
  return { ok: true };
}

function ask(
  room: Room,
  stored: StoredRoom,
  asking: Role,
): { readonly stored: StoredRoom; readonly match: NewMatch | null } {
  const wants = (role: Role): boolean =>
    role === asking || stored.rematch.includes(role) || stored.ends[role].keeper === 'bot';
  const wanting = roles.filter(wants);
  if (wanting.length < roles.length) return { stored: { ...stored, rematch: wanting }, match: null };
  const next = { id: drawId(), setup: swapped(room, stored) };
  const ends = { client: stored.ends.server, server: stored.ends.client };
  return { stored: { ...stored, ends, match: next.id, before: stored.match, rematch: [] }, match: next };
}

/** The same sea, and everybody at the other end: each does now what the other did. */
function swapped(room: Room, { weather, clock, locale }: StoredRoom): NewMatch['setup'] {
  const { closer, judging, keepers } = room.game.setup;
  return drawSetup({
    seed: drawSeed(),
    weather,
    clock,
    judging,
    closer,
    keepers: { client: keepers.server, server: keepers.client },
    locale,
  });
}
