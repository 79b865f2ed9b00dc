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

/** Clean opportunities of one day in one level. */
export interface Clean {
  readonly day: number;
  readonly level: string;
  readonly times: number;
}

/** `nth`: of all times that it was ever committed, so that two on one day are two. */
export interface Slip {
  readonly day: number;
  readonly nth: number;
}

/** All that is known of one misconception. JSON. */
export interface Row {
  /** When it was committed last; null: never. */
  readonly slip: Slip | null;
  /** Clean opportunities since then, by day and level, in that order. */
  readonly cleans: readonly Clean[];
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

/** What the clean opportunities since the last slip add up to. */
export interface Evidence {
  readonly clean: number;
  readonly levels: number;
  /** From the first to the last of them. */
  readonly days: number;
}

export function evidenceOf(row: Row | undefined): Evidence {
  const cleans = row?.cleans ?? [];
  return {
    clean: cleans.reduce((sum, { times }) => sum + times, 0),
    levels: new Set(cleans.map(({ level }) => level)).size,
    days: (cleans.at(-1)?.day ?? 0) - (cleans[0]?.day ?? 0),
  };
}

/** What is still needed: so many times, in another level, on another day. */
export interface Lack {
  readonly times: number;
  readonly level: boolean;
  readonly day: boolean;
}

export function lackOf({ clean, levels, days }: Evidence): Lack {
  const level = clean > 0 && levels < enough.levels;
  const day = clean > 0 && days < enough.days;
  return { times: Math.max(enough.clean - clean, level || day ? 1 : 0), level, day };
}

export const isMastered = (row: Row): boolean => lackOf(evidenceOf(row)).times === 0;

export function colourOf(row: Row | undefined): Colour {
  if (row === undefined || row.met === 0) return 'grey';
  if (row.recent.includes('committed')) return 'red';
  return isMastered(row) ? 'green' : 'amber';
}

/** Before the first opportunity; what is met today rests a day. */
const unmet = (day: number): Row => ({
  slip: null,
  cleans: [],
  box: 1,
  due: day + restDays[1],
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
      const slip = { day: seen, nth: (row.slip?.nth ?? 0) + 1 };
      return { ...met, slip, cleans: [], box, due: day + restDays[box] };
    }
    case 'clean': {
      const times = 1 + (row.cleans.find((one) => one.day === seen && one.level === level)?.times ?? 0);
      const clean = { ...met, cleans: unite(row.cleans, [{ day: seen, level, times }]) };
      // A box is earned on the day it is due, not by many decisions of one afternoon.
      if (day < row.due) return clean;
      const box = higher[row.box];
      return { ...clean, box, due: day + restDays[box] };
    }
  }
}

/** More than this is not needed to know that something is known: the first and the latest stay. */
export const mostCleans = 40;

/** What either list knows of a day and a level; never the sum, because both may tell of the same opportunity. */
function unite(a: readonly Clean[], b: readonly Clean[]): readonly Clean[] {
  const found = new Map<string, Clean>();
  for (const clean of [...a, ...b]) {
    const key = `${clean.day} ${clean.level}`;
    if ((found.get(key)?.times ?? 0) < clean.times) found.set(key, clean);
  }
  const all = [...found.values()].toSorted((one, other) => one.day - other.day || (one.level < other.level ? -1 : 1));
  return all.length > mostCleans ? [...all.slice(0, 1), ...all.slice(1 - mostCleans)] : all;
}

/**
 * Two rows of one pupil, from two browsers, as one: the later slip counts in both, and no clean opportunity after it
 * is lost. The rest is as it was seen last. In whatever order rows are joined, and however often, it comes to the same.
 */
export function joinRows(a: Row, b: Row): Row {
  const slip = slipOrder(a.slip, b.slip) >= 0 ? a.slip : b.slip;
  const { box, due, recent, met, seen } = isSeenLater(a, b) ? a : b;
  return { slip, cleans: unite(cleansSince(a, slip), cleansSince(b, slip)), box, due, recent, met, seen };
}

const slipOrder = (a: Slip | null, b: Slip | null): number =>
  (a?.day ?? -Infinity) === (b?.day ?? -Infinity)
    ? (a?.nth ?? 0) - (b?.nth ?? 0)
    : (a?.day ?? -Infinity) - (b?.day ?? -Infinity);

/** On the day of the slip, only the row that has it knows what came after it. */
const cleansSince = (row: Row, slip: Slip | null): readonly Clean[] =>
  slip === null
    ? row.cleans
    : row.cleans.filter(({ day }) => day > slip.day || (day === slip.day && slipOrder(row.slip, slip) === 0));

/** Who saw it last knows most; of two equals the one with more behind it. Any total order would do. */
function isSeenLater(a: Row, b: Row): boolean {
  if (a.seen !== b.seen) return a.seen > b.seen;
  if (a.met !== b.met) return a.met > b.met;
  const rest = ({ box, due, recent }: Row): string => JSON.stringify([box, due, recent]);
  return rest(a) >= rest(b);
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

/** What is shown is what was committed: one thing at a time. */
export const committedIn = (submissions: Decision['submissions']): ReadonlySet<MisconceptionId> =>
  new Set(submissions.flatMap(({ refused }) => refused?.[0] ?? []));

/** What one decision shows, by misconception; those that it was no opportunity for are left out. */
export function outcomesOf(decision: Decision): readonly (readonly [MisconceptionId, Outcome])[] {
  const { tcb, exchange, submissions, hint } = decision;
  const committed = committedIn(submissions);
  const clean = submissions.length === 1 && hint < 2 && !isGuess(decision);
  const open = opportunities(tcb, exchange, answerOf(decision) ?? undefined).filter((id) => !committed.has(id));
  return [
    ...[...committed].map((id) => [id, 'committed'] as const),
    ...open.map((id) => [id, clean ? 'clean' : 'unclear'] as const),
  ];
}
