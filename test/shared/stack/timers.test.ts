import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrange, firstDue, keepFirst, type Sleeper, type Timers } from '../../../shared/stack/timers.ts';

interface Clock extends Sleeper {
  deadline: number;
}

/** Sleepers 0..7, each with a deadline that moves; Infinity: none. */
function bedroom(): { readonly clocks: readonly Clock[]; readonly timers: Timers<Clock> } {
  const clocks = Array.from({ length: 8 }, (_, id): Clock => ({ id, wakeAt: Infinity, deadline: Infinity }));
  return { clocks, timers: { heap: [], find: (id) => clocks[id], deadlineOf: ({ deadline }) => deadline } };
}

test('the first is always the earliest deadline, and of equals the lowest number', () => {
  const step = fc.record({ id: fc.nat(7), deadline: fc.oneof(fc.nat(20), fc.constant(Infinity)), ask: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { clocks, timers } = bedroom();
      for (const { id, deadline, ask } of steps) {
        const clock = clocks[id];
        if (clock === undefined) continue;
        clock.deadline = deadline;
        arrange(timers, clock);
        if (!ask) continue;
        const expected = clocks
          .filter((each) => each.deadline !== Infinity)
          .toSorted((a, b) => a.deadline - b.deadline || a.id - b.id)[0];
        const first = firstDue(timers);
        expect(first?.who.id).toBe(expected?.id);
        expect(first?.at).toBe(expected?.deadline);
        if (first === null) continue;
        keepFirst(timers, first.who);
        first.who.deadline = Infinity;
      }
    }),
    { numRuns: 1000 },
  );
});
