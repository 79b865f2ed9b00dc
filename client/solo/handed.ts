/**
 * Attempts that the server hands out: the seed of a run that may stand on a board. One is asked for while the card of
 * a level is read, so that the level begins at once. Without a server it begins all the same, with numbers of its own.
 */
import type { Answers } from '../../shared/protocol/answer.ts';
import { wall } from '../clock.ts';
import { type Line, ask, line } from '../net/socket.ts';

export type Handed = Omit<Answers['attempt'], 'ok'>;

interface Asked {
  readonly at: number;
  readonly answer: Promise<Handed | null>;
}

/** By level; each is for one attempt. */
const ready = new Map<string, Asked>();
/** The server takes an attempt back after a day; whoever left the card open for longer than this gets a new one. */
const stale = 3_600_000;
/** Nobody waits longer than this for a level to begin. */
const patience = 1500;

/** Asks for an attempt at this level, if there is none and the line stands. */
export function askAhead(level: string): void {
  const before = ready.get(level);
  if (before !== undefined && wall() - before.at < stale) return;
  if (line.peek() === 'online') ready.set(level, { at: wall(), answer: request(level) });
}

async function request(level: string): Promise<Handed | null> {
  const reply = await ask('attempt', { level });
  if (reply.ok) return { attempt: reply.attempt, seed: reply.seed, nickname: reply.nickname };
  ready.delete(level);
  return null;
}

/** The attempt to play now; null: there is no server to verify it. */
export async function takeHanded(level: string): Promise<Handed | null> {
  await lineUp(patience);
  askAhead(level);
  const asked = ready.get(level);
  if (asked === undefined) return null;
  const handed = await Promise.race([asked.answer, nothingAfter(patience)]);
  if (handed !== null) ready.delete(level);
  return handed;
}

const nothingAfter = (time: number): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(null), time);
  });

/** While the page is still connecting: until it is known whether there is a server. */
function lineUp(time: number): Promise<void> {
  if (line.peek() !== 'connecting') return Promise.resolve();
  return new Promise((resolve) => {
    const giveUp = setTimeout(done, time);
    const stop = line.subscribe((now: Line) => {
      if (now !== 'connecting') queueMicrotask(done);
    });
    function done(): void {
      clearTimeout(giveUp);
      stop();
      resolve();
    }
  });
}
