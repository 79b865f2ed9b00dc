/**
 * A finished lab as it is sent, and whether it is what it claims to be: every answer of the log is marked again.
 * The numbers of a lab are the same for everybody, so a log proves that the answers were given, in this order and at
 * a pace that hands can keep; not who found them.
 */
import { RULES } from '../../game/rules.ts';
import { levelOf } from '../../levels/catalogue.ts';
import { hintSteps } from '../../levels/attempt.ts';
import { isFields, isOneOf, isText, isUpTo, isWhole, misfit, type Shape } from '../../levels/misfit.ts';
import { type Claim, claimShape, longestWall, mostEntries, RUN_FORMAT } from '../../levels/run.ts';
import type { Score } from '../../levels/score.ts';
import { editedField, type Known, nothingKnown, type RunFault, type RunRefusal } from '../../levels/verify.ts';
import type { Millis } from '../../time.ts';
import { beginLab, enterLab, isRight, type LabAttempt, type LabEntry } from './attempt.ts';
import { isLabId, parts } from './labs.ts';
import { scoreOfLab } from './score.ts';

export interface LabRun {
  readonly format: typeof RUN_FORMAT;
  readonly level: string;
  readonly version: number;
  /** As in `Run`. */
  readonly rules: number;
  readonly entries: readonly LabEntry[];
  readonly claim: Claim;
}

/** The longest answer that is read: a filter. */
export const longestAnswer = 200;
/** No hand fills in a field quicker than that, on average over all that were filled in. */
export const quickestField: Millis = 200;

export type LabVerified =
  | { readonly ok: true; readonly run: LabRun; readonly attempt: LabAttempt; readonly score: Score }
  | { readonly ok: false; readonly refusal: RunRefusal };

const no = (fault: RunFault, at: number | null = null, field = ''): LabVerified => ({
  ok: false,
  refusal: { fault, at, field },
});

const wall = isUpTo(longestWall);
const shapes: { readonly [type in LabEntry['type']]: Shape } = {
  start: { type: isText, wall },
  answer: {
    type: isText,
    wall,
    field: isText,
    typed: (value) => typeof value === 'string' && value.length <= longestAnswer,
  },
  hint: { type: isText, wall, part: isOneOf(Object.values(parts).flat()), step: isOneOf(hintSteps) },
};
const runShape = {
  format: isOneOf([RUN_FORMAT]),
  level: isText,
  version: isWhole(1_000_000),
  rules: isWhole(0xffff_ffff),
  entries: (value) => Array.isArray(value) && value.length <= mostEntries,
  claim: isFields,
} as const satisfies { readonly [field in keyof LabRun]: Shape[string] };

/** null: it has the form of a run. */
function misformed(found: unknown): string | null {
  const top = misfit(found, runShape, 'run');
  if (top !== null || !isFields(found)) return top ?? 'run';
  const entries: readonly unknown[] = Array.isArray(found['entries']) ? found['entries'] : [];
  return entries.map(misfitOfEntry).find((one) => one !== null) ?? misfit(found['claim'], claimShape, 'claim');
}

function misfitOfEntry(entry: unknown, n: number): string | null {
  const type = isFields(entry) ? entry['type'] : undefined;
  if (type !== 'start' && type !== 'answer' && type !== 'hint') return `entries.${n}.type`;
  return misfit(entry, shapes[type], `entries.${n}`);
}

export function verifyLab(found: unknown, known: Known = nothingKnown): LabVerified {
  const field = misformed(found);
  if (field !== null) return no('form', null, field);
  // The shape was checked field by field: this is the parser's one cast.
  const run = found as LabRun;
  const level = levelOf(run.level);
  if (level === null || !isLabId(run.level)) return no('level', null, run.level);
  if (level.version !== run.version) return no('version', null, String(level.version));
  if (run.rules !== RULES) return no('rules', null, String(RULES));
  const last = run.entries.at(-1)?.wall ?? 0;
  // Clocks of two computers run a little differently.
  if (known.elapsed !== null && last > known.elapsed * 1.02) return no('too-short');
  let attempt = beginLab(run.level);
  for (const [n, entry] of run.entries.entries()) {
    const fault = faultOf(attempt, entry, n);
    if (fault !== null) return no(fault, n);
    attempt = enterLab(attempt, entry);
    if (isRushed(attempt)) return no('too-fast', n);
  }
  if (attempt.doneAfter === null) return no('not-won');
  const score = scoreOfLab(attempt);
  const edited = editedField(run.claim, score);
  return edited === null ? { ok: true, run, attempt, score } : no('edited', null, edited);
}

/** What makes an entry impossible where the attempt stands. */
function faultOf(attempt: LabAttempt, entry: LabEntry, n: number): RunFault | null {
  if ((entry.type === 'start') !== (n === 0)) return n === 0 ? 'start' : 'order';
  if (attempt.doneAfter !== null) return 'after-win';
  if (entry.wall < attempt.wall) return 'order';
  if (entry.type !== 'answer') return null;
  const asked = attempt.fields.some(({ id }) => id === entry.field);
  return asked && !isRight(attempt, entry.field) ? null : 'nobody-asked';
}

const isRushed = ({ answers, wall: spent }: LabAttempt): boolean =>
  Object.values(answers).filter(({ right }) => right).length * quickestField > spent;

/** The run that a client sends after a lab. */
export function runOfLab(entries: readonly LabEntry[], attempt: LabAttempt): LabRun {
  const { points, stars, thinking, refused, hint } = scoreOfLab(attempt);
  return {
    format: RUN_FORMAT,
    level: attempt.id,
    version: levelOf(attempt.id)?.version ?? 0,
    rules: RULES,
    entries,
    claim: { points, stars, thinking, refused, hint },
  };
}
