/** Pure: a machine's strait as a story that the ladder draws, and what its last action showed. */
import type { Told } from '../../shared/game/event.ts';
import { ACTION, type Strait } from '../../shared/lessons/strait.ts';
import type { Millis } from '../../shared/time.ts';
import type { LadderStory } from '../ladder/ladder.tsx';
import { type Flight, type Flights, foldFlights } from '../state/flights.ts';
import type { Bases } from '../text/numbers.ts';

/** The machines' numbers are small and absolute. */
const noBases: Bases = { client: null, server: null };

/** How far a segment under way is drawn: it has no instant of arrival, only the player knows. */
const WAITING = 0.45;

export function ladderStory({ history, now }: Pick<Strait, 'history' | 'now'>): LadderStory {
  // What left with the last action is a little on its way.
  const at = now + ACTION;
  const flights: Flights = new Map(
    [...foldFlights(new Map(), history)].map(([id, flight]) => [id, halfWay(flight, at)]),
  );
  return { history: settled(history), flights, at, bases: noBases, own: null };
}

const halfWay = (flight: Flight, at: Millis): Flight =>
  flight.fate.type === 'underWay' ? { ...flight, delay: (at - flight.sentAt) / WAITING } : flight;

/** Of several changes of one end at one instant, the ladder has room for the last. */
function settled(history: readonly Told[]): readonly Told[] {
  return history.filter(
    (told) =>
      told.type !== 'changed' ||
      !history.some(
        (later) => later.type === 'changed' && later.host === told.host && later.at === told.at && later.n > told.n,
      ),
  );
}

/** What the last action added to the story. */
export const happenedSince = (before: Pick<Strait, 'history'>, after: Pick<Strait, 'history'>): readonly Told[] =>
  after.history.slice(before.history.length);
