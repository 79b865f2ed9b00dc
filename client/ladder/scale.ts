/**
 * Virtual time on paper: downwards, in order, and true in proportion as far as a page allows. Short gaps are
 * drawn to scale, long ones (a retransmission timeout, 2MSL) are shortened and marked.
 */
import type { Millis } from '../../shared/time.ts';

/** Something that needs a place on the time axis. `room`: pixels that must be free above it. */
export interface Instant {
  readonly at: Millis;
  readonly room: number;
}

/** A gap that was drawn shorter than it is. */
export interface Pause {
  readonly y: number;
  readonly from: Millis;
  readonly to: Millis;
}

export interface Scale {
  /** The height of each instant, in the order given. */
  readonly ys: readonly number[];
  readonly pauses: readonly Pause[];
}

const PER_MS = 0.5;
const LONGEST = 110;
/** Pixels of a gap's share that say "this one is shortened". */
const SHORTENED_FROM = LONGEST / PER_MS;

/** Pixels that a gap of `span` takes. */
export const gapOf = (span: Millis): number => Math.min(LONGEST, span * PER_MS);

/** Places instants, sorted by time, from `top` downwards. */
export function makeScale(instants: readonly Instant[], top: number): Scale {
  const ys: number[] = [];
  const pauses: Pause[] = [];
  let [y, before] = [top, instants[0]?.at ?? 0];
  for (const { at, room } of instants) {
    const span = at - before;
    const next = y + Math.max(room, gapOf(span));
    if (span > SHORTENED_FROM) pauses.push({ y: (y + next) / 2, from: before, to: at });
    y = next;
    before = at;
    ys.push(y);
  }
  return { ys, pauses };
}
