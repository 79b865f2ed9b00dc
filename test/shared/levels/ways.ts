/** Logs of attempts, as a client writes them: a par played at a pace, with mistakes where a test wants some. */
import type { Command } from '../../../shared/game/command.ts';
import { type Role, roles } from '../../../shared/game/role.ts';
import { formsOf } from '../../../shared/judge/forms.ts';
import type { Move, SendMove } from '../../../shared/judge/move.ts';
import { nextDue, isDecisionDue } from '../../../shared/game/pace.ts';
import { type Attempt, beginAttempt, enter, type Entry, playAttempt } from '../../../shared/levels/attempt.ts';
import { type Course, courseOf, ownSteps } from '../../../shared/levels/course.ts';
import type { Level, ParStep } from '../../../shared/levels/level.ts';
import { numbered } from '../../../shared/levels/plan.ts';
import { moveFor } from '../../../shared/levels/steps.ts';

export interface Pace {
  /** Milliseconds of the wall clock before each move. */
  readonly think: number;
  /** Moves that are tried before the step, each after `think`. */
  readonly slips?: (step: ParStep, nth: number, attempt: Attempt) => readonly Move[];
}

export interface Way {
  readonly attempt: Attempt;
  readonly entries: readonly Entry[];
}

export const theCourse = (level: Level, seed = 0, variant: string | null = null): Course => {
  const course = courseOf(numbered(level, seed), variant);
  if (course === null) throw new Error(`no variant ${variant}`);
  return course;
};

/** Virtual milliseconds in one of the wall clock: what the quickest client does. */
const fastest = 2;

export function playWay(course: Course, seed: number, { think, slips }: Pace): Way {
  const entries: Entry[] = [];
  let attempt = beginAttempt(course, seed);
  let wall = 0;
  const add = (entry: Entry): void => {
    entries.push(entry);
    attempt = enter(attempt, entry);
  };
  const move = (role: Role, one: Move): void => {
    wall += think;
    add({ type: 'command', wall, command: { type: 'move', at: attempt.match.now, role, move: one } });
  };
  add({ type: 'command', wall, command: { type: 'start', at: 0 } });
  const steps = [...ownSteps(course)];
  for (let n = 0; attempt.wonAfter === null && entries.length < 400;) {
    const [step] = steps;
    const { match } = attempt;
    const due = nextDue(match);
    if (step !== undefined && match.ends[step.host].triggers.length > 0) {
      for (const slip of slips?.(step, n, attempt) ?? []) move(step.host, slip);
      move(step.host, moveFor(course.level.vars, step, attempt.match.ends[step.host].tcb));
      steps.shift();
      n += 1;
    } else if (due !== null && !isDecisionDue(match)) {
      wall += Math.ceil((due - match.now) / fastest);
      add({ type: 'command', wall, command: { type: 'advance', at: due } });
    } else break;
  }
  return { attempt, entries };
}

/** Plays with the engine's own first answers, changed as a test wants; slowly, so that no bonus blurs the sum. */
export function playFreely(course: Course, change: (move: SendMove) => SendMove): Way {
  const entries: Entry[] = [{ type: 'command', wall: 0, command: { type: 'start', at: 0 } }];
  let attempt = playAttempt(course, 0, entries);
  while (attempt.wonAfter === null && entries.length < 400) {
    const { match, wall } = attempt;
    const role = roles.find((one) => match.ends[one].keeper === 'human' && match.ends[one].triggers.length > 0);
    const [form] = role === undefined ? [] : formsOf(match.ends[role].tcb);
    const move = form === undefined ? wait : change(form.move);
    const command: Command =
      role === undefined ? { type: 'advance', at: nextDue(match) ?? 1e9 } : { type: 'move', at: match.now, role, move };
    const entry: Entry = { type: 'command', wall: wall + 3_600_000, command };
    entries.push(entry);
    attempt = enter(attempt, entry);
  }
  return { attempt, entries };
}
const wait: Move = { type: 'wait' };
