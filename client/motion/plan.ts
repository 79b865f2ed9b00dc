/**
 * What has to move, derived from before and after: chessground's idea. Pure; scene and plain view only carry
 * the motions out. A boat's place is never a motion: it follows from virtual time, so nothing can jump.
 */
import type { Told } from '../../shared/game/event.ts';
import { type Role, roles } from '../../shared/game/role.ts';
import type { FlightView } from '../../shared/game/view.ts';
import type { State } from '../../shared/tcp/state.ts';
import type { Session } from '../state/session.ts';

export type Motion =
  /** A boat is there from now on. `casts`: it leaves the quay now; else it is placed where time says. */
  | { readonly type: 'appear'; readonly flight: FlightView; readonly lane: number; readonly casts: boolean }
  | { readonly type: 'arrive'; readonly flight: number }
  /** `way`: the share of the crossing done when it goes down, 0..1; null: where it is. */
  | { readonly type: 'sink'; readonly flight: number; readonly way: number | null }
  /** The story moved on without this boat (a resync): it is gone without a show. */
  | { readonly type: 'vanish'; readonly flight: number }
  /** A RST has reached this end. */
  | { readonly type: 'flare'; readonly role: Role }
  | { readonly type: 'lamp'; readonly role: Role; readonly state: State | null };

/** What the scene shows of a session: everything that a motion can start from. */
export type Scenery = Pick<Session, 'match' | 'view' | 'lanes'>;

/** The state of an end, as far as this seat sees it. */
export function stateOf({ view }: Scenery, role: Role): State | null {
  for (const end of [view.own, view.peer]) if (end?.role === role) return end.tcb.state;
  return null;
}

const onTheWater = (scenery: Scenery | null): ReadonlyMap<number, FlightView> =>
  new Map((scenery?.view.flights ?? []).map((flight) => [flight.id, flight]));

function farewell(flight: FlightView, events: readonly Told[]): Motion {
  for (const event of events) {
    if (event.type === 'arrived' && event.flight === flight.id) return { type: 'arrive', flight: flight.id };
    if (event.type === 'lost' && event.flight === flight.id) {
      const way = flight.delay === 0 ? null : Math.min(1, Math.max(0, (event.at - flight.sentAt) / flight.delay));
      return { type: 'sink', flight: flight.id, way };
    }
  }
  return { type: 'vanish', flight: flight.id };
}

/** The motions that lead from one scenery to the next; `events` are those that happened between the two. */
export function plan(previous: Scenery | null, next: Scenery, events: readonly Told[]): readonly Motion[] {
  const before = previous?.match === next.match ? previous : null;
  const [old, now] = [onTheWater(previous), onTheWater(next)];
  const motions: Motion[] = [];
  for (const flight of old.values())
    if (before === null || !now.has(flight.id))
      motions.push(before === null ? { type: 'vanish', flight: flight.id } : farewell(flight, events));
  const launched = new Set(
    events.flatMap((event) => (event.type === 'sent' || event.type === 'duplicated' ? [event.flight] : [])),
  );
  for (const flight of now.values()) {
    if (before !== null && old.has(flight.id)) continue;
    const casts = before !== null && launched.has(flight.id);
    motions.push({ type: 'appear', flight, lane: next.lanes.get(flight.id) ?? 0, casts });
  }
  for (const event of events)
    if (before !== null && event.type === 'arrived' && event.header.flags.includes('RST'))
      motions.push({ type: 'flare', role: event.host });
  for (const role of roles) {
    const state = stateOf(next, role);
    if (before === null || stateOf(before, role) !== state) motions.push({ type: 'lamp', role, state });
  }
  return motions;
}

/** How much of its way a boat has done at the virtual instant `now`: 0..1. */
export const wayDone = (flight: FlightView, now: number): number =>
  flight.delay === 0 ? 1 : Math.min(1, Math.max(0, (now - flight.sentAt) / flight.delay));
