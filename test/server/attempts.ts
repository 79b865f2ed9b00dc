/** Attempts at levels as an honest client makes them, over a real socket, with a clock that the test moves. */
import type { Entry } from '../../shared/levels/attempt.ts';
import { levelOf } from '../../shared/levels/catalogue.ts';
import type { Course } from '../../shared/levels/course.ts';
import type { Answer } from '../../shared/protocol/answer.ts';
import { type Log, packRun } from '../../shared/protocol/log.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Request } from '../../shared/protocol/request.ts';
import { newSecret } from '../../server/secret.ts';
import { playWay, theCourse } from '../shared/levels/ways.ts';
import { expect } from 'vitest';
import { handClock } from './handClock.ts';
import { type Player, type Server, connect, good, startServer } from './harness.ts';

export type HandClock = ReturnType<typeof handClock>;
/** A run of moves; labs have theirs in `labRuns.test.ts`. */
export type RunRequest = Omit<Request<'run'>, 'log'> & { readonly log: Log };

export interface Arena {
  readonly server: Server;
  readonly clock: HandClock;
  readonly player: Player;
}

/** A server whose clock stands still, and one connection. */
export async function openArena(dataDir?: string, clock: HandClock = handClock()): Promise<Arena> {
  const server = await startServer(dataDir === undefined ? {} : { dataDir }, { clock });
  return { server, clock, player: await connect(server) };
}

export const later = (clock: HandClock, passed: number): void => clock.go(clock.now() + passed);

/** The time of the last entry. */
const lasted = (entries: readonly Entry[]): number => entries.at(-1)?.wall ?? 0;

export function theLevel(id: string): NonNullable<ReturnType<typeof levelOf>> {
  const level = levelOf(id);
  if (level === null) throw new Error(id);
  return level;
}

/** The par of a level at this pace, as it is sent. */
export function honest(id: string, seed: number, think = 1500): Pick<RunRequest, 'level' | 'seed' | 'log'> & Packed {
  const course = theCourse(theLevel(id), seed);
  return packed(course, seed, playWay(course, seed, { think }).entries);
}
type Packed = Pick<RunRequest, 'version' | 'rules' | 'claim'> & { readonly lasted: number };

function packed(course: Course, seed: number, entries: readonly Entry[]) {
  const run = packRun(course, seed, entries);
  if (run === null) throw new Error('does not fit into a message');
  return { ...run, lasted: lasted(entries) };
}

export const newPlayer = (): string => newSecret().secret;

/** A whole attempt: the seed is asked for, the par is played while the clock goes on. What is sent comes back. */
export async function prepare({ player, clock }: Arena, id: string, think = 1500): Promise<RunRequest> {
  const { attempt, seed } = good(await player.ask('attempt', { level: id }));
  const { lasted: time, ...run } = honest(id, seed, think);
  later(clock, time);
  return { attempt, player: newPlayer(), nickname: 'Calm Heron 27', ...run };
}

/** Prepares a run, changes it, and sends it. */
export async function sendChanged(
  arena: Arena,
  id: string,
  change: (run: RunRequest) => object,
): Promise<Answer<'run'>> {
  const run = await prepare(arena, id);
  return sendRaw(arena.player, change(run));
}

/** What the types forbid, too. */
export async function sendRaw(player: Player, content: object): Promise<Answer<'run'>> {
  const answer: Answer<'run'> = await player.socket.emitWithAck('run', content);
  return answer;
}

export const refusal = (code: Refusal['code']) => ({ ok: false, code, message: expect.any(String) });

/** The log with one entry changed. */
export const withEntry = (log: Log, n: number, change: (entry: Log[number]) => Log[number]): Log =>
  log.map((entry, i) => (i === n ? change(entry) : entry));
