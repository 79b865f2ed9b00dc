/**
 * What a pupil avoids for good: CURRICULUM, section 4, "Mastery per misconception". No hidden probabilities: the row
 * of clean opportunities is kept, and the state shown can be said in one sentence (`sayMastery`). Days are whole
 * numbers that the caller counts; the game has no calendar.
 */
import type { MisconceptionId } from '../judge/misconceptions.ts';
import type { Decision } from './attempt.ts';
import { answerOf } from './score.ts';
import { opportunities } from './opportunities.ts';

/** Leitner's boxes: in days, how long a misconception rests in each. */
export const boxes = [1, 2, 3, 4, 5] as const;
export type Box = (typeof boxes)[number];
export const restDays = { 1: 1, 2: 3, 3: 7, 4: 14, 5: 30 } as const satisfies { readonly [box in Box]: number };

/** What came of one opportunity. `unclear`: right, but with help, after a refusal, or by guessing. */
export const outcomes = ['clean', 'committed', 'unclear'] as const;
export type Outcome = (typeof outcomes)[number];

/** Where daily puzzles count: a level of their own, so that what only one level teaches can be mastered too. */
export const DAILY = 'daily';

/** All that is known of one misconception. JSON. */
export interface Row {
  /** Clean opportunities since it was last committed. */
  readonly clean: number;
  /** The levels of those, each once, in order. */
  readonly levels: readonly string[];
  /** The days of the first and the last of those; null: there are none. */
  readonly first: number | null;
  readonly last: number | null;
  readonly box: Box;
  /** The day on which it is to be asked again. */
  readonly due: number;
  /** The last three opportunities, the latest last. */
  readonly recent: readonly Outcome[];
  /** How many opportunities there ever were. */
  readonly met: number;
  /** The day of the latest. */
  readonly seen: number;
}

export const colours = ['red', 'amber', 'green', 'grey'] as const;
export type Colour = (typeof colours)[number];

/** How often, in how many levels, and over how many days something is to be avoided. */
export const enough = { clean: 3, levels: 2, days: 1 } as const;

export const isMastered = ({ clean, levels, first, last }: Row): boolean =>
  clean >= enough.clean &&
  levels.length >= enough.levels &&
  first !== null &&
  last !== null &&
  last - first >= enough.days;

export function colourOf(row: Row | undefined): Colour {
  if (row === undefined || row.met === 0) return 'grey';
  if (row.recent.includes('committed')) return 'red';
  return isMastered(row) ? 'green' : 'amber';
}

const unmet = (day: number): Row => ({
  clean: 0,
  levels: [],
  first: null,
  last: null,
  box: 1,
  due: day,
  recent: [],
  met: 0,
  seen: day,
});

const higher = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 5 } as const;
const lower = { 1: 1, 2: 1, 3: 2, 4: 3, 5: 4 } as const;

/** The row after one more opportunity, met in `level` on `day`. */
export function after(before: Row | undefined, outcome: Outcome, level: string, day: number): Row {
  const row = before ?? unmet(day);
  const seen = Math.max(row.seen, day);
  const met: Row = { ...row, met: row.met + 1, seen, recent: [...row.recent, outcome].slice(-3) };
  switch (outcome) {
    case 'unclear':
      return met;
    case 'committed': {
      const box = lower[row.box];
      return { ...met, clean: 0, levels: [], first: null, last: null, box, due: day + restDays[box] };
    }
    case 'clean': {
      const levels = row.levels.includes(level) ? row.levels : [...row.levels, level];
      const clean = { ...met, clean: row.clean + 1, levels, first: row.first ?? day, last: seen };
      // A box is earned on the day it is due, not by many decisions of one afternoon.
      if (day < row.due) return clean;
      const box = row.met === 0 ? row.box : higher[row.box];
      return { ...clean, box, due: day + restDays[box] };
    }
  }
}

/** Quicker than this nobody has read what arrived: a right Wait may be a reflex. */
export const reflex = 1000;
/** More submissions than this within `burst` are tries, not answers. */
export const mostTries = 2;
export const burst = 3000;

/** Guess control: the answer came too quickly to count as known. */
export function isGuess({ since, submissions }: Decision): boolean {
  const answer = submissions.at(-1);
  if (answer === undefined) return true;
  if (answer.move.type === 'wait' && answer.wall - since < reflex) return true;
  return submissions.some(
    ({ wall }) => submissions.filter((other) => other.wall >= wall && other.wall - wall < burst).length > mostTries,
  );
}

/** What one decision shows, by misconception; those that it was no opportunity for are left out. */
export function outcomesOf(decision: Decision): readonly (readonly [MisconceptionId, Outcome])[] {
  const { tcb, exchange, submissions, hint } = decision;
  // What is shown is what was committed: one thing at a time.
  const committed = new Set(submissions.flatMap(({ refused }) => refused?.[0] ?? []));
  const clean = submissions.length === 1 && hint < 2 && !isGuess(decision);
  const open = opportunities(tcb, exchange, answerOf(decision) ?? undefined).filter((id) => !committed.has(id));
  return [
    ...[...committed].map((id) => [id, 'committed'] as const),
    ...open.map((id) => [id, clean ? 'clean' : 'unclear'] as const),
  ];
}
