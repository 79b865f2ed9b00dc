/** Pure: the exam, one exercise in front, what was typed into its boxes, how it was marked, and how long it took. */
import { type Exercise, examDeck } from '../../shared/lessons/exam.ts';
import { type Mark, type Topic, counts, markField, topics } from '../../shared/lessons/exercise.ts';
import type { Millis } from '../../shared/time.ts';

/** What became of one exercise. */
export interface Outcome {
  readonly topic: Topic;
  readonly right: boolean;
  /** Until it was checked. */
  readonly spent: Millis;
  readonly inTime: boolean;
}

export interface Paper {
  readonly seed: number;
  readonly exercises: readonly Exercise[];
  /** The cover is read before any clock runs. */
  readonly begun: boolean;
  readonly at: number;
  /** One for each box, in the order of the fields; empty: nothing typed yet. */
  readonly typed: readonly string[];
  /** null: not checked yet. */
  readonly marks: readonly Mark[] | null;
  /** Of the exercises that were checked, in order. */
  readonly outcomes: readonly Outcome[];
}

const blank = (exercise: Exercise | undefined): readonly string[] => exercise?.fields.map(() => '') ?? [];

/** 0: the numbers of the papers. */
export function paperFrom(seed: number): Paper {
  const exercises = examDeck(seed);
  return { seed, exercises, begun: false, at: 0, typed: blank(exercises[0]), marks: null, outcomes: [] };
}

export const begin = (paper: Paper): Paper => ({ ...paper, begun: true });

export const exerciseInFront = ({ exercises, at }: Paper): Exercise | null => exercises[at] ?? null;

/** A minute to read and to answer, half a minute more for each further box: what a 408 paper leaves. */
export const limitOf = ({ fields }: Exercise): Millis => 60_000 + 30_000 * (fields.length - 1);

/** What is checked stands as it was typed. */
export function type(paper: Paper, box: number, text: string): Paper {
  if (paper.marks !== null) return paper;
  return { ...paper, typed: paper.typed.map((before, n) => (n === box ? text : before)) };
}

export const isFilled = ({ typed }: Paper): boolean => typed.every((text) => text.trim() !== '');

/** Marks every box. The exercise is right if each counts; being late costs nothing but the mark for it. */
export function check(paper: Paper, spent: Millis): Paper {
  const exercise = exerciseInFront(paper);
  if (exercise === null || paper.marks !== null || !isFilled(paper)) return paper;
  const marks = exercise.fields.map((field, n) => markField(field, paper.typed[n] ?? ''));
  const right = marks.every(counts);
  const outcome: Outcome = { topic: exercise.topic, right, spent, inTime: spent <= limitOf(exercise) };
  return { ...paper, marks, outcomes: [...paper.outcomes, outcome] };
}

export function nextExercise(paper: Paper): Paper {
  if (paper.marks === null) return paper;
  const at = paper.at + 1;
  return { ...paper, at, typed: blank(paper.exercises[at]), marks: null };
}

export interface Tally {
  readonly answered: number;
  readonly right: number;
  readonly inTime: number;
  readonly spent: Millis;
}

export const tallyOf = (outcomes: readonly Outcome[]): Tally => ({
  answered: outcomes.length,
  right: outcomes.filter(({ right }) => right).length,
  inTime: outcomes.filter(({ right, inTime }) => right && inTime).length,
  spent: outcomes.reduce((sum, { spent }) => sum + spent, 0),
});

/** By topic, those that came up. */
export const tallies = ({ outcomes }: Paper): readonly (readonly [Topic, Tally])[] =>
  topics
    .map((topic) => [topic, tallyOf(outcomes.filter((one) => one.topic === topic))] as const)
    .filter(([, { answered }]) => answered > 0);
