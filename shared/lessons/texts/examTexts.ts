/** What a locale must say about the exam. */
import type { ExamNumbers, ExerciseId } from '../exercise.ts';

export interface ExamText<Id extends ExerciseId> {
  readonly ask: (numbers: ExamNumbers[Id]) => string;
  /** How the answer is found. */
  readonly why: (numbers: ExamNumbers[Id]) => string;
  /** Where textbook and RFC differ, or what the paper leaves out; null: nothing. */
  readonly note: string | null;
}

export type ExamTexts = {
  readonly exercises: { readonly [Id in ExerciseId]: ExamText<Id> };
  /** What stands beside a box, by `Field.name`; RFC names (SYN, ACK, seq, ack) stand for themselves. */
  readonly fields: { readonly [name: string]: string };
};
