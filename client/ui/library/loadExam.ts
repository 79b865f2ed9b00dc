/** The exam's chunk: its answers come from the engine. */
import { lazyScreen } from '../lazy.ts';

export const { screen: examScreen, load: loadExam } = lazyScreen<Record<string, never>>(
  async () => (await import('./exam.tsx')).Exam,
);
