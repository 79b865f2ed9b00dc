/** All rooms of this process: found in memory or in the store, each with its queue, and the clock that moves them. */
import { roles } from '../shared/game/role.ts';
import { RULES } from '../shared/game/rules.ts';
import { type RefusalCode, refuse } from '../shared/protocol/refusal.ts';
import { type Alarms, createAlarms } from './alarms.ts';
import { drawId } from './chance.ts';
import type { Clock } from './clock.ts';
import { type Game, foldAll } from './game.ts';
import { createQueue } from './queue.ts';
import { type Nodes, openNodes } from './nodes.ts';
import { wakeAt } from './presence.ts';
import { type Room, company } from './room.ts';
import { damage, isDamage } from './store/chain.ts';
import type { StoredRoom } from './store/records.ts';
import type { Store } from './store/store.ts';
import { type Watch, reportFailure } from './watch/watch.ts';

type Tick = (house: House, room: Room) => Promise<void>;

/** Rooms in memory from which on idle ones leave soon: they come back from the store when somebody asks. */
const crowd = 2000;
const soon = 10_000;

/** Milliseconds until a room whose step could not be stored tries again. */
const retryAfter = 500;

export interface House {
  readonly store: Store;
  readonly clock: Clock;
  readonly watch: Watch;
  readonly timeScale: number;
  /** How long a room stays in memory without a connection, in milliseconds. */
  readonly idleAfter: number;
  readonly alarms: Alarms;
  readonly rooms: Map<string, Promise<Room | null>>;
  /** Those with a connection of this node. */
  readonly inUse: Map<string, Room>;
  readonly nodes: Nodes;
  /** Codes of rooms whose records are damaged: nobody gets in, until somebody has repaired the store. */
  readonly quarantine: Set<string>;
  /** What is being done now; empty when the house may be closed. */
  readonly doing: Set<Promise<null>>;
  closing: boolean;
}

export function openHouse(
  parts: Pick<House, 'store' | 'clock' | 'watch' | 'timeScale' | 'idleAfter'>,
  tick: Tick,
): House {
  const alarms = createAlarms(parts.clock, (code) => {
    keepTrack(
      house,
      visit(house, code, (room) => ring(house, room, tick)),
    );
  });
  const house: House = {
    ...parts,
    alarms,
    nodes: openNodes(parts.store, parts.clock, drawId()),
    rooms: new Map(),
    inUse: new Map(),
    quarantine: new Set(),
    doing: new Set(),
    closing: false,
  };
  return house;
}

/** Counts `task` as being done, and reports it if it fails. */
export function keepTrack(house: House, task: Promise<unknown>): void {
  const { promise, resolve } = Promise.withResolvers<null>();
  house.doing.add(promise);
  const end = (): void => {
    house.doing.delete(promise);
    resolve(null);
  };
  void task.catch((error: unknown) => reportFailure(house.watch, error)).finally(end);
}

/** Waits until nothing is being done any more. */
export async function settled(house: House): Promise<void> {
  while (house.doing.size > 0) await Promise.all(house.doing);
}

/** Runs `task` in the queue of a room; null where there is no such room to play in: `whyNoRoom`. */
export async function visit<T>(house: House, code: string, task: (room: Room) => Promise<T>): Promise<T | null> {
  if (house.quarantine.has(code)) return null;
  try {
    const room = await find(house, code);
    return room === null ? null : await room.queue.run(() => attempt(house, room, task));
  } catch (error) {
    if (!isDamage(error)) throw error;
    await quarantine(house, code);
    house.watch.meter.failed();
    house.watch.log.error({ room: code, err: error }, 'a damaged room was closed');
    return null;
  }
}

/** Where the store fails in the middle, what it was asked for may be there all the same: the room is read again soon. */
async function attempt<T>(house: House, room: Room, task: (room: Room) => Promise<T>): Promise<T> {
  try {
    return await task(room);
  } catch (error) {
    room.isInDoubt = true;
    if (!isDamage(error)) setAlarm(house, room);
    throw error;
  }
}

/** Shuts a damaged room: whoever is in it is told, and the other rooms go on. */
async function quarantine(house: House, code: string): Promise<void> {
  const known = house.rooms.get(code);
  house.quarantine.add(code);
  house.rooms.delete(code);
  house.inUse.delete(code);
  house.alarms.set(code, null);
  const room = await known?.catch(() => null);
  if (room === null || room === undefined) return;
  for (const { guest } of company(room)) {
    guest.seat = null;
    guest.tell('refused', refuse('room/damaged'));
  }
  room.lines.clear();
}

/** Sets the one alarm of a room: the next thing to happen in it, or its way out of memory. */
export function setAlarm(house: House, room: Room): void {
  const { code } = room.stored;
  if (room.lines.size === 0) house.inUse.delete(code);
  else house.inUse.set(code, room);
  const idleAfter = house.rooms.size > crowd ? Math.min(soon, house.idleAfter) : house.idleAfter;
  const now = house.clock.now();
  const next = room.isInDoubt ? now + retryAfter : wakeAt(house, room);
  house.alarms.set(code, room.lines.size === 0 ? now + idleAfter : next);
}

async function ring(house: House, room: Room, tick: Tick): Promise<void> {
  if (room.lines.size === 0) await leaveMemory(house, room);
  else await tick(house, room);
}

/** A match that has ended goes to the archive; whatever comes next in the room's queue finds it awake. */
async function leaveMemory(house: House, room: Room): Promise<void> {
  const { code } = room.stored;
  const isOver = room.game.match.phase === 'finished';
  if (isOver) await house.nodes.freshen();
  const isResting = isOver && mayRest(house, room.stored) && (await house.store.archive(code, room.revision));
  // The queue holds this task only: nobody is on the way in.
  if (room.queue.size() === 1) house.rooms.delete(code);
  else {
    if (isResting) await house.store.room(code);
    setAlarm(house, room);
  }
}

/** Nobody can be in this room, on whichever node. */
export const mayRest = ({ nodes, inUse }: House, { code, ends }: StoredRoom): boolean =>
  !inUse.has(code) &&
  roles.every((role) => {
    const end = ends[role];
    const line = end.keeper === 'human' ? end.line : null;
    return line === null || line.node === nodes.own || !nodes.isAlive(line.node);
  });

function find(house: House, code: string): Promise<Room | null> {
  const known = house.rooms.get(code);
  if (known !== undefined) return known;
  const loading = load(house, code);
  house.rooms.set(code, loading);
  const forget = (): void => {
    if (house.rooms.get(code) === loading) house.rooms.delete(code);
  };
  loading.then((room) => (room === null ? forget() : setAlarm(house, room)), forget);
  return loading;
}

/** Why `visit` found no room. */
export async function whyNoRoom({ store, quarantine: shut }: House, code: string): Promise<RefusalCode> {
  if (shut.has(code)) return 'room/damaged';
  return (await store.room(code)) === null ? 'room/unknown' : 'room/old-rules';
}

async function load({ store, clock }: House, code: string): Promise<Room | null> {
  const found = await store.room(code);
  if (found === null) return null;
  const game = await loadGame(store, found.room);
  return game === null ? null : inMemory(found.room, found.revision, game, clock.now());
}

export const inMemory = (stored: StoredRoom, revision: number, game: Game, wall: number): Room => ({
  stored,
  revision,
  game,
  // Nobody is connected yet: time stands still where the log ends.
  anchor: { virtual: game.match.now, wall, rate: 0 },
  lines: new Map(),
  away: new Map(roles.filter((role) => game.match.ends[role].seat === 'away').map((role) => [role, wall])),
  untold: [],
  told: game.version,
  toldRoom: '',
  isInDoubt: false,
  queue: createQueue(),
});

/**
 * The match of a room, folded from its log; null: by our rules it would fold to another match than the one that was
 * played.
 */
export async function loadGame(
  store: Store,
  { code, match }: Pick<StoredRoom, 'code' | 'match'>,
): Promise<Game | null> {
  const stored = await store.match({ room: code, match });
  if (stored === null) throw damage(code, `match ${match} is gone`);
  return stored.setup.rules === RULES ? foldAll(match, stored) : null;
}
