/**
 * One attempt at a level as the page shows it: the fold of `shared/levels`, seen through one end at a time, so that
 * nothing of the other end is in the view. Pure; the table tells what the clock says.
 */
import type { Command, Judging } from '../../shared/game/command.ts';
import type { Told } from '../../shared/game/event.ts';
import type { Match } from '../../shared/game/match.ts';
import { isDecisionDue, nextDue, paceOf, rates } from '../../shared/game/pace.ts';
import { type Role, otherRole } from '../../shared/game/role.ts';
import { seen, viewOf } from '../../shared/game/see.ts';
import { type Attempt, beginAttempt, enter, type Entry } from '../../shared/levels/attempt.ts';
import { courseOf } from '../../shared/levels/course.ts';
import type { Goal, Level } from '../../shared/levels/level.ts';
import { missing, numbered } from '../../shared/levels/plan.ts';
import type { RoomView, Snapshot, Update } from '../../shared/protocol/answer.ts';

/** How a level is played: as it is written, as one of its variants, or as a sandbox in which rules may be broken. */
export interface Way {
  readonly variant: string | null;
  readonly judging: Judging;
}
export const asWritten: Way = { variant: null, judging: 'strict' };
export const sandbox: Way = { variant: null, judging: 'free' };

export interface Sitting {
  /** Of the match: a new one for each attempt. */
  readonly id: string;
  /** With the numbers of its seed. */
  readonly level: Level;
  readonly seed: number;
  readonly way: Way;
  readonly attempt: Attempt;
  /** The log: level, seed and entries are all that the attempt follows from. */
  readonly entries: readonly Entry[];
  /** The end whose keeper the page shows. */
  readonly eyes: Role;
  /** `missed`: nothing more can happen, and not every goal holds. */
  readonly outcome: 'open' | 'won' | 'missed';
}

/** Seed 0 plays the numbers as they are written. */
export function sitDown(plain: Level, seed: number, id: string, way: Way = asWritten): Sitting {
  const level = numbered(plain, seed);
  const course = courseOf(level, way.variant);
  if (course === null) throw new Error(`${level.id} has no variant ${way.variant}`);
  const attempt = beginAttempt(course, seed, way.judging);
  const eyes = course.scene.players[0] ?? 'client';
  return step({ id, level, seed, way, attempt, entries: [], eyes, outcome: 'open' }, { type: 'start', at: 0 }, 0);
}

/** One command further. */
export const step = (before: Sitting, command: Command, wall: number): Sitting =>
  record(before, { type: 'command', wall, command });

/** One entry further. When the end that is shown has nothing to decide and the other one has, the eyes change. */
export function record(before: Sitting, entry: Entry): Sitting {
  const attempt = enter(before.attempt, entry);
  const outcome = outcomeOf(attempt);
  const eyes = outcome === 'open' ? eyesFor(attempt.match, before.eyes) : before.eyes;
  return { ...before, attempt, outcome, eyes, entries: [...before.entries, entry] };
}

function outcomeOf({ match, wonAfter }: Attempt): Sitting['outcome'] {
  if (wonAfter !== null) return 'won';
  return nextDue(match) === null && !isDecisionDue(match) ? 'missed' : 'open';
}

/** A human keeps this end, and it is asked. */
export const isAsked = (match: Match, role: Role): boolean =>
  match.ends[role].keeper === 'human' && match.ends[role].triggers.length > 0;

const eyesFor = (match: Match, eyes: Role): Role =>
  !isAsked(match, eyes) && isAsked(match, otherRole(eyes)) ? otherRole(eyes) : eyes;

/** The player keeps both ends, and looks at the other one. */
export const lookFrom = (sitting: Sitting, eyes: Role): Sitting =>
  sitting.attempt.course.scene.players.includes(eyes) ? { ...sitting, eyes } : sitting;

/** The goals that did not hold when nothing more could happen. */
export const missed = ({ level, attempt }: Sitting): readonly Goal[] =>
  missing(level, attempt.match, attempt.course.scene);

/** When it is over, everything may be seen, as after a match in a room. */
const shown = ({ attempt: { match }, outcome }: Sitting): Match =>
  outcome === 'open' ? match : { ...match, phase: 'finished' };

/** Virtual milliseconds in one of the wall clock, now. */
export const rateOf = (sitting: Sitting, speed: number): number => rates[paceOf(shown(sitting))] * speed;

function roomOf({ attempt: { match } }: Sitting): RoomView {
  const end = (role: Role) => ({ keeper: match.ends[role].keeper, present: true, standIn: false });
  return { code: '', ends: { client: end('client'), server: end('server') }, rematch: [], standIn: null };
}

function standing(sitting: Sitting, speed: number) {
  const { id, entries, eyes } = sitting;
  return { match: id, version: entries.length, rate: rateOf(sitting, speed), view: viewOf(shown(sitting), eyes) };
}

/** The whole story, as a room would tell it. */
export function snapshotOf(sitting: Sitting, speed: number): Snapshot {
  const match = shown(sitting);
  const history = match.history.flatMap((told) => seen(match, told, sitting.eyes) ?? []);
  return { ...standing(sitting, speed), history, room: roomOf(sitting) };
}

/** What happened since `before`, in full. */
export const eventsSince = (before: Sitting, { attempt }: Sitting): readonly Told[] =>
  attempt.match.history.slice(before.attempt.match.history.length);

/** The last step only. */
export function updateOf(before: Sitting, sitting: Sitting, speed: number): Update {
  const match = shown(sitting);
  const events = eventsSince(before, sitting).flatMap((told) => seen(match, told, sitting.eyes) ?? []);
  return { ...standing(sitting, speed), events };
}
