/**
 * One attempt at a lab: the fold of its log of answers, as `shared/levels/attempt.ts` is of a log of moves. Score and
 * verification read the same fold.
 */
import { type HintStep } from '../../levels/attempt.ts';
import type { Millis } from '../../time.ts';
import type { LabId } from './frames.ts';
import { type AskedField, fieldsOf, type Part } from './labs.ts';
import { tidy } from './typed.ts';

/** `wall`: milliseconds of the player's own clock since the attempt began. */
export type LabEntry =
  | { readonly type: 'start'; readonly wall: Millis }
  | { readonly type: 'answer'; readonly wall: Millis; readonly field: string; readonly typed: string }
  | { readonly type: 'hint'; readonly wall: Millis; readonly part: Part; readonly step: HintStep };

export interface Answered {
  /** As it was submitted last. */
  readonly typed: string;
  readonly right: boolean;
  /** How often it was submitted wrong. The same wrong answer once more is no new one. */
  readonly wrong: number;
}

export interface LabAttempt {
  readonly id: LabId;
  readonly fields: readonly AskedField[];
  /** Fields that were not answered yet are not in it. */
  readonly answers: { readonly [field: string]: Answered };
  readonly hints: { readonly [part in Part]?: HintStep };
  readonly wall: Millis;
  /** Until the last timed field was right. */
  readonly thinking: Millis;
  readonly entries: number;
  /** How many entries had been folded when all was right; null: it is not. */
  readonly doneAfter: number | null;
}

export const beginLab = (id: LabId): LabAttempt => ({
  id,
  fields: fieldsOf(id),
  answers: {},
  hints: {},
  wall: 0,
  thinking: 0,
  entries: 0,
  doneAfter: null,
});

export const isRight = ({ answers }: LabAttempt, field: string): boolean => answers[field]?.right === true;

/** Every field that `filter` picks is right. */
export const allRight = (attempt: LabAttempt, filter: (field: AskedField) => boolean): boolean =>
  attempt.fields.every((field) => !filter(field) || isRight(attempt, field.id));
export const isPartDone = (attempt: LabAttempt, part: Part): boolean =>
  allRight(attempt, (field) => field.part === part);

/** Whether the clock runs. */
export const isTimed = (attempt: LabAttempt): boolean => !allRight(attempt, ({ timed }) => timed);

/** Folds one entry. Anything may be folded; whether it could happen is for `verifyLab` to say. */
export function enterLab(attempt: LabAttempt, entry: LabEntry): LabAttempt {
  const passed = Math.max(0, entry.wall - attempt.wall);
  const timed: LabAttempt = {
    ...attempt,
    wall: Math.max(attempt.wall, entry.wall),
    thinking: attempt.thinking + (isTimed(attempt) ? passed : 0),
    entries: attempt.entries + 1,
  };
  const after = folded(timed, entry);
  return after.doneAfter === null && allRight(after, () => true) ? { ...after, doneAfter: after.entries } : after;
}

function folded(attempt: LabAttempt, entry: LabEntry): LabAttempt {
  if (entry.type === 'start') return attempt;
  if (entry.type === 'hint') {
    const before = attempt.hints[entry.part] ?? 0;
    return { ...attempt, hints: { ...attempt.hints, [entry.part]: entry.step > before ? entry.step : before } };
  }
  const field = attempt.fields.find(({ id }) => id === entry.field);
  if (field === undefined || isRight(attempt, field.id)) return attempt;
  const before = attempt.answers[field.id] ?? { typed: '', right: false, wrong: 0 };
  const right = field.slip(entry.typed) === null;
  const again = before.wrong > 0 && tidy(before.typed) === tidy(entry.typed);
  const answered: Answered = { typed: entry.typed, right, wrong: before.wrong + (right || again ? 0 : 1) };
  return { ...attempt, answers: { ...attempt.answers, [field.id]: answered } };
}

/** The whole fold. */
export const playLab = (id: LabId, entries: readonly LabEntry[]): LabAttempt => entries.reduce(enterLab, beginLab(id));
