/**
 * The daily three: misconceptions whose rest is over, each as one decision cut out of a level, with fresh numbers.
 * A puzzle is an ordinary match that stands at the decision: any screen that plays a match can ask it.
 */
import type { Match } from '../game/match.ts';
import { isDecisionDue, nextDue } from '../game/pace.ts';
import { reduce } from '../game/reduce.ts';
import type { Role } from '../game/role.ts';
import { type MisconceptionId, misconceptionIds } from '../judge/misconceptions.ts';
import type { Move } from '../judge/move.ts';
import { type Dice, diceFrom, rngFrom } from '../rng.ts';
import type { Decision, Submission } from './attempt.ts';
import { levels } from './catalogue.ts';
import { ownSteps } from './course.ts';
import type { Level } from './level.ts';
import { colourOf } from './mastery.ts';
import { isOpportunity } from './opportunities.ts';
import { levelMatch, setupOf } from './plan.ts';
import { afterPuzzle, type Daily, type Progress } from './progress.ts';
import { moveFor } from './steps.ts';
import { redraw } from './symbols.ts';

export const dailyCount = 3;

/** What to ask on this day: what is due, the weakest first, no two from one part of the list if it can be helped. */
export function dailyThree({ rows }: Pick<Progress, 'rows'>, day: number): readonly MisconceptionId[] {
  const weak = { red: 0, amber: 1, green: 2, grey: 3 } as const;
  const due = misconceptionIds
    .flatMap((id, place) => {
      const row = rows[id];
      return row === undefined || row.due > day ? [] : [{ id, place, row }];
    })
    .toSorted(
      (a, b) =>
        weak[colourOf(a.row)] - weak[colourOf(b.row)] ||
        a.row.box - b.row.box ||
        a.row.due - b.row.due ||
        a.place - b.place,
    );
  const chosen: typeof due = [];
  // Neighbours in the list are alike; mixing topics teaches more than repeating one.
  for (const apart of [4, 0]) {
    for (const one of due) {
      const near = chosen.some(({ place }) => Math.abs(place - one.place) <= apart);
      if (chosen.length < dailyCount && !near) chosen.push(one);
    }
  }
  return chosen.map(({ id }) => id);
}

/** The three of this day: as they were when the first of them was begun, or what would be asked now. */
export const dailyOf = ({ daily, rows }: Pick<Progress, 'daily' | 'rows'>, day: number): Daily =>
  daily?.day === day ? daily : { day, asks: dailyThree({ rows }, day), done: [] };

/** The next one to answer; null: all are done, or none is due. */
export const nextAsk = ({ asks, done }: Daily): MisconceptionId | null => asks.find((id) => !done.includes(id)) ?? null;

/** After a puzzle's last submission, right or not: what it shows, and that it is done when it is. */
export function afterDaily(progress: Progress, puzzle: Puzzle, decision: Decision, day: number): Progress {
  const { asks, done } = dailyOf(progress, day);
  const answered = decision.submissions.at(-1)?.refused === null;
  const now = { day, asks, done: answered && !done.includes(puzzle.asks) ? [...done, puzzle.asks] : done };
  return { ...afterPuzzle(progress, decision, day), daily: now };
}

/** The first day after `day` on which something is due; null: nothing was met yet. */
export function nextDueDay({ rows }: Pick<Progress, 'rows'>, day: number): number | null {
  const days = misconceptionIds.flatMap((id) => rows[id]?.due ?? []).map((due) => Math.max(due, day + 1));
  return days.length === 0 ? null : Math.min(...days);
}

export interface Puzzle {
  readonly asks: MisconceptionId;
  readonly level: Level;
  /** Stands at the decision; everything before it has been played. */
  readonly match: Match;
  /** Who is asked. */
  readonly role: Role;
}

/** A decision that is an opportunity for `id`, with the numbers of this seed. */
export function puzzleOf(id: MisconceptionId, seed: number): Puzzle {
  const dice = diceFrom(rngFrom(seed));
  const order = shuffled(
    levels.filter(({ mode }) => mode === 'play'),
    dice,
  );
  for (const level of order) {
    const found = shuffled(decisionsFor(id, withFreshNumbers(level, dice), seed), dice)[0];
    if (found !== undefined) return found;
  }
  throw new Error(`no level has a decision for ${id}`);
}

function shuffled<T>(list: readonly T[], dice: Dice): readonly T[] {
  const keyed = list.map((value) => ({ value, key: dice.fraction() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ value }) => value);
}

/** Figures, exams and the wrap keep their numbers as levels; as puzzles they get others, too. */
function withFreshNumbers(level: Level, dice: Dice): Level {
  if (level.id !== 'num-05-wrap') return redraw({ ...level, again: 'redraw' }, dice);
  // The handshake and five octets must still cross 2^32.
  return { ...level, vars: { x: 0xffff_ffff - dice.below(4), y: 100_000 + dice.below(1_000_000_000) } };
}

/** Every decision of the par that is an opportunity for `id`. */
function decisionsFor(id: MisconceptionId, level: Level, seed: number): readonly Puzzle[] {
  const found: Puzzle[] = [];
  const steps = [...ownSteps({ level, scene: level, par: level.par })];
  let { match } = reduce(levelMatch(level, setupOf(level, seed)), { type: 'start', at: 0 });
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    match = passUntilAsked(match);
    const { tcb, last, triggers } = match.ends[step.host];
    if (triggers.length === 0) return found;
    const move = moveFor(level.vars, step, tcb);
    if (isOpportunity(id, tcb, last, move)) found.push({ asks: id, level, match, role: step.host });
    ({ match } = reduce(match, { type: 'move', at: match.now, role: step.host, move }));
  }
  return found;
}

function passUntilAsked(match: Match): Match {
  const due = nextDue(match);
  if (isDecisionDue(match) || due === null) return match;
  return passUntilAsked(reduce(match, { type: 'advance', at: due }).match);
}

/** The submissions to a puzzle as the decision that mastery reads. `since`: when it was shown. */
export const puzzleDecision = (
  { match, role }: Puzzle,
  submissions: readonly Submission[],
  since: number,
  hint: Decision['hint'] = 0,
): Decision => ({
  role,
  at: match.now,
  since,
  tcb: match.ends[role].tcb,
  exchange: match.ends[role].last,
  submissions,
  hint,
});

/** A move held against a puzzle, without an effect on it. */
export function answerPuzzle({ match, role }: Puzzle, move: Move): Submission['refused'] {
  const { events } = reduce(match, { type: 'move', at: match.now, role, move });
  const refusal = events.find((event) => event.type === 'refused');
  return refusal?.type === 'refused' ? refusal.verdict.misconceptions : null;
}
