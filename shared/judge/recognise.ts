/** Which misconceptions a refused move shows: all that fit, in the curriculum's order. The first is for the player. */
import { type MisconceptionId, misconceptionIds } from './misconceptions.ts';
import { givenOrWait, type Moment, type Rule } from './moment.ts';
import type { Move } from './move.ts';
import { ackRules } from './rules/ackNumbers.ts';
import { closingRules } from './rules/closing.ts';
import { openingRules } from './rules/opening.ts';
import { resetRules } from './rules/resets.ts';
import { seqRules } from './rules/seqNumbers.ts';
import { timingRules } from './rules/timing.ts';

const rules: { readonly [id in MisconceptionId]: Rule } = {
  ...openingRules,
  ...resetRules,
  ...closingRules,
  ...timingRules,
  ...seqRules,
  ...ackRules,
};

/** Ask only about a move that was refused: a right one may look like any of them. */
export function recognise(at: Moment, move: Move): readonly MisconceptionId[] {
  const given = givenOrWait(move);
  const found = misconceptionIds.filter((id) => rules[id](at, given));
  // Every wrong ack that has a name is an old number too.
  const named = found.some((id) => id in ackRules && id !== 'ack-stale');
  return named ? found.filter((id) => id !== 'ack-stale') : found;
}
