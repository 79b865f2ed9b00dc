/**
 * Which lane of the strait a boat keeps from harbour to harbour. Three lanes can be read at once without one
 * boat hiding another's numbers; a fourth boat takes the lane with the fewest.
 */
import type { FlightView } from '../../shared/game/view.ts';

export const laneCount = 3;

export type Lanes = ReadonlyMap<number, number>;

/** The middle of the strait first, then nearer, then farther. */
const byLiking = [1, 2, 0];

function freestLane(taken: readonly number[]): number {
  const load = (lane: number): number => taken.filter((other) => other === lane).length;
  return byLiking.toSorted((a, b) => load(a) - load(b))[0] ?? 0;
}

/** Boats still on the water keep their lane; new ones get the freest; the others are forgotten. */
export function keepLanes(before: Lanes, flights: readonly FlightView[]): Lanes {
  const lanes = new Map<number, number>();
  for (const { id } of flights) {
    const lane = before.get(id);
    if (lane !== undefined) lanes.set(id, lane);
  }
  for (const { id } of flights) if (!lanes.has(id)) lanes.set(id, freestLane([...lanes.values()]));
  return lanes;
}
