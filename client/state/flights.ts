/** The life of every boat so far, folded from the story: ladder, log and counts are drawn from it. */
import type { Header, Told } from '../../shared/game/event.ts';
import type { Role } from '../../shared/game/role.ts';
import type { Millis } from '../../shared/time.ts';

export type Fate =
  | { readonly type: 'underWay' }
  | { readonly type: 'arrived'; readonly at: Millis }
  | { readonly type: 'lost'; readonly at: Millis };

export interface Flight {
  readonly id: number;
  readonly from: Role;
  readonly header: Header;
  readonly sentAt: Millis;
  readonly retransmission: boolean;
  /** It broke a rule, and left all the same: a free match. */
  readonly broke: boolean;
  readonly copyOf: number | null;
  /** How long the whole crossing takes. */
  readonly delay: Millis;
  readonly fate: Fate;
}

export type Flights = ReadonlyMap<number, Flight>;

/** `before` is the event that was told before this one. */
function launched(event: Told, before: Told | undefined, flights: Flights): Flight | null {
  const fate = { type: 'underWay' } as const;
  if (event.type === 'sent') {
    const { flight: id, host: from, header, retransmission, delay, at: sentAt } = event;
    const broke = before?.type === 'broke' && before.host === from && before.n === event.n - 1;
    return { id, from, header, sentAt, retransmission, broke, copyOf: null, delay, fate };
  }
  if (event.type !== 'duplicated') return null;
  const { flight: id, copyOf, delay, at: sentAt } = event;
  const original = flights.get(copyOf);
  return original === undefined ? null : { ...original, id, copyOf, delay, sentAt, fate };
}

/** The flights after `events`, given those before. */
export function foldFlights(before: Flights, events: readonly Told[]): Flights {
  const flights = new Map(before);
  for (const [i, event] of events.entries()) {
    const made = launched(event, events[i - 1], flights);
    if (made !== null) flights.set(made.id, made);
    if (event.type !== 'arrived' && event.type !== 'lost') continue;
    const flight = flights.get(event.flight);
    if (flight !== undefined) flights.set(flight.id, { ...flight, fate: { type: event.type, at: event.at } });
  }
  return flights;
}
