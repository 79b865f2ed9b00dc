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
import { type Taken, commandKey, fold, work } from './game.ts';
import { type House, setAlarm } from './house.ts';
import { type Room, dueWall, roleOf, setAnchor, tellStep } from './room.ts';
import type { Draft, LogName } from './store/store.ts';

interface Plan {
  readonly command: Command;
  readonly by: Draft['by'];
}

const advance = (at: Millis): Plan => ({ command: { type: 'advance', at }, by: null });

/** Stores and folds in what `plan` wants; null: it wants nothing (any more). `at` is given the present instant. */
async function commit(house: House, room: Room, plan: (at: Millis) => Plan | null): Promise<void> {
  for (;;) {
    const { game } = room;
    const wanted = plan(present(house, room));
    if (wanted === null) return;
    const step = work(game, { ...wanted, version: game.version + 1 });
    const appended = await house.store.append(logOf(room), step.draft, game);
    if (appended.type === 'appended') {
      fold(game, step, appended.entry.hash);
      room.untold.push(...step.events);
      return;
    }
    if (appended.type === 'repeated' && appended.match !== game.id) return;
    if (!(await catchUp(house, room))) throw new Error(`match ${game.id} is not behind, and takes no command`);
  }
}

const logOf = ({ stored, game }: Room): LogName => ({ room: stored.code, match: game.id });

/** Folds in what others have appended; false: nothing. */
async function catchUp(house: House, room: Room): Promise<boolean> {
  const { game } = room;
  const missed = await house.store.entries(logOf(room), game);
  for (const entry of missed) {
    const step = work(game, entry);
    fold(game, step, entry.hash);
    room.untold.push(...step.events);
  }
  if (missed.length > 0) resetClock(house, room);
  return missed.length > 0;
}

function present(house: House, room: Room): Millis {
  const { match } = room.game;
  return Math.max(match.now, virtualAt(room.anchor, house.clock.now(), nextDue(match)));
}

/** Lets the clock run on from where the match stands, and sets the alarm for what comes next. */
export function resetClock(house: House, room: Room): void {
  setAnchor(room, room.game.match.now, house.clock.now(), house.timeScale);
  setAlarm(house, room);
}

/** Starts the clock again under what holds now, and tells everybody what happened. */
export function goOn(house: House, room: Room): void {
  resetClock(house, room);
  tellStep(room, null);
}

/** A match begins when both ends are taken; also one that a crash kept from beginning. */
export async function ensureStarted(house: House, room: Room): Promise<void> {
  await commit(house, room, (at) =>
    room.game.match.phase === 'waiting' && roles.every((role) => room.stored.ends[role].keeper !== 'nobody')
      ? { command: { type: 'start', at }, by: null }
      : null,
  );
}

/**
 * Somebody comes or goes (`move` says who): the match is brought to the present instant, and the clock goes on from
 * there under what holds now. Another rate takes a version of its own, because a page passes over an update whose
 * version it has seen.
 */
export async function rearrange(house: House, room: Room, move: () => void): Promise<void> {
  const { rate } = room.anchor;
  const { game } = room;
  const { version } = game;
  try {
    if (rate > 0) await commit(house, room, (at) => (at > game.match.now ? advance(at) : null));
  } finally {
    // Who has gone is gone, whatever the store says.
    move();
    resetClock(house, room);
  }
  if (room.anchor.rate === rate || game.version > version) return;
  await commit(house, room, advance);
  resetClock(house, room);
}

/** The alarm of a room rang: whatever is due happens. */
export async function tick(house: House, room: Room): Promise<void> {
  const due = nextDue(room.game.match);
  const at = dueWall(room);
  if (due === null || at === null || house.clock.now() < at) {
    setAlarm(house, room);
    return;
  }
  await commit(house, room, advance);
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
  await commit(house, room, (at) =>
    room.game.taken.has(key) || whyNot(room, seat, request) !== null
      ? null
      : { command: { type: 'move', at, role, move }, by },
  );
  if (room.game.version > before) goOn(house, room);
  const taken = room.game.taken.get(key);
  return taken === undefined ? (whyNot(room, seat, request) ?? refuse('server/failed')) : repeat(taken, request);
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
