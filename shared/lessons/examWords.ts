/** An exercise in words. */
import type { Exercise } from './exam.ts';
import type { ExerciseId } from './exercise.ts';
import { examEn } from './texts/exam.en.ts';
import { examZhCN } from './texts/exam.zh-CN.ts';
import type { ExamTexts } from './texts/examTexts.ts';

export const examTexts: { readonly [locale in 'en' | 'zh-CN']: ExamTexts } = { en: examEn, 'zh-CN': examZhCN };

export interface ExerciseWords {
  readonly ask: string;
  readonly why: string;
  readonly note: string | null;
  /** What stands beside each box, in the order of the fields. */
  readonly fields: readonly string[];
}

export function wordsOf<Id extends ExerciseId>(exercise: Exercise<Id>, locale: 'en' | 'zh-CN'): ExerciseWords {
  const { exercises, fields } = examTexts[locale];
  const { ask, why, note } = exercises[exercise.id];
  const { numbers } = exercise;
  return {
    ask: ask(numbers),
    why: why(numbers),
    note,
    fields: exercise.fields.map(({ name }) => fields[name] ?? name),
  };
}
