/** When a player has waited too long: see `patience.ts`. */
import type { Millis } from '../time.ts';
import type { End, Match } from './match.ts';

/** MUST-40: an ACK waits less than half a second. The rest has no number in the RFC, and gets the same. */
const longest: Millis = 500;

/** When the judge speaks up; null: it has no reason to. */
export const lateAt = ({ setup }: Pick<Match, 'setup'>, { late }: Pick<End, 'late'>): Millis | null =>
  setup.clock === 'live' && late !== null && !late.told ? late.since + longest : null;
