/**
 * One timer for all rooms: a heap of alarms, and one timer of the process set to the earliest. A replaced alarm
 * stays in the heap until it comes up and is then passed over.
 */
import type { Millis } from '../shared/time.ts';
import type { Clock } from './clock.ts';

export interface Alarms {
  /** Rings `key` at `at`; null: not at all. The last word counts. */
  readonly set: (key: string, at: Millis | null) => void;
  /** Nothing rings any more, whatever is set. */
  readonly close: () => void;
}

interface Alarm {
  readonly key: string;
  readonly at: Millis;
}

export function createAlarms(clock: Clock, ring: (key: string) => void): Alarms {
  const wanted = new Map<string, Alarm>();
  const heap: Alarm[] = [];
  let closed = false;
  let armed: { readonly at: Millis; readonly off: () => void } | null = null;

  const sleep = (): void => {
    armed?.off();
    armed = null;
  };
  const arm = (): void => {
    while (heap[0] !== undefined && wanted.get(heap[0].key) !== heap[0]) pop(heap);
    const next = heap[0];
    if (next === undefined) sleep();
    else if (armed?.at !== next.at) {
      sleep();
      armed = { at: next.at, off: clock.wake(next.at, wake) };
    }
  };
  const wake = (): void => {
    armed = null;
    const now = clock.now();
    while (heap[0] !== undefined && heap[0].at <= now) {
      const alarm = pop(heap);
      if (alarm === null || wanted.get(alarm.key) !== alarm) continue;
      wanted.delete(alarm.key);
      ring(alarm.key);
    }
    arm();
  };

  return {
    set(key, at) {
      if (closed || wanted.get(key)?.at === at) return;
      if (at === null) wanted.delete(key);
      else {
        const alarm = { key, at };
        wanted.set(key, alarm);
        push(heap, alarm);
      }
      arm();
    },
    close() {
      closed = true;
      sleep();
      wanted.clear();
      heap.length = 0;
    },
  };
}

function push(heap: Alarm[], alarm: Alarm): void {
  let at = heap.length;
  for (; at > 0; at = (at - 1) >> 1) {
    const parent = heap[(at - 1) >> 1];
    if (parent === undefined || parent.at <= alarm.at) break;
    heap[at] = parent;
  }
  heap[at] = alarm;
}

function pop(heap: Alarm[]): Alarm | null {
  const [first] = heap;
  const last = heap.pop();
  if (first === undefined || last === undefined) return null;
  if (heap.length === 0) return first;
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    if (left === undefined) break;
    const child = right !== undefined && right.at < left.at ? 2 * at + 2 : 2 * at + 1;
    const smaller = heap[child];
    if (smaller === undefined || smaller.at >= last.at) break;
    heap[at] = smaller;
    at = child;
  }
  heap[at] = last;
  return first;
}
