/**
 * The own first move beside the RFC's: what follows a level that asks "why" (CURRICULUM, section 4), and what a
 * debriefing shows of any decision.
 */
import type { MisconceptionId } from '../judge/misconceptions.ts';
import type { Move } from '../judge/move.ts';
import type { ClauseId } from '../tcp/clauses.ts';
import type { State } from '../tcp/state.ts';
import type { Decision } from './attempt.ts';
import { ruleOf } from './hints.ts';
import { rightMove } from './opportunities.ts';

export interface Comparison {
  readonly state: State;
  readonly own: Move;
  readonly right: Move;
  /** What the own move was taken for; null: it was right, or has no name. */
  readonly misconception: MisconceptionId | null;
  readonly clause: ClauseId;
}

/** null: nothing was submitted. */
export function comparisonOf({ tcb, exchange, submissions }: Decision): Comparison | null {
  const [first] = submissions;
  if (first === undefined) return null;
  const right = first.refused === null ? first.move : (answered(submissions) ?? rightMove(tcb));
  const clause = ruleOf({ tcb, triggers: [], last: exchange });
  return { state: tcb.state, own: first.move, right, misconception: first.refused?.[0] ?? null, clause };
}

const answered = (submissions: Decision['submissions']): Move | null => {
  const last = submissions.at(-1);
  return last?.refused === null ? last.move : null;
};
