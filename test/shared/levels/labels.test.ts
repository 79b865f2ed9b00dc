import { expect, test } from 'vitest';
import { judge } from '../../../shared/judge/judge.ts';
import { misconceptionIds } from '../../../shared/judge/misconceptions.ts';
import { levels } from '../../../shared/levels/catalogue.ts';
import { mistakes } from '../../../shared/levels/mistakes.ts';
import { moveFor } from '../../../shared/levels/steps.ts';
import { redraw } from '../../../shared/levels/symbols.ts';
import { diceFrom, rngFrom } from '../../../shared/rng.ts';
import { neighbours } from './mistakes.ts';
import { playPar } from './par.ts';

/** The levels as they are written, and those that redraw their numbers three times more. */
const plays = [
  ...levels,
  ...[1, 2, 3].flatMap((seed) =>
    levels.filter(({ again }) => again === 'redraw').map((level) => redraw(level, diceFrom(rngFrom(seed)))),
  ),
];

test('98 of 100 mistakes made at the steps of the pars get the intended or a neighbouring label', () => {
  const counts = { intended: 0, neighbour: 0, other: 0 };
  const met = new Set<string>();
  const others: string[] = [];
  for (const level of plays) {
    playPar(level, level, level.par, (stage, step, { tcb, exchange, role }) => {
      const right = moveFor(level.vars, step, tcb);
      for (const id of misconceptionIds) {
        const move = mistakes[id]({ tcb, ...exchange, right, send: right.type === 'send' ? right : null });
        const judgement = move && judge(tcb, move, exchange);
        // A mistake that comes to a right move here is none.
        if (move === null || judgement === null || judgement.right) continue;
        const [label] = judgement.verdict.misconceptions;
        met.add(id);
        if (label === id) counts.intended += 1;
        else if (label !== undefined && neighbours[id]?.includes(label) === true) counts.neighbour += 1;
        else {
          counts.other += 1;
          others.push(`${level.id} ${stage.now} ${role} ${id} -> ${label}: ${JSON.stringify(move)}`);
        }
      }
    });
  }
  const all = counts.intended + counts.neighbour + counts.other;
  const share = (counts.intended + counts.neighbour) / all;
  console.info(`labels: ${all}, ${(share * 100).toFixed(2)} %`, counts, others.slice(0, 10));
  expect(share).toBeGreaterThanOrEqual(0.98);
  expect(misconceptionIds.filter((id) => !met.has(id))).toEqual([]);
});
