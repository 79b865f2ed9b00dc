/**
 * RFC 9293, Figure 5: the eleven states and the ways between them, with room for what the figure's own notes leave
 * out (RST, and a SYN in TIME-WAIT) in the words beside it. As data, so that the picture, the list that speaks and
 * the test of it against the engine all read the same.
 */
import type { Told } from '../../shared/game/event.ts';
import type { Role } from '../../shared/game/role.ts';
import type { Flag } from '../../shared/tcp/segment.ts';
import type { State } from '../../shared/tcp/state.ts';

/** What leads on: a call of the application, a segment that arrives, or the end of TIME-WAIT. */
export type Cause =
  | { readonly type: 'call'; readonly call: 'passive OPEN' | 'active OPEN' | 'SEND' | 'CLOSE' }
  | { readonly type: 'rcv'; readonly flags: readonly Flag[] }
  /** An ACK of the own SYN or FIN. */
  | { readonly type: 'ackOf'; readonly flag: 'SYN' | 'FIN' }
  | { readonly type: 'timeout' };

export interface Way {
  readonly from: State;
  readonly to: State;
  readonly cause: Cause;
  /** What is sent then; empty: nothing. */
  readonly sends: readonly Flag[];
}

const call = (name: (Cause & { readonly type: 'call' })['call']): Cause => ({ type: 'call', call: name });
const rcv = (...flags: readonly Flag[]): Cause => ({ type: 'rcv', flags });
const ackOf = (flag: 'SYN' | 'FIN'): Cause => ({ type: 'ackOf', flag });
const way = (from: State, to: State, cause: Cause, ...sends: readonly Flag[]): Way => ({ from, to, cause, sends });

export const ways: readonly Way[] = [
  way('CLOSED', 'LISTEN', call('passive OPEN')),
  way('CLOSED', 'SYN-SENT', call('active OPEN'), 'SYN'),
  way('LISTEN', 'SYN-RECEIVED', rcv('SYN'), 'SYN', 'ACK'),
  way('LISTEN', 'SYN-SENT', call('SEND'), 'SYN'),
  way('SYN-SENT', 'SYN-RECEIVED', rcv('SYN'), 'SYN', 'ACK'),
  way('SYN-SENT', 'ESTABLISHED', rcv('SYN', 'ACK'), 'ACK'),
  way('SYN-RECEIVED', 'ESTABLISHED', ackOf('SYN')),
  way('SYN-RECEIVED', 'FIN-WAIT-1', call('CLOSE'), 'FIN', 'ACK'),
  way('ESTABLISHED', 'FIN-WAIT-1', call('CLOSE'), 'FIN', 'ACK'),
  way('ESTABLISHED', 'CLOSE-WAIT', rcv('FIN', 'ACK'), 'ACK'),
  way('FIN-WAIT-1', 'FIN-WAIT-2', ackOf('FIN')),
  way('FIN-WAIT-1', 'CLOSING', rcv('FIN', 'ACK'), 'ACK'),
  way('FIN-WAIT-2', 'TIME-WAIT', rcv('FIN', 'ACK'), 'ACK'),
  way('CLOSING', 'TIME-WAIT', ackOf('FIN')),
  way('CLOSE-WAIT', 'LAST-ACK', call('CLOSE'), 'FIN', 'ACK'),
  way('LAST-ACK', 'CLOSED', ackOf('FIN')),
  way('TIME-WAIT', 'CLOSED', { type: 'timeout' }),
];

export const onward = (state: State): readonly Way[] => ways.filter(({ from }) => from === state);

export const wayKey = ({ from, to }: Pick<Way, 'from' | 'to'>): string => `${from} ${to}`;

/** The steps that an end took, as keys; a step that the figure does not show (a reset) is among them too. */
export const travelled = (history: readonly Told[], role: Role): ReadonlySet<string> =>
  new Set(history.flatMap((event) => (event.type === 'changed' && event.host === role ? [wayKey(event)] : [])));

export const figureSize = { w: 380, h: 500 } as const;

/** The middle of each state's box. CLOSED stands at the top, as in the RFC; its arrows from below end at the edge. */
export const places: { readonly [state in State]: { readonly x: number; readonly y: number } } = {
  CLOSED: { x: 190, y: 24 },
  LISTEN: { x: 78, y: 84 },
  'SYN-SENT': { x: 302, y: 150 },
  'SYN-RECEIVED': { x: 78, y: 150 },
  ESTABLISHED: { x: 190, y: 222 },
  'FIN-WAIT-1': { x: 78, y: 296 },
  'CLOSE-WAIT': { x: 302, y: 296 },
  CLOSING: { x: 190, y: 370 },
  'FIN-WAIT-2': { x: 78, y: 370 },
  'LAST-ACK': { x: 302, y: 370 },
  'TIME-WAIT': { x: 134, y: 452 },
};

export const boxSize = { w: 104, h: 28 } as const;

type Point = readonly [x: number, y: number];

/** Where the line from the middle of `a` towards `b` leaves the box of `a`. */
function edgeOf(a: { readonly x: number; readonly y: number }, b: { readonly x: number; readonly y: number }): Point {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = Math.min(
    dx === 0 ? Infinity : boxSize.w / 2 / Math.abs(dx),
    dy === 0 ? Infinity : boxSize.h / 2 / Math.abs(dy),
  );
  return [a.x + dx * share, a.y + dy * share];
}

/** The arrows that go round: the corners between start and end. CLOSED is reached along the right edge. */
const detours: { readonly [key: string]: readonly Point[] } = {
  'LAST-ACK CLOSED': [
    [302, 384],
    [302, 412],
    [372, 412],
    [372, 24],
    [248, 24],
  ],
  'TIME-WAIT CLOSED': [
    [192, 452],
    [372, 452],
    [372, 24],
    [248, 24],
  ],
  'SYN-RECEIVED FIN-WAIT-1': [
    [40, 164],
    [40, 282],
  ],
};

export function lineOf({ from, to }: Pick<Way, 'from' | 'to'>): readonly Point[] {
  const detour = detours[wayKey({ from, to })];
  if (detour !== undefined) return detour;
  return [edgeOf(places[from], places[to]), edgeOf(places[to], places[from])];
}
