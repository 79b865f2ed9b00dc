/** Calls again and again, `every` milliseconds apart, the first time after that long; what comes back ends it. */
import type { Millis } from '../shared/time.ts';
import type { Clock } from './clock.ts';

export function repeat(clock: Clock, every: Millis, call: () => void): () => void {
  let end: (() => void) | null = null;
  const next = (): void => {
    end = clock.wake(clock.now() + every, () => {
      next();
      call();
    });
  };
  next();
  return () => end?.();
}

/** A moment in which other things may happen. */
export function pause(clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    clock.wake(clock.now() + 10, resolve);
  });
}
