/**
 * The virtual clock of a room: a point where wall time and virtual time are both known, and how fast the one
 * runs against the other from there.
 */
import type { Millis } from '../shared/time.ts';

export interface Anchor {
  readonly virtual: Millis;
  readonly wall: Millis;
  /** Virtual milliseconds in one of the wall clock; 0: time stands still. */
  readonly rate: number;
}

/** When virtual time gets to `virtual`; null: it does not. */
export const wallOf = (anchor: Anchor, virtual: Millis): Millis | null =>
  anchor.rate === 0 ? null : anchor.wall + Math.max(0, virtual - anchor.virtual) / anchor.rate;

/**
 * The virtual instant at `wall`, in whole milliseconds and never past `due`, the next instant at which something
 * happens by itself: that has to be told first. `due` is reached where `wallOf` says so, and not by arithmetic
 * that rounds another way.
 */
export function virtualAt(anchor: Anchor, wall: Millis, due: Millis | null): Millis {
  const dueAt = due === null ? null : wallOf(anchor, due);
  if (due !== null && dueAt !== null && wall >= dueAt) return Math.max(anchor.virtual, due);
  return Math.max(anchor.virtual, Math.floor(anchor.virtual + (wall - anchor.wall) * anchor.rate));
}
