/**
 * Which connection's timer runs out first: a binary heap of appointments, looked after lazily. An appointment that
 * turns out too early (its timer was put off, as every ACK does) is made again for the right instant when it comes
 * up; one whose connection is gone is thrown away then. So putting a timer off costs nothing, the rest O(log n).
 * Appointments name connections by number, so that a left-over keeps nothing else in memory.
 */
import type { Millis } from '../time.ts';

/** One that keeps appointments. */
export interface Sleeper {
  readonly id: number;
  /** The appointment that counts, kept by this file; Infinity: none. Others in the heap are left-overs. */
  wakeAt: Millis;
}

interface Appointment {
  readonly at: Millis;
  readonly id: number;
}

export interface Timers<T extends Sleeper> {
  readonly heap: Appointment[];
  readonly find: (id: number) => T | undefined;
  /** When the first timer of `who` really runs out; Infinity: never. */
  readonly deadlineOf: (who: T) => Millis;
}

/** To be called when the deadline of `who` may have come nearer. */
export function arrange<T extends Sleeper>(timers: Timers<T>, who: T): void {
  const at = timers.deadlineOf(who);
  if (at >= who.wakeAt) return;
  who.wakeAt = at;
  push(timers.heap, { at, id: who.id });
}

/** Whose timer runs out first, and when; null: no timer runs. */
export function firstDue<T extends Sleeper>(timers: Timers<T>): { readonly at: Millis; readonly who: T } | null {
  for (let first = timers.heap[0]; first !== undefined; first = timers.heap[0]) {
    const who = timers.find(first.id);
    if (who !== undefined && who.wakeAt === first.at) {
      const deadline = timers.deadlineOf(who);
      if (deadline === first.at) return { at: deadline, who };
      who.wakeAt = Infinity;
      pop(timers.heap);
      arrange(timers, who);
    } else {
      pop(timers.heap);
    }
  }
  return null;
}

/** Takes the first appointment off: its timer is about to be fired. */
export function keepFirst<T extends Sleeper>(timers: Timers<T>, who: T): void {
  who.wakeAt = Infinity;
  pop(timers.heap);
}

/** At one instant the older connection comes first, so that a run can be repeated. */
const isBefore = (a: Appointment, b: Appointment): boolean => a.at < b.at || (a.at === b.at && a.id < b.id);

function push(heap: Appointment[], item: Appointment): void {
  let place = heap.length;
  heap.push(item);
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !isBefore(item, parent)) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = item;
}

function pop(heap: Appointment[]): void {
  const item = heap.pop();
  if (item === undefined || heap.length === 0) return;
  let place = 0;
  for (;;) {
    const left = heap[2 * place + 1];
    const right = heap[2 * place + 2];
    const less = left !== undefined && right !== undefined && isBefore(right, left) ? right : left;
    if (less === undefined || !isBefore(less, item)) break;
    heap[place] = less;
    place = less === right ? 2 * place + 2 : 2 * place + 1;
  }
  heap[place] = item;
}
