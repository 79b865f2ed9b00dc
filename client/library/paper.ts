/** Pure: the exam, one exercise in front, what was typed into its boxes, and how it was marked. */
import { type Exercise, examDeck } from '../../shared/lessons/exam.ts';
import { type Mark, counts, markField } from '../../shared/lessons/exercise.ts';

export interface Paper {
  readonly exercises: readonly Exercise[];
  readonly at: number;
  /** One for each box, in the order of the fields; empty: nothing typed yet. */
  readonly typed: readonly string[];
  /** null: not checked yet. */
  readonly marks: readonly Mark[] | null;
  readonly answered: number;
  readonly right: number;
}

const blank = (exercise: Exercise | undefined): readonly string[] => exercise?.fields.map(() => '') ?? [];

/** 0: the numbers of the papers. */
export function paperFrom(seed: number): Paper {
  const exercises = examDeck(seed);
  return { exercises, at: 0, typed: blank(exercises[0]), marks: null, answered: 0, right: 0 };
}

export const exerciseInFront = ({ exercises, at }: Paper): Exercise | null => exercises[at] ?? null;

/** What is checked stands as it was typed. */
export function type(paper: Paper, box: number, text: string): Paper {
  if (paper.marks !== null) return paper;
  return { ...paper, typed: paper.typed.map((before, n) => (n === box ? text : before)) };
}

export const isFilled = ({ typed }: Paper): boolean => typed.every((text) => text.trim() !== '');

/** Marks every box. The exercise is right if each counts. */
export function check(paper: Paper): Paper {
  const exercise = exerciseInFront(paper);
  if (exercise === null || paper.marks !== null || !isFilled(paper)) return paper;
  const marks = exercise.fields.map((field, n) => markField(field, paper.typed[n] ?? ''));
  return { ...paper, marks, answered: paper.answered + 1, right: paper.right + (marks.every(counts) ? 1 : 0) };
}

export function nextExercise(paper: Paper): Paper {
  if (paper.marks === null) return paper;
  const at = paper.at + 1;
  return { ...paper, at, typed: blank(paper.exercises[at]), marks: null };
}
