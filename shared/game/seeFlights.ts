/** The boats on the water, as everybody sees them. Whether one will sink is not theirs to know. */
import { headerOf } from './header.ts';
import type { Match } from './match.ts';
import type { FlightView } from './view.ts';

export const flightsOf = (match: Match): readonly FlightView[] =>
  match.flights.map(({ id, from, segment, sentAt, delay, copyOf }) => ({
    id,
    from,
    header: headerOf(segment),
    sentAt,
    delay,
    copyOf,
  }));
