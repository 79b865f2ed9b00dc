/** Where everything of the ladder stands: arrows, states, pauses. Pure; `ladder.tsx` draws it. */
import type { Told } from '../../shared/game/event.ts';
import type { Role } from '../../shared/game/role.ts';
import type { State } from '../../shared/tcp/state.ts';
import type { Millis } from '../../shared/time.ts';
import type { Flight, Flights } from '../state/flights.ts';
import { type Instant, type Pause, gapOf, makeScale } from './scale.ts';

export const ladderWidth = 380;
/** The two lifelines. */
export const lifeline: { readonly [role in Role]: number } = { client: 76, server: ladderWidth - 76 };

export interface Arrow {
  readonly flight: Flight;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly fate: Flight['fate']['type'];
}

export interface StateMark {
  readonly role: Role;
  readonly state: State;
  readonly y: number;
}

export interface Ladder {
  readonly height: number;
  readonly arrows: readonly Arrow[];
  readonly states: readonly StateMark[];
  readonly pauses: readonly Pause[];
}

/** Room above the start of an arrow for its two lines of text, above other things for themselves. */
const ROOM = { sent: 40, arrived: 14, lost: 10, changed: 15 } as const;
const TOP = 12;

type Row = Instant & { readonly event: Told };

function rowsOf(history: readonly Told[]): Row[] {
  const rows: Row[] = [];
  for (const event of history) {
    const { type, at } = event;
    // A duplicate leaves with its original: it needs no text of its own.
    if (type === 'sent' || type === 'arrived' || type === 'lost') rows.push({ at, room: ROOM[type], event });
    else if (type === 'changed') rows.push({ at, room: 0, event });
  }
  return rows;
}

/** How far across a lost boat came, 0.2..0.8: the cross must stand apart from both lifelines. */
const lostAt = (flight: Flight, at: Millis): number =>
  flight.delay === 0 ? 0.55 : Math.min(0.8, Math.max(0.2, (at - flight.sentAt) / flight.delay));

function arrowOf(flight: Flight, y1: number, yOf: Ends, now: Millis, nowY: number): Arrow {
  const x1 = lifeline[flight.from];
  const far = lifeline[flight.from === 'client' ? 'server' : 'client'];
  const across = (share: number): number => x1 + (far - x1) * share;
  const { fate } = flight;
  if (fate.type === 'underWay') {
    const share = flight.delay === 0 ? 0 : Math.min(1, Math.max(0.03, (now - flight.sentAt) / flight.delay));
    return { flight, x1, y1, x2: across(share), y2: Math.max(y1 + 2, nowY), fate: fate.type };
  }
  const y2 = yOf.get(flight.id) ?? y1;
  return { flight, x1, y1, x2: across(fate.type === 'lost' ? lostAt(flight, fate.at) : 1), y2, fate: fate.type };
}

/** The height at which each flight ended. */
type Ends = ReadonlyMap<number, number>;

/** States of one end that change at about the same time stand below one another. */
function marksOf(rows: readonly Row[], ys: readonly number[]): StateMark[] {
  const lowest: { [role in Role]: number } = { client: -Infinity, server: -Infinity };
  const marks: StateMark[] = [];
  for (const [i, { event }] of rows.entries()) {
    if (event.type !== 'changed') continue;
    const y = Math.max(ys[i] ?? 0, lowest[event.host] + ROOM.changed);
    lowest[event.host] = y;
    marks.push({ role: event.host, state: event.to, y });
  }
  return marks;
}

/** Whether a boat was on the water for the whole of a gap: its slant shows the gap better than a mark would. */
const isCrossed = (pause: Pause, flights: Flights): boolean =>
  [...flights.values()].some(
    ({ sentAt, fate }) => sentAt <= pause.from && (fate.type === 'underWay' || fate.at >= pause.to),
  );

export function layLadder(history: readonly Told[], flights: Flights, now: Millis): Ladder {
  const rows = rowsOf(history);
  const { ys, pauses } = makeScale(rows, TOP);
  const shown = pauses.filter((pause) => !isCrossed(pause, flights));
  const [starts, ends] = [new Map<number, number>(), new Map<number, number>()];
  for (const [i, { event }] of rows.entries()) {
    if (event.type === 'sent') starts.set(event.flight, ys[i] ?? 0);
    else if (event.type === 'arrived' || event.type === 'lost') ends.set(event.flight, ys[i] ?? 0);
  }
  const last = ys.at(-1) ?? TOP;
  const nowY = last + gapOf(Math.max(0, now - (rows.at(-1)?.at ?? now)));
  const arrows: Arrow[] = [];
  for (const flight of flights.values()) {
    const y1 = starts.get(flight.copyOf ?? flight.id);
    if (y1 !== undefined) arrows.push(arrowOf(flight, y1, ends, now, nowY));
  }
  return { height: nowY + 34, arrows, states: marksOf(rows, ys), pauses: shown };
}
