/**
 * For which misconceptions a decision is an opportunity: the move that somebody with that belief would make is wrong
 * here, and the judge would recognise it by that name. Making none of them is what mastery counts.
 */
import { formsOf } from '../judge/forms.ts';
import { judge } from '../judge/judge.ts';
import { type MisconceptionId, misconceptionIds } from '../judge/misconceptions.ts';
import type { Exchange } from '../judge/moment.ts';
import type { Move } from '../judge/move.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { mistakes } from './mistakes.ts';

/** What the engine would do here: send what it owes or may send first, otherwise wait. */
export const rightMove = (tcb: Tcb): Move => formsOf(tcb)[0]?.move ?? { type: 'wait' };

/** `right`: what the player did in the end, or what the engine would do. */
export const opportunities = (tcb: Tcb, exchange: Exchange, right: Move = rightMove(tcb)): readonly MisconceptionId[] =>
  misconceptionIds.filter((id) => isOpportunity(id, tcb, exchange, right));

export function isOpportunity(id: MisconceptionId, tcb: Tcb, { received, sent }: Exchange, right: Move): boolean {
  const exchange = { received, sent };
  const slip = mistakes[id]({ tcb, ...exchange, right, send: right.type === 'send' ? right : null });
  if (slip === null) return false;
  const judgement = judge(tcb, slip, exchange);
  return !judgement.right && judgement.verdict.misconceptions[0] === id;
}
