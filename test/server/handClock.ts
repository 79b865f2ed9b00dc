import type { Clock } from '../../server/clock.ts';

/** A clock that goes when it is told to. */
export function handClock(): Clock & { readonly go: (to: number) => void; readonly timers: () => number } {
  let now = 0;
  let timers: { readonly at: number; readonly call: () => void }[] = [];
  return {
    now: () => now,
    date: () => now,
    wake(at, call) {
      const timer = { at, call };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    go(to) {
      now = to;
      const due = timers.filter((timer) => timer.at <= now);
      timers = timers.filter((timer) => timer.at > now);
      for (const { call } of due) call();
    },
    timers: () => timers.length,
  };
}
