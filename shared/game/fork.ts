/**
 * The consequence of a refused move, played on a copy of the match in which rules may be broken: the wrong segment
 * really sails, a bot keeps the far end, and the own end keeps still. Pure. The match itself never hears of it.
 */
import type { Move } from '../judge/move.ts';
import type { Millis } from '../time.ts';
import { conceal } from './conceal.ts';
import type { Told } from './event.ts';
import type { Match } from './match.ts';
import { nextDue } from './pace.ts';
import { reduce } from './reduce.ts';
import { type Role, otherRole } from './role.ts';
import { seen, viewOf } from './see.ts';
import type { View } from './view.ts';

/**
 * What may be shown of it. `everything`: a level, whose player may look into both ends. `own`: a room, where the far
 * end is hidden; the copy is made of what this seat could know (`conceal.ts`).
 */
export type Sight = 'everything' | 'own';

export interface Fork {
  readonly match: Match;
  /** Whose move it was. */
  readonly role: Role;
  readonly sight: Sight;
  /** The match that it was taken from. */
  readonly from: Match;
  /** Nothing more is to be seen. */
  readonly over: boolean;
}

/** Longer than this nobody watches a silence. */
const LONGEST: Millis = 20_000;

export function forkOf(from: Match, role: Role, move: Move, sight: Sight): Fork {
  const copy = sight === 'own' ? conceal(from, role) : from;
  const free: Match = {
    ...copy,
    setup: { ...copy.setup, judging: 'free' },
    // No fault of a level strikes it: it would not have struck this segment.
    sea: { ...copy.sea, faults: [] },
    // The own application waits: what comes of this move is to be seen, not what it wants next.
    ends: { ...copy.ends, [role]: { ...copy.ends[role], program: [], stepAt: null } },
  };
  const moved = reduce(free, { type: 'move', at: free.now, role, move }).match;
  const far = otherRole(role);
  const kept = reduce(moved, { type: 'occupy', at: moved.now, role: far, keeper: 'bot' }).match;
  return judged({ match: kept, role, sight, from, over: false });
}

/** One instant further. */
export function goOnWith(fork: Fork): Fork {
  const due = nextDue(fork.match);
  if (due === null || fork.over) return { ...fork, over: true };
  return judged({ ...fork, match: reduce(fork.match, { type: 'advance', at: due }).match });
}

/** It ends where the own end would be asked again, or nothing more comes in a reasonable time. */
function judged(fork: Fork): Fork {
  const { match, role, from } = fork;
  const due = nextDue(match);
  const asked = match.ends[role].triggers.length > 0;
  return { ...fork, over: asked || match.phase !== 'playing' || due === null || due - from.now > LONGEST };
}

/** What happened on the copy, as it may be shown. */
export function toldOf({ match, role, sight, from }: Fork): readonly Told[] {
  const told = match.history.slice(from.history.length);
  const playing: Match = { ...match, phase: 'playing' };
  return sight === 'everything' ? told : told.flatMap((event) => seen(playing, event, role) ?? []);
}

/** Of what was told, what the move led to: not the move itself. */
export const consequences = (events: readonly Told[]): readonly Told[] =>
  events.filter(({ type }) => type !== 'finished' && type !== 'broke' && type !== 'also');

/** The copy through the eyes of whose move it was; who keeps which end is as it really is. */
export function forkView({ match, role, from }: Fork): View {
  const { ends, judging } = viewOf(from, role);
  const quiet = { client: { ...ends.client, deciding: false }, server: { ...ends.server, deciding: false } };
  return { ...viewOf({ ...match, phase: 'playing' }, role), judging, ends: quiet };
}
