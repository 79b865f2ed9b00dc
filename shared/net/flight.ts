/** A segment on its way. Plain data: where it is at any instant follows from when it left and how long it takes. */
import type { Segment } from '../tcp/segment.ts';
import type { Millis } from '../time.ts';

export interface Flight {
  /** Its number, in the order in which boats come into sight. */
  readonly id: number;
  /** The end that sent it. */
  readonly from: 'client' | 'server';
  readonly segment: Segment;
  /** When it left; a twin leaves later than the boat it copies. */
  readonly sentAt: Millis;
  /** How long the crossing takes. */
  readonly delay: Millis;
  /** When it goes down, before it would arrive; null: it arrives. */
  readonly sinksAt: Millis | null;
  /** The flight that it is a copy of, or null. */
  readonly copyOf: number | null;
  /** Its numbers had left before. */
  readonly retransmission: boolean;
  /** Nobody of this match sent it: an old duplicate, or a forgery in the name of `from`. */
  readonly ghost: boolean;
}

/** A twin or a ghost that has not come into sight yet: it gets its number then, so that no gap betrays it. */
export type Coming = Omit<Flight, 'id'>;

/** When the flight ends: at the far shore, or under water. */
export const endsAt = (flight: Flight): Millis => flight.sinksAt ?? flight.sentAt + flight.delay;
