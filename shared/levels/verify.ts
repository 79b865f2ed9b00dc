/**
 * Whether a run is what it claims to be: the log is folded again, and everything that a client could have made up is
 * held against the fold. A server may also say what it knows: the seed that it gave out, and how long ago.
 */
import { isDecisionDue } from '../game/pace.ts';
import { RULES } from '../game/rules.ts';
import type { Millis } from '../time.ts';
import { assertNever } from '../result.ts';
import { type Attempt, beginAttempt, enter, type Entry } from './attempt.ts';
import { levelOf } from './catalogue.ts';
import { type Course, courseOf, isHuman } from './course.ts';
import type { Level } from './level.ts';
import { numbered } from './plan.ts';
import { type Claim, readRun, type Run, RUN_FORMAT } from './run.ts';
import { type Score, scoreOf } from './score.ts';
import { evaluate } from './symbols.ts';

/** No hand is quicker, from being asked to a move that is right. */
export const quickestSend: Millis = 300;
export const quickestWait: Millis = 120;
/** Virtual milliseconds that pass in one of the wall clock, at most: what "on to the next moment" may do. */
export const quickestSea = 100;

export const runFaults = [
  'form',
  'format',
  'level',
  'version',
  'rules',
  'variant',
  'lab',
  'seed',
  'numbers',
  'copy',
  'start',
  'order',
  'role',
  'nobody-asked',
  'clock',
  'too-fast',
  'too-short',
  'not-won',
  'after-win',
  'edited',
] as const;
export type RunFault = (typeof runFaults)[number];

/** `at`: the entry that shows it, counted from 0, or null; `field`: what is wrong, where the fault alone says little. */
export interface RunRefusal {
  readonly fault: RunFault;
  readonly at: number | null;
  readonly field: string;
}

export type Verified =
  | { readonly ok: true; readonly run: Run; readonly course: Course; readonly attempt: Attempt; readonly score: Score }
  | { readonly ok: false; readonly refusal: RunRefusal };

/** What a server knows of the attempt; null: nothing. */
export interface Known {
  /** The seed that it gave out for it. */
  readonly seed: number | null;
  /** Since it gave out the seed. */
  readonly elapsed: Millis | null;
  /** The names (`runName`) of runs that it has taken. */
  readonly isCopy: ((run: Run) => boolean) | null;
}
export const nothingKnown: Known = { seed: null, elapsed: null, isCopy: null };

const no = (fault: RunFault, at: number | null = null, field = ''): Verified => ({
  ok: false,
  refusal: { fault, at, field },
});

/** Clocks of two computers run a little differently. */
const drift = 1.02;

export function verify(found: unknown, known: Known = nothingKnown): Verified {
  // Before the form, so that a newer client is told what is the matter.
  const format = typeof found === 'object' && found !== null && 'format' in found ? found.format : undefined;
  if (typeof format === 'number' && format !== RUN_FORMAT) return no('format', null, String(format));
  const read = readRun(found);
  if (!read.ok) return no('form', null, read.error.field);
  const run = read.value;
  const level = levelOf(run.level);
  if (level === null) return no('level', null, run.level);
  if (level.version !== run.version) return no('version', null, String(level.version));
  if (run.rules !== RULES) return no('rules', null, String(RULES));
  if (level.mode === 'lab') return no('lab');
  if (known.seed !== null && known.seed !== run.seed) return no('seed');
  const drawn = numbered(level, run.seed);
  const wrong = wrongNumber(drawn, run.numbers);
  if (wrong !== null) return no('numbers', null, wrong);
  const course = courseOf(drawn, run.variant);
  if (course === null) return no('variant', null, run.variant ?? '');
  if (known.isCopy?.(run) === true) return no('copy');
  const wall = run.entries.at(-1)?.wall ?? 0;
  if (known.elapsed !== null && wall > known.elapsed * drift) return no('too-short');
  return verifyLog(run, course);
}

/** A variable that the player saw with another number than the seed draws, or one too many. */
function wrongNumber({ vars }: Level, numbers: Run['numbers']): string | null {
  const extra = Object.keys(numbers).find((name) => !Object.hasOwn(vars, name));
  if (extra !== undefined) return extra;
  return Object.keys(vars).find((name) => numbers[name] !== evaluate(vars, { var: name })) ?? null;
}

/** The level's variables as numbers: what a client writes into a run. */
export const numbersOf = ({ vars }: Level): Run['numbers'] =>
  Object.fromEntries(Object.keys(vars).map((name) => [name, evaluate(vars, { var: name })]));

function verifyLog(run: Run, course: Course): Verified {
  let attempt = beginAttempt(course, run.seed);
  for (const [n, entry] of run.entries.entries()) {
    const fault = faultOf(attempt, entry, n);
    if (fault !== null) return no(fault, n);
    const next = enter(attempt, entry);
    if (isRushed(attempt, next, entry)) return no('too-fast', n);
    attempt = next;
  }
  if (attempt.wonAfter === null) return no('not-won');
  const score = scoreOf(attempt);
  const edited = editedField(run.claim, score);
  return edited === null ? { ok: true, run, course, attempt, score } : no('edited', null, edited);
}

/** What makes an entry impossible where the attempt stands. */
function faultOf(attempt: Attempt, entry: Entry, n: number): RunFault | null {
  const { match, course, wall, wonAfter } = attempt;
  const starts = entry.type === 'command' && entry.command.type === 'start';
  if (starts !== (n === 0)) return n === 0 ? 'start' : 'order';
  if (wonAfter !== null) return 'after-win';
  if (entry.wall < wall) return 'order';
  if (entry.type === 'hint') return roleFault(attempt, entry.role);
  const { command } = entry;
  switch (command.type) {
    case 'start':
      return command.at === 0 ? null : 'clock';
    case 'advance':
      return advanceFault(attempt, command.at);
    case 'move':
      if (command.at < match.now) return 'order';
      if (command.at > match.now) return 'clock';
      return roleFault(attempt, command.role);
    case 'seat':
    case 'occupy':
      return isHuman(course, command.role) ? 'role' : 'order';
    default:
      return assertNever(command);
  }
}

function roleFault({ course, match }: Attempt, role: 'client' | 'server'): RunFault | null {
  if (!isHuman(course, role)) return 'role';
  return match.ends[role].triggers.length === 0 ? 'nobody-asked' : null;
}

/** Time stands while somebody is asked. An entry may pass several happenings, but none of them a decision. */
function advanceFault({ match }: Attempt, at: Millis): RunFault | null {
  if (at < match.now) return 'order';
  return isDecisionDue(match) ? 'clock' : null;
}

/** Nobody thinks, and nothing sails, as quickly as that. A refused move may be quick: it only costs. */
function isRushed(before: Attempt, after: Attempt, entry: Entry): boolean {
  const passed = entry.wall - before.wall;
  if (after.match.now - before.match.now > passed * quickestSea) return true;
  if (entry.type !== 'command' || entry.command.type !== 'move') return false;
  const accepted = after.decisions.length > before.decisions.length;
  return accepted && passed < (entry.command.move.type === 'wait' ? quickestWait : quickestSend);
}

/** The first field of a claim that is not the score's; null: all are. */
export function editedField(claim: Claim, score: Score): string | null {
  const fields = ['points', 'stars', 'thinking', 'refused', 'hint'] as const;
  // A clock may give fractions of a millisecond, which are summed in the same order, yet written and read in between.
  return fields.find((field) => Math.abs(claim[field] - score[field]) > (field === 'thinking' ? 1 : 0)) ?? null;
}

/** The run that a client sends after `attempt`. */
export const runOf = (course: Course, seed: number, entries: readonly Entry[], attempt: Attempt): Run => {
  const { points, stars, thinking, refused, hint } = scoreOf(attempt);
  const variant = course.level.variants.find(({ par }) => par === course.par)?.name ?? null;
  return {
    format: RUN_FORMAT,
    level: course.level.id,
    version: course.level.version,
    rules: RULES,
    variant,
    seed,
    numbers: numbersOf(course.level),
    entries,
    claim: { points, stars, thinking, refused, hint },
  };
};
