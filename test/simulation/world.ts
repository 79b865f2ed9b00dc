/**
 * Time and order of one seed. Everything that happens is an event at a virtual instant, and the next one begins only when
 * all that follows from the one before, promise by promise, has come to rest. So a run is a function of its seed.
 */
import { type Dice, diceFrom, rngFrom } from '../../shared/rng.ts';
import type { Millis } from '../../shared/time.ts';

export interface World {
  readonly seed: number;
  readonly dice: Dice;
  readonly now: () => Millis;
  /** Calls once, that much later; the function that comes back calls it off. */
  readonly after: (delay: Millis, call: () => void) => () => void;
  /** One line of the trace. */
  readonly note: (text: string) => void;
  /** A promise was broken. */
  readonly blame: (what: string) => void;
  readonly trace: readonly string[];
  readonly blames: readonly string[];
  /** Lets things happen until `isOver`, or to the end of that much time; true: it is over. */
  readonly run: (isOver: () => boolean, atMost: Millis) => Promise<boolean>;
  /** A number from `least` to `most`, small ones more often. */
  readonly some: (least: number, most: number) => number;
}

interface Event {
  readonly at: Millis;
  readonly order: number;
  readonly call: () => void;
  off: boolean;
}

const isBefore = (one: Event, other: Event): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** All promises that can go on have gone on when the event loop gets here. */
const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function openWorld(seed: number): World {
  const dice = diceFrom(rngFrom(seed));
  const trace: string[] = [];
  const blames: string[] = [];
  const heap: Event[] = [];
  let now = 0;
  let order = 0;
  const note = (text: string): void => void trace.push(`${now.toFixed(3)} ${text}`);
  return {
    seed,
    dice,
    now: () => now,
    after(delay, call) {
      const event = { at: now + Math.max(0, delay), order: (order += 1), call, off: false };
      push(heap, event);
      return () => {
        event.off = true;
      };
    },
    note,
    blame(what) {
      note(`BROKEN ${what}`);
      blames.push(what);
    },
    trace,
    blames,
    async run(isOver, atMost) {
      const end = now + atMost;
      await rest();
      while (!isOver()) {
        const next = pop(heap);
        if (next === null) return isOver();
        if (next.off) continue;
        if (next.at > end) {
          push(heap, next);
          now = end;
          return false;
        }
        now = next.at;
        next.call();
        await rest();
      }
      return true;
    },
    some: (least, most) => least + (most - least) * dice.fraction() ** 3,
  };
}

function push(heap: Event[], event: Event): void {
  let at = heap.length;
  for (; at > 0; at = (at - 1) >> 1) {
    const parent = heap[(at - 1) >> 1];
    if (parent === undefined || isBefore(parent, event)) break;
    heap[at] = parent;
  }
  heap[at] = event;
}

function pop(heap: Event[]): Event | null {
  const [first] = heap;
  const last = heap.pop();
  if (first === undefined || last === undefined) return null;
  if (heap.length === 0) return first;
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (left === undefined) break;
    const isRight = right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (isBefore(last, child)) break;
    heap[at] = child;
    at = 2 * at + (isRight ? 2 : 1);
  }
  heap[at] = last;
  return first;
}
