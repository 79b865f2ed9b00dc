/**
 * One attempt at a level: the fold of its command log with what the log says about the player, too: hints, and the
 * wall clock at each entry. Scores, mastery and verification all read the same fold, so they cannot disagree.
 */
import type { Command, Judging } from '../game/command.ts';
import type { Told } from '../game/event.ts';
import type { Match } from '../game/match.ts';
import { isDecisionDue } from '../game/pace.ts';
import { reduce } from '../game/reduce.ts';
import { type Role, roles } from '../game/role.ts';
import type { MisconceptionId } from '../judge/misconceptions.ts';
import type { Exchange } from '../judge/moment.ts';
import type { Move } from '../judge/move.ts';
import type { Tcb } from '../tcp/tcb.ts';
import type { Millis } from '../time.ts';
import type { Course } from './course.ts';
import { isWon, levelMatch, setupOf } from './plan.ts';

/** The hint ladder: look, ask, rule, partial, worked example. */
export const hintSteps = [0, 1, 2, 3, 4] as const;
export type HintStep = (typeof hintSteps)[number];

/** `wall`: milliseconds of the player's own clock since the attempt began. */
export type Entry =
  | { readonly type: 'command'; readonly wall: Millis; readonly command: Command }
  /** The player asked for help at the open decision of `role`. */
  | { readonly type: 'hint'; readonly wall: Millis; readonly role: Role; readonly step: HintStep };

/** A submission, refused or not. */
export interface Submission {
  readonly wall: Millis;
  readonly move: Move;
  /** What a refused move shows that its player believes, the first one first; null: the move was right. */
  readonly refused: readonly MisconceptionId[] | null;
}

/** One thing to decide, from being asked to the right move. */
export interface Decision {
  readonly role: Role;
  /** Virtual instant. */
  readonly at: Millis;
  /** The wall clock when it was the player's turn. */
  readonly since: Millis;
  /** The end as the player found it at the first submission: what mistakes are measured by. */
  readonly tcb: Tcb;
  readonly exchange: Exchange;
  readonly submissions: readonly Submission[];
  /** The highest step that was asked for; 0: none. */
  readonly hint: HintStep;
}

interface Open extends Pick<Decision, 'since' | 'submissions' | 'hint'> {
  readonly seen: Pick<Decision, 'at' | 'tcb' | 'exchange'> | null;
}

export interface Attempt {
  readonly course: Course;
  readonly match: Match;
  /** Those that ended with a right move, in that order. */
  readonly decisions: readonly Decision[];
  readonly open: { readonly [role in Role]: Open | null };
  /** The wall clock of the last entry. */
  readonly wall: Millis;
  /** All the time in which a player was asked. */
  readonly thinking: Millis;
  readonly entries: number;
  /** How many entries had been folded when the level was won; null: it is not. */
  readonly wonAfter: number | null;
}

/** `free`: a sandbox, which nothing is counted of. */
export const beginAttempt = (course: Course, seed: number, judging: Judging = 'strict'): Attempt => ({
  course,
  match: levelMatch(course.level, keptBy(course, seed, judging), course.scene),
  decisions: [],
  open: { client: null, server: null },
  wall: 0,
  thinking: 0,
  entries: 0,
  wonAfter: null,
});

/** A variant may be for other players than its level. */
const keptBy = ({ level, scene }: Course, seed: number, judging: Judging): ReturnType<typeof setupOf> =>
  setupOf({ ...level, players: scene.players }, seed, judging);

/** Folds one entry. Anything may be folded; whether it could happen is for `verify` to say. */
export function enter(attempt: Attempt, entry: Entry): Attempt {
  const passed = Math.max(0, entry.wall - attempt.wall);
  const timed: Attempt = {
    ...attempt,
    wall: Math.max(attempt.wall, entry.wall),
    thinking: attempt.thinking + (isDecisionDue(attempt.match) ? passed : 0),
    entries: attempt.entries + 1,
  };
  const after = entry.type === 'hint' ? withHint(timed, entry) : withCommand(timed, entry.command);
  const { course, match, entries } = after;
  return after.wonAfter === null && isWon(course.level, match, course.scene) ? { ...after, wonAfter: entries } : after;
}

/** The whole fold. */
export const playAttempt = (course: Course, seed: number, entries: readonly Entry[]): Attempt =>
  entries.reduce(enter, beginAttempt(course, seed));

function withHint(attempt: Attempt, { role, step }: Entry & { readonly type: 'hint' }): Attempt {
  const open = attempt.open[role] ?? fresh(attempt.wall);
  const hint = step > open.hint ? step : open.hint;
  return { ...attempt, open: { ...attempt.open, [role]: { ...open, hint } } };
}

const fresh = (since: Millis): Open => ({ since, submissions: [], hint: 0, seen: null });

function withCommand(attempt: Attempt, command: Command): Attempt {
  const before = attempt.match;
  const { match, events } = reduce(before, command);
  const moved =
    command.type === 'move' ? submit({ ...attempt, match }, before, command, events) : { ...attempt, match };
  return { ...moved, open: { client: opened(moved, 'client'), server: opened(moved, 'server') } };
}

/** A decision opens when the match begins to ask, and is forgotten when it asks no more. */
function opened({ match, open, wall }: Attempt, role: Role): Open | null {
  const { keeper, triggers } = match.ends[role];
  return keeper === 'human' && triggers.length > 0 ? (open[role] ?? fresh(wall)) : null;
}

function submit(
  attempt: Attempt,
  before: Match,
  { role, move }: Command & { readonly type: 'move' },
  events: readonly Told[],
): Attempt {
  const open = attempt.open[role] ?? fresh(attempt.wall);
  const { tcb, last } = before.ends[role];
  const refusal = events.find((event) => event.type === 'refused');
  const submission: Submission = {
    wall: attempt.wall,
    move,
    refused: refusal?.type === 'refused' ? refusal.verdict.misconceptions : null,
  };
  const seen = open.seen ?? { at: before.now, tcb, exchange: last };
  const submissions = [...open.submissions, submission];
  if (submission.refused !== null) {
    return { ...attempt, open: { ...attempt.open, [role]: { ...open, seen, submissions } } };
  }
  const decision: Decision = { role, since: open.since, hint: open.hint, ...seen, submissions };
  return {
    ...attempt,
    decisions: [...attempt.decisions, decision],
    open: { ...attempt.open, [role]: null },
  };
}

/** How often the players were refused, at decisions that are still open as well. */
export const refusalsIn = ({ decisions, open }: Attempt): number =>
  [...decisions, ...roles.flatMap((role) => open[role] ?? [])].reduce(
    (sum, { submissions }) => sum + submissions.filter(({ refused }) => refused !== null).length,
    0,
  );

/** The highest step of help that was asked for. */
export const highestHint = ({ decisions, open }: Attempt): HintStep =>
  [...decisions, ...roles.flatMap((role) => open[role] ?? [])].reduce<HintStep>(
    (most, { hint }) => (hint > most ? hint : most),
    0,
  );
