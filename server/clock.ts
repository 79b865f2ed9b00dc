/**
 * The real clock, and the only file of the server that reads it. It never goes back and does not follow
 * corrections of the wall clock: a jump by an hour moves no match.
 */
import { performance } from 'node:perf_hooks';
import type { Millis } from '../shared/time.ts';

export interface Clock {
  /** Milliseconds since this process began. */
  readonly now: () => Millis;
  /** Whole milliseconds since 1970: where the wall clock stood when this process began, and `now` from there. */
  readonly date: () => Millis;
  /** Calls once, at `at` or a little later; the function that comes back calls it off. */
  readonly wake: (at: Millis, call: () => void) => () => void;
}

/** Node fires at once where a delay is larger than 31 bits; whoever wakes looks at the clock again anyway. */
const longest = 3_600_000;

export const realClock: Clock = {
  now: () => performance.now(),
  date: () => Math.floor(performance.timeOrigin + performance.now()),
  wake(at, call) {
    const delay = Math.min(longest, Math.max(0, Math.ceil(at - performance.now())));
    const timer = setTimeout(call, delay);
    return () => clearTimeout(timer);
  },
};
