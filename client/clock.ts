/**
 * The page's only reader of the wall clock, and the virtual time that is shown: the server says how late it is
 * and how fast time runs, the page fills in between. What is shown never jumps: it runs at the same rate and
 * closes what is left of a difference softly.
 */
import type { Millis } from '../shared/time.ts';

/** Milliseconds of the wall clock since the page began. */
export const wall = (): number => performance.now();

/** The day by this machine's calendar, as a whole number: tomorrow is one more. */
export const today = (): number => Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / 86_400_000);

/** How fast a difference is closed: after this many wall milliseconds a third of it is left. */
const SOFTNESS = 110;

/**
 * What to show `dt` wall milliseconds after `shown`, when `target` is the time there should be now. It never runs
 * backwards while it runs; where time stands, what ran ahead of it comes back, for then its numbers are read.
 */
export function chase(shown: Millis, target: Millis, rate: number, dt: number): Millis {
  const carried = shown + rate * dt;
  const closed = carried + (target - carried) * (1 - Math.exp(-dt / SOFTNESS));
  if (Math.abs(target - closed) < 0.01) return target;
  return rate === 0 ? closed : Math.max(shown, closed);
}

interface Anchor {
  readonly at: Millis;
  readonly rate: number;
  readonly wall: number;
}

let anchor: Anchor = { at: 0, rate: 0, wall: 0 };
let shown: Millis = 0;
let readAt = 0;

/** The server's word: it is `at` now, and `rate` virtual milliseconds pass in one of the wall clock. */
export function setVirtualTime(at: Millis, rate: number, jump: boolean): void {
  virtualNow();
  anchor = { at, rate, wall: wall() };
  if (jump) shown = at;
}

/** The virtual time to show now. */
export function virtualNow(): Millis {
  const now = wall();
  const target = anchor.at + (now - anchor.wall) * anchor.rate;
  shown = chase(shown, target, anchor.rate, now - readAt);
  readAt = now;
  return shown;
}

/** Whether time is moving on the screen, so that somebody has to draw it. */
export const timeFlows = (): boolean => anchor.rate !== 0 || shown !== anchor.at;
