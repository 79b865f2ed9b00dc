/**
 * One process of the server: the real house with its doors, over a clock and a store that belong to the simulation. What
 * `wire.ts` does around the doors is done here for lines of the simulation.
 */
import type { Clock } from '../../server/clock.ts';
import { drawId } from '../../server/chance.ts';
import { type AnyAnswer, doorOf } from '../../server/doors.ts';
import { type House, keepTrack, openHouse, settled } from '../../server/house.ts';
import { followNeighbours } from '../../server/neighbours.ts';
import { ring } from '../../server/reread.ts';
import { createQueue } from '../../server/queue.ts';
import type { Guest } from '../../server/room.ts';
import { goAway } from '../../server/seats.ts';
import { openLedger } from '../../server/store/ledger.ts';
import { isPassing } from '../../server/store/passing.ts';
import type { Watch } from '../../server/watch/watch.ts';
import { refuse } from '../../shared/protocol/refusal.ts';
import type { Millis } from '../../shared/time.ts';
import type { Database } from './database.ts';
import type { FromPage, ServerEnd } from './line.ts';
import type { World } from './world.ts';

export interface ServerNode {
  readonly name: string;
  readonly house: House;
  readonly isDead: () => boolean;
  /** Nothing new gets in: it is dead, or about to end. */
  readonly isShut: () => boolean;
  readonly after: World['after'];
  readonly welcome: (line: ServerEnd) => ServerSide;
  /** Like `kill -9`: what it had in memory is gone. */
  readonly crash: () => void;
  /** Like SIGTERM. */
  readonly close: () => Promise<void>;
  /** Like SIGSTOP and, that much later, SIGCONT. */
  readonly freeze: (for_: Millis) => void;
}

export interface ServerSide {
  readonly hear: (message: FromPage) => void;
  readonly ended: () => void;
}

export interface NodeParts {
  readonly name: string;
  readonly database: Database;
  readonly timeScale: number;
  readonly idleAfter: Millis;
}

/** Requests of one connection that may wait for their answers at the same time: as in `wire.ts`. */
const patience = 16;

export function openNode(world: World, { name, database, timeScale, idleAfter }: NodeParts): ServerNode {
  const born = world.now();
  const date = 1_700_000_000_000 + world.dice.below(5000);
  let isDead = false;
  let thaws = 0;
  const after: World['after'] = (delay, call) => {
    let off = world.after(delay, function arrive() {
      if (isDead) return;
      if (world.now() < thaws) off = world.after(thaws - world.now() + 0.001, arrive);
      else call();
    });
    return () => off();
  };
  const clock: Clock = {
    now: () => world.now() - born,
    date: () => date + Math.floor(world.now()),
    wake: (at, call) => after(at - (world.now() - born) + world.some(0, 4), call),
  };
  const store = openLedger(database.tablesFor({ name, isDead: () => isDead, after }), (damage) =>
    world.blame(`${name}: ${damage.message}`),
  );
  const house = openHouse({ store, clock, watch: watchFor(world, name), timeScale, idleAfter }, ring);
  const leave = followNeighbours(house);
  const lines = new Set<ServerEnd>();
  const die = (): void => {
    isDead = true;
    for (const line of lines) line.lose();
    lines.clear();
  };
  return {
    name,
    house,
    isDead: () => isDead,
    isShut: () => isDead || house.closing,
    after,
    welcome(line) {
      lines.add(line);
      return welcome(world, house, line, () => lines.delete(line));
    },
    crash: die,
    async close() {
      // As in `main.ts`: an end that takes longer has failed.
      world.after(4000, die);
      house.closing = true;
      house.alarms.close();
      for (const line of lines) line.say({ type: 'told', name: 'closing', text: null });
      await settled(house);
      for (const line of lines) line.hangUp();
      await settled(house);
      await leave();
      die();
    },
    freeze(long) {
      thaws = Math.max(thaws, world.now() + long);
      // By then the pages miss its pings.
      const deaf = [...lines];
      world.after(4500, () => {
        if (world.now() < thaws) for (const line of deaf) line.lose();
      });
    },
  };
}

const nothing = (): void => {};

/** The eyes of the operator: an error that is not the weather's is a broken promise. */
function watchFor(world: World, name: string): Watch {
  const error = (content: unknown, message?: unknown): void => {
    const err = typeof content === 'object' && content !== null && 'err' in content ? content.err : content;
    if (isPassing(err)) world.note(`${name} ${String(message)}: ${err.message}`);
    else world.blame(`${name} ${String(message)}: ${err instanceof Error ? err.stack : String(err)}`);
  };
  const meter = { answered: nothing, refused: nothing, cut: nothing, stored: nothing, failed: nothing, close: nothing };
  return {
    log: { debug: nothing, info: nothing, warn: nothing, error, fatal: error },
    meter: { ...meter, page: async () => ({ type: '', text: '' }) },
  };
}

function welcome(world: World, house: House, line: ServerEnd, forget: () => void): ServerSide {
  let wasSuperseded = false;
  const guest: Guest = {
    id: drawId(),
    tell(name, ...content) {
      if (name === 'superseded') wasSuperseded = true;
      line.say({ type: 'told', name, text: content[0] === undefined ? null : JSON.stringify(content[0]) });
    },
    seat: null,
    queue: createQueue(),
  };
  const reply = ({ n, name }: FromPage, answer: AnyAnswer): void => {
    if (answer.ok && 'secret' in answer) wasSuperseded = false;
    if (answer.ok && name === 'command' && wasSuperseded) world.blame('a connection that was superseded still moves');
    line.say({ type: 'answer', n, name, seat: guest.seat?.seat ?? null, text: JSON.stringify(answer) });
  };
  return {
    hear(message) {
      const door = doorOf(message.name);
      if (door === null) throw new Error(`there is no door ${message.name}`);
      if (house.closing) return reply(message, refuse('server/closing'));
      if (guest.queue.size() >= patience) return reply(message, refuse('server/busy'));
      const content: unknown = JSON.parse(message.text);
      const task = guest.queue.run(() => door.open(house, guest, content, (answer) => reply(message, answer)));
      task.catch((error: unknown) => reply(message, refuse(isPassing(error) ? 'server/cannot-save' : 'server/failed')));
      keepTrack(house, task);
    },
    ended() {
      forget();
      const gone = guest.queue.run(async () => {
        if (guest.seat !== null) goAway(house, guest, guest.seat);
      });
      keepTrack(house, gone);
    },
  };
}
