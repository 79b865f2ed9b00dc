/**
 * The database of a seed: the real statements on the real SQLite, in memory, behind a connection on which everything may
 * take long, fail before or after the commit, or be committed long after it has failed. Its wake-ups may be late, and are
 * lost while nobody listens; whoever listens again is woken for everything, as `Tables` promises.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { openLedger } from '../../server/store/ledger.ts';
import { append, readHeads, readLog, readRoom, saveRoom } from '../../server/store/roomScripts.ts';
import type { Script } from '../../server/store/script.ts';
import { migrate } from '../../server/store/sqliteSchema.ts';
import type { Store } from '../../server/store/store.ts';
import type { Append, Tables } from '../../server/store/tables.ts';
import type { Millis } from '../../shared/time.ts';
import type { Swarm } from './swarm.ts';
import type { World } from './world.ts';

type Hear = (rooms: readonly string[] | null) => void;

/** Where a call comes from. */
export interface Origin {
  readonly name: string;
  readonly isDead: () => boolean;
  readonly after: World['after'];
}

export interface Weather {
  /** Until then every call is refused. */
  refusing: Millis;
  /** Until then no call is answered before. */
  silent: Millis;
  /** Until then calls are slow. */
  slow: Millis;
}

export interface Database {
  readonly tablesFor: (origin: Origin) => Tables;
  /** Looks into it past all faults. */
  readonly truth: Store;
  readonly weather: Weather;
  /** From now on nothing fails. */
  readonly calm: () => void;
  /** A node hears nothing for a while, and then that anything may have happened. */
  readonly deafen: (name: string, until: Millis) => void;
  /** When each version of a match was committed. */
  readonly commits: ReadonlyMap<string, readonly Millis[]>;
}

class Broken extends Error {}

const db = new DatabaseSync(':memory:');
migrate(db, 0);
const prepared = new Map<string, StatementSync>();

function run<T>(script: Script<T>): T {
  let step = script.next();
  while (step.done !== true) {
    const { sql, values } = step.value;
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    step = script.next(statement.all(...values));
  }
  return step.value;
}

function transact<T>(work: () => T): T {
  db.exec('begin immediate');
  try {
    const outcome = work();
    db.exec('commit');
    return outcome;
  } catch (error) {
    db.exec('rollback');
    throw error;
  }
}

function clear(): void {
  for (const table of ['room', 'match', 'command', 'archive', 'node', 'run', 'taken', 'secret'])
    db.exec(`delete from ${table}`);
}

type Perform = <T>(work: () => T) => Promise<T>;
/** Hears of everything that is committed. */
type Told = (room: string, append: Append | null) => void;

const tablesOver = (read: Perform, write: Perform, told: Told): Omit<Tables, 'watch'> => ({
  room: (code) => read(() => run(readRoom(code))),
  saveRoom: (room, match) =>
    write(() => {
      const saved = transact(() => run(saveRoom(room, match)));
      if (saved) told(room.code, null);
      return saved;
    }),
  append: (wanted) =>
    write(() => {
      const outcome = transact(() => run(append(wanted)));
      if (outcome.type === 'appended') told(wanted.room, wanted);
      return outcome;
    }),
  log: (match, from) => read(() => run(readLog(match, from))),
  look: (script) => read(() => run(script())),
  change: (script) => write(() => transact(() => run(script()))),
  heads: (codes) => read(() => codes.flatMap((code) => run(readHeads(code)) ?? [])),
  isPassing: (error) => error instanceof Broken,
  isDamage: () => false,
  close: async () => {},
});

const atOnce: Perform = async (work) => work();

export function openDatabase(world: World, swarm: Swarm): Database {
  clear();
  const { dice } = world;
  const weather: Weather = { refusing: 0, silent: 0, slow: 0 };
  const commits = new Map<string, Millis[]>();
  const ears = new Map<Origin, Hear>();
  const deaf = new Map<string, Millis>();
  const isPolled = dice.chance(0.3);
  let isCalm = false;

  const wake = (from: Origin, room: string): void => {
    for (const [origin, hear] of ears) {
      if (origin === from || origin.isDead()) continue;
      const isLost = !isPolled && world.now() < (deaf.get(origin.name) ?? 0);
      if (isLost) continue;
      const late = isPolled ? dice.fraction() * 250 : world.some(0.5, isCalm ? 20 : 800);
      origin.after(late, () => hear(isPolled ? null : [room]));
    }
  };
  const keep = ({ match, link }: Append): void => {
    const known = commits.get(match) ?? [];
    if (known[link.version] !== undefined) world.blame(`version ${link.version} of match ${match} was committed twice`);
    known[link.version] = world.now();
    commits.set(match, known);
    world.note(`commit ${match} ${link.version} ${link.id ?? ''} ${link.body}`);
  };
  const lag = (): Millis => {
    const silence = Math.max(0, weather.silent - world.now());
    return silence + world.some(0.1, world.now() < weather.slow ? 2500 : 6);
  };
  const isRefused = (): boolean => !isCalm && (world.now() < weather.refusing || dice.chance(0.002));
  const performFor = (origin: Origin, isWrite: boolean): Perform => {
    const answer = (call: () => void): void => void origin.after(lag(), call);
    return (work) =>
      new Promise((resolve, reject) => {
        const act = (): void => {
          try {
            const outcome = work();
            // The answer to some that were kept is lost.
            if (isWrite && isRefused()) answer(() => reject(new Broken('the answer was lost')));
            else answer(() => resolve(outcome));
          } catch (error) {
            answer(() => reject(error));
          }
        };
        const reach = (): void => {
          // What a dead process had asked for may be done or not.
          if (origin.isDead() && dice.chance(0.5)) return;
          if (!isRefused()) return act();
          answer(() => reject(new Broken('the store is not there')));
          if (isWrite && swarm.has('late commits') && dice.chance(0.5)) world.after(world.some(1, 4000), act);
        };
        world.after(lag(), reach);
      });
  };
  const tablesFor = (origin: Origin): Tables => ({
    ...tablesOver(performFor(origin, false), performFor(origin, true), (room, wanted) => {
      if (wanted !== null) keep(wanted);
      wake(origin, room);
    }),
    watch(hear) {
      ears.set(origin, hear);
      return () => void ears.delete(origin);
    },
  });
  const truth = openLedger({ ...tablesOver(atOnce, atOnce, () => {}), watch: () => () => {} }, () => {});
  return {
    tablesFor,
    truth,
    weather,
    calm() {
      isCalm = true;
      Object.assign(weather, { refusing: 0, silent: 0, slow: 0 });
    },
    deafen(name, until) {
      if (isPolled) return;
      deaf.set(name, until);
      for (const [origin, hear] of ears)
        if (origin.name === name) origin.after(until - world.now() + 1, () => hear(null));
    },
    commits,
  };
}
