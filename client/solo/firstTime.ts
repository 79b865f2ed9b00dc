/**
 * The first meeting with a procedure begins with a demonstration: the card before a level shows the first decision
 * of the level with other numbers, before any clock runs.
 */
import { nextDue } from '../../shared/game/pace.ts';
import type { Level } from '../../shared/levels/level.ts';
import { type Procedure, procedureOf, startsWithDemonstration } from '../../shared/levels/procedures.ts';
import type { Progress } from '../../shared/levels/progress.ts';
import type { Situation } from '../../shared/levels/workedExample.ts';
import { type Sitting, isAsked, sitDown, step } from './sitting.ts';

export interface Demonstration {
  readonly procedure: Procedure;
  readonly situation: Situation;
}

/** What to show before this level; null: nothing is new, or the player is to try without help first. */
export function demonstrationFor(level: Level, { shown }: Progress): Demonstration | null {
  const sitting = untilAsked(sitDown(level, 0, ''));
  if (sitting === null) return null;
  const situation = sitting.attempt.match.ends[sitting.eyes];
  const procedure = procedureOf(situation.tcb);
  return startsWithDemonstration(level.id, procedure, shown) ? { procedure, situation } : null;
}

/** The first decision of the level; null: there is none. */
function untilAsked(sitting: Sitting): Sitting | null {
  const { match } = sitting.attempt;
  if (isAsked(match, sitting.eyes)) return sitting;
  const due = sitting.outcome === 'open' ? nextDue(match) : null;
  return due === null ? null : untilAsked(step(sitting, { type: 'advance', at: due }, 0));
}

export const withShown = (progress: Progress, procedure: Procedure): Progress =>
  progress.shown.includes(procedure) ? progress : { ...progress, shown: [...progress.shown, procedure] };
