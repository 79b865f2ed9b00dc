/** A level from outside: a file, a shared link, the builder. Refused with file, field and reason if anything is wrong. */
import { fail, ok, type Result } from '../result.ts';
import type { Level } from './level.ts';
import type { LevelError } from './levelError.ts';
import { levelShape } from './levelShape.ts';
import { meaningProblem } from './meaning.ts';
import { proofProblem } from './proof.ts';

/** `file` is what the sentence about an error calls it. */
export function loadLevel(file: string, value: unknown): Result<Level, LevelError> {
  const shapeProblem = levelShape(value, '');
  if (shapeProblem !== null) return fail({ file, ...shapeProblem });
  // The shape was checked field by field: this is the parser's one cast.
  const level = value as Level;
  const problem = meaningProblem(level) ?? proofProblem(level);
  return problem === null ? ok(level) : fail({ file, ...problem });
}
