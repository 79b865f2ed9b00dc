/** A film on the screen: what each frame shows, how long it stays, and where the timeline has marks. Pure. */
import type { Told } from '../../shared/game/event.ts';
import { type Film, type Frame, lastFrame } from '../../shared/game/film.ts';
import type { Match } from '../../shared/game/match.ts';
import { paceOf, rates } from '../../shared/game/pace.ts';
import { type Role, roles } from '../../shared/game/role.ts';
import { openView } from '../../shared/game/see.ts';
import type { Snapshot, Update } from '../../shared/protocol/answer.ts';
import type { Millis } from '../../shared/time.ts';

export const speeds = [0.25, 1, 2] as const;
export type Speed = (typeof speeds)[number];

/** Wall milliseconds for what happens at one instant: long enough to be read, at speed 1. */
const dwell = 1100;
/** No stretch of time in which nothing happens lasts longer on the wall, at speed 1. */
const longest = 4000;

export const frameAt = (film: Film, n: number): Frame => film[n] ?? lastFrame(film);

/** How frame `n` runs on to the next: `rate` in virtual milliseconds a wall millisecond, `wait` in wall ones. */
export function passage(film: Film, n: number, speed: Speed): { readonly rate: number; readonly wait: Millis } {
  const { match } = frameAt(film, n);
  const gap = frameAt(film, n + 1).match.now - match.now;
  if (gap <= 0) return { rate: 0, wait: dwell / speed };
  const pace = paceOf(match);
  const rate = Math.max(rates[pace === 'standing' ? 'sailing' : pace], gap / longest) * speed;
  return { rate, wait: gap / rate };
}

function roomOf({ ends }: Match): Snapshot['room'] {
  const end = (role: Role) => ({ keeper: ends[role].keeper, present: true, standIn: false });
  return { code: '', ends: { client: end('client'), server: end('server') }, rematch: [], standIn: null };
}

/** Frame `n` with all that led to it. `showing` names this pass of the film: boats keep their lanes within it. */
export function snapshotOf(film: Film, n: number, rate: number, showing: string): Snapshot {
  const { match } = frameAt(film, n);
  const { history } = match;
  return { match: showing, version: n, rate, view: openView(match), history, room: roomOf(match) };
}

/** What frame `n` adds to the one before. */
export function updateOf(film: Film, n: number, rate: number, showing: string): Update {
  const { match, events } = frameAt(film, n);
  return { match: showing, version: n, rate, view: openView(match), events };
}

export const markKinds = ['refused', 'lost', 'changed'] as const;
export type MarkKind = (typeof markKinds)[number];

/** The one thing that the timeline says of a frame: the first of these kinds. */
export const markOf = (events: readonly Told[]): MarkKind | null =>
  markKinds.find((kind) => events.some(({ type }) => type === kind)) ?? null;

/** The nearest frame after (`step` 1) or before (-1) frame `n` in which a move was refused; null: there is none. */
export function nextRefused(film: Film, n: number, step: 1 | -1): number | null {
  for (let at = n + step; at >= 0 && at < film.length; at += step)
    if (markOf(frameAt(film, at).events) === 'refused') return at;
  return null;
}

/** The ends that a player can take over from this frame on; none where nothing is left to play. */
export const forkable = ({ match }: Frame): readonly Role[] => (match.phase === 'playing' ? roles : []);
