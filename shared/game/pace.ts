/** How virtual time runs: when something happens next, and how fast the wall clock carries us there. */
import { endsAt } from '../net/flight.ts';
import { nextTimer } from '../tcp/transition.ts';
import type { Millis } from '../time.ts';
import type { Match } from './match.ts';
import { lateAt } from './late.ts';
import { roles } from './role.ts';
import type { Pace } from './view.ts';

/** Virtual milliseconds in one millisecond of the wall clock. A crossing of 100 ms takes 2 s on the screen. */
export const rates: { readonly [pace in Pace]: number } = { standing: 0, sailing: 1 / 20, idle: 2 };

/** A match at one instant, without its past. */
export type Situation = Omit<Match, 'history'>;

/** A human owes a decision. */
export const isDecisionDue = (match: Situation): boolean =>
  roles.some((role) => match.ends[role].keeper === 'human' && match.ends[role].triggers.length > 0);

/** Somebody is away: the others wait. */
export const isSomebodyAway = ({ ends }: Situation): boolean => roles.some((role) => ends[role].seat === 'away');

export function paceOf(match: Situation): Pace {
  if (match.phase !== 'playing' || isSomebodyAway(match)) return 'standing';
  const deciding = isDecisionDue(match);
  if (deciding && match.setup.clock === 'study') return 'standing';
  return deciding || match.flights.length > 0 ? 'sailing' : 'idle';
}

/** The next virtual instant at which anything happens by itself; null: nothing will. */
export function nextDue(match: Situation): Millis | null {
  if (match.phase !== 'playing') return null;
  const dues: Millis[] = [];
  for (const flight of match.flights) dues.push(endsAt(flight));
  for (const flight of match.coming) dues.push(flight.sentAt);
  for (const role of roles) {
    const { tcb, stepAt } = match.ends[role];
    const timer = nextTimer(tcb);
    if (timer !== null) dues.push(timer.at);
    if (stepAt !== null) dues.push(stepAt);
    const late = lateAt(match, match.ends[role]);
    if (late !== null) dues.push(late);
  }
  return dues.length === 0 ? null : Math.min(...dues);
}
