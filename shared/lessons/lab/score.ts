/** Points and stars of a lab: its fields are its decisions, and the same rules hold as for moves. */
import type { HintStep } from '../../levels/attempt.ts';
import { levelOf } from '../../levels/catalogue.ts';
import type { Level } from '../../levels/level.ts';
import { type Score, scoreFrom, shareAfter } from '../../levels/score.ts';
import type { Millis } from '../../time.ts';
import type { LabAttempt } from './attempt.ts';

export interface LabDeed {
  /** Of each field that was asked, how often it was submitted wrong. Empty fields are not submitted. */
  readonly wrong: readonly number[];
  /** All fields are right. */
  readonly done: boolean;
  readonly thinking: Millis;
  readonly hint: HintStep;
}

export const labScore = ({ stars }: Pick<Level, 'stars'>, { wrong, done, thinking, hint }: LabDeed): Score =>
  scoreFrom({
    won: done,
    n: Math.max(1, wrong.length),
    kept: wrong.map(shareAfter),
    stars,
    thinking,
    refused: wrong.reduce((sum, times) => sum + times, 0),
    useless: 0,
    hint,
  });

export function scoreOfLab({ id, fields, answers, hints, thinking, doneAfter }: LabAttempt): Score {
  const level = levelOf(id);
  if (level === null) throw new Error(`no level ${id}`);
  const wrong = fields.filter(({ decision }) => decision).map((field) => answers[field.id]?.wrong ?? 0);
  const hint = Object.values(hints).reduce<HintStep>((most, step) => (step > most ? step : most), 0);
  return labScore(level, { wrong, done: doneAfter !== null, thinking, hint });
}
