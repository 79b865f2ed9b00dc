/** Points and stars of a lab: its fields are its decisions, and the same rules hold as for moves. */
import type { HintStep } from '../levels/attempt.ts';
import type { Level } from '../levels/level.ts';
import { type Score, scoreFrom, shareAfter } from '../levels/score.ts';
import type { Millis } from '../time.ts';
import { columns, solved, tables } from './lab.ts';
import { headerFields, labHeader, placeOf } from './labHeader.ts';

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

/** The fields of both tables of lab-01: 28. */
export const tableFields = (): number =>
  tables.reduce((sum, table) => sum + solved(table).length * columns[table].length, 0);

/** The fields of the three headers of lab-02: 32, since the third has no options. */
export const headerFieldCount = (): number =>
  (['first', 'second', 'third'] as const).reduce(
    (sum, name) => sum + headerFields.filter((field) => placeOf(field, labHeader(name)) !== null).length,
    0,
  );
