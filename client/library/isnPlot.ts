/** Pure: the ISN machine's numbers as lines over one turn of the clock, and the connections that follow each other. */
import {
  type Guess,
  type KeySlot,
  type Strangers,
  guessIsn,
  isnAt,
  turnOfClock,
} from '../../shared/lessons/isnMachine.ts';
import { seqDiff } from '../../shared/seq.ts';
import type { FourTuple } from '../../shared/stack/fourTuple.ts';
import type { Millis } from '../../shared/time.ts';

const SPACE = 2 ** 32;

/** The frame of the plot; time to the right, numbers upwards. */
export const plotFrame = { w: 320, h: 180 } as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const placeOn = (at: Millis, number: number): Point => ({
  x: (at / turnOfClock) * plotFrame.w,
  y: plotFrame.h * (1 - number / SPACE),
});

/** ISNs rise with the clock and begin again at 0 once in a turn: two pieces. `first`: the number at instant 0. */
export function linesFrom(first: number): readonly (readonly [Point, Point])[] {
  const wrap = ((SPACE - first) / SPACE) * turnOfClock;
  return [
    [placeOn(0, first), placeOn(wrap, SPACE)],
    [placeOn(wrap, 0), placeOn(turnOfClock, first)],
  ];
}

/** What the stranger believes the client's line to be, from one ISN of its own, `before` ms earlier. */
export function guessAt(slot: KeySlot, ends: Strangers, now: Millis): Guess {
  return guessIsn(slot, { seen: Math.max(0, now - before), now }, ends);
}
/** The stranger connects so long before it speaks in the client's name. */
export const before: Millis = 3000;

export const laterNames = ['now', 'millisecond', 'second', 'minute', 'turn'] as const;
export type Later = (typeof laterNames)[number];
const spans: { readonly [later in Later]: Millis } = {
  now: 0,
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  turn: turnOfClock,
};

/** Connections between the same sockets, one after the other: the ISN, and how much it is beyond the first. */
export function seriesAt(
  slot: KeySlot,
  ends: FourTuple,
  now: Millis,
): readonly { readonly later: Later; readonly isn: number; readonly more: number }[] {
  const first = isnAt(slot, ends, now).isn;
  return laterNames.map((later) => {
    const { isn } = isnAt(slot, ends, now + spans[later]);
    return { later, isn, more: seqDiff(isn, first) };
  });
}

/** Milliseconds as hours, minutes and seconds. */
export const clockParts = (ms: Millis): readonly [hours: number, minutes: number, seconds: number] => [
  Math.floor(ms / 3_600_000),
  Math.floor((ms % 3_600_000) / 60_000),
  Math.floor((ms % 60_000) / 1000),
];
