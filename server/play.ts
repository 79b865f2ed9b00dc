/**
 * The one way in which a match changes: a command gets the present instant, is worked out, stored, and only then
 * folded in. If another process was first, its entries are folded in and the plan is made again.
 */
import { nextDue } from '../shared/game/pace.ts';
import { roles } from '../shared/game/role.ts';
import type { Command } from '../shared/game/command.ts';
import type { Millis } from '../shared/time.ts';
import type { Answer } from '../shared/protocol/answer.ts';
import { type Refusal, refuse } from '../shared/protocol/refusal.ts';
import type { Request } from '../shared/protocol/request.ts';
import { virtualAt } from './anchor.ts';
import { type Taken, commandKey, work } from './game.ts';
import { type House, loadGame, setAlarm } from './house.ts';
import { changeOf, isOrphaned, rateOf, standInAt } from './presence.ts';
import { type Room, dueWall, roleOf, takeStep, tellRoom, tellStep } from './room.ts';
import type { Draft, LogName } from './store/store.ts';

interface Plan {
  readonly command: Command;
  readonly by: Draft['by'];
}

/** `elsewhere`: this seat used this id in another match of the room. */
type Outcome = 'done' | 'nothing' | 'elsewhere';

/** Stores and folds in what `plan` wants; null: it wants nothing (any more). `at` is given the present instant. */
async function commit(house: House, room: Room, plan: (at: Millis) => Plan | null): Promise<Outcome> {
  for (;;) {
    const { game } = room;
    const wanted = plan(present(house, room));
    if (wanted === null) return 'nothing';
    const step = work(game, { ...wanted, version: game.version + 1 });
    const appended = await house.store.append(logOf(room), step.draft, game);
    if (appended.type === 'appended') {
      takeStep(room, step, appended.entry.hash, house.clock.now());
      return 'done';
    }
    if (appended.type === 'repeated' && appended.match !== game.id) return 'elsewhere';
    if (!(await catchUp(house, room))) throw new Error(`match ${game.id} is not behind, and takes no command`);
  }
}

const logOf = ({ stored, game }: Room): LogName => ({ room: stored.code, match: game.id });

/** Folds in what others have appended; false: nothing. */
export async function catchUp(house: House, room: Room): Promise<boolean> {
  const { game } = room;
  const missed = await house.store.entries(logOf(room), game);
  for (const entry of missed) takeStep(room, work(game, entry), entry.hash, house.clock.now());
  if (missed.length > 0) resetClock(house, room);
  return missed.length > 0;
}

function present(house: House, room: Room): Millis {
  const { match } = room.game;
  return Math.max(match.now, virtualAt(room.anchor, house.clock.now(), nextDue(match)));
}

/** Lets the clock run on from where the match stands, and sets the alarm for what comes next. */
export function resetClock(house: House, room: Room): void {
  room.anchor = { virtual: room.game.match.now, wall: house.clock.now(), rate: rateOf(house, room) };
  setAlarm(house, room);
}

/** Starts the clock again under what holds now, and tells everybody what happened. */
export function goOn(house: House, room: Room): void {
  resetClock(house, room);
  tellStep(room, null);
  tellRoom(room);
}

/** A match begins when both ends are taken; also one that a crash kept from beginning. */
export async function ensureStarted(house: House, room: Room): Promise<void> {
  await commit(house, room, (at) =>
    room.game.match.phase === 'waiting' && roles.every((role) => room.stored.ends[role].keeper !== 'nobody')
      ? { command: { type: 'start', at }, by: null }
      : null,
  );
}

/** Brings the log up to who is here now. Another rate of time comes under a version of its own by that. */
export async function settleSeats(house: House, room: Room): Promise<void> {
  // A node that seems dead may have begun to count again just before it wrote into this room.
  if (roles.some((role) => isOrphaned(house, room, role))) await house.nodes.beat();
  for (const role of roles)
    await commit(house, room, (at) => {
      const to = changeOf(house, room, role);
      return to === null ? null : { command: { type: 'seat', at, role, to }, by: null };
    });
}

/** Whatever is due happens. */
export async function tick(house: House, room: Room): Promise<void> {
  await settleSeats(house, room);
  await commit(house, room, (at) => {
    const due = dueWall(room);
    return due !== null && due <= house.clock.now() ? { command: { type: 'advance', at }, by: null } : null;
  });
  for (const role of roles)
    await commit(house, room, (at) => {
      const due = standInAt(room, role);
      const isDue = due !== null && due <= house.clock.now();
      return isDue ? { command: { type: 'seat', at, role, to: 'bot' }, by: null } : null;
    });
  goOn(house, room);
}

/** A move. Everybody hears of it before its player gets the answer. */
export async function takeMove(
  house: House,
  room: Room,
  seat: string,
  request: Request<'command'>,
): Promise<Answer<'command'>> {
  const { id, role, move } = request;
  const by = { seat, id };
  const key = commandKey(by);
  const before = room.game.version;
  const outcome = await commit(house, room, (at) =>
    room.game.taken.has(key) || whyNot(room, seat, request) !== null
      ? null
      : { command: { type: 'move', at, role, move }, by },
  );
  if (room.game.version > before) goOn(house, room);
  if (outcome === 'elsewhere') return refuse('move/other-command');
  const taken = room.game.taken.get(key) ?? (await takenBefore(house, room, key, request));
  return taken === null ? (whyNot(room, seat, request) ?? refuse('server/failed')) : repeat(taken, request);
}

/** The answer was lost, and then the next match began: the command is in the log of the one before. */
async function takenBefore(
  { store }: House,
  { stored }: Room,
  key: string,
  { match }: Request<'command'>,
): Promise<Taken | null> {
  if (match !== stored.before) return null;
  const game = await loadGame(store, { code: stored.code, match });
  return game?.taken.get(key) ?? null;
}

function whyNot(room: Room, seat: string, request: Request<'command'>): Refusal | null {
  if (request.role !== roleOf(room, seat)) return refuse('move/not-yours');
  if (request.match !== room.game.id || room.game.match.phase === 'finished') return refuse('move/finished');
  return room.game.match.phase === 'waiting' ? refuse('move/not-started') : null;
}

/** The answer that this command got, or would have got if it had come back. */
function repeat({ version, role, move, verdict }: Taken, request: Request<'command'>): Answer<'command'> {
  const same = role === request.role && JSON.stringify(move) === JSON.stringify(request.move);
  return same ? { ok: true, version, verdict } : refuse('move/other-command');
}
