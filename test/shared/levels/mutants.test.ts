import { describe, expect, test } from 'vitest';
import { judge } from '../../../shared/judge/judge.ts';
import { levels } from '../../../shared/levels/catalogue.ts';
import { moveFor } from '../../../shared/levels/steps.ts';
import { harmless, mutantsOf } from './mutants.ts';
import { playPar } from './par.ts';

describe('every mutant of every par is refused, or harmless for a reason', () => {
  const reasons = new Map<string, number>();
  let refused = 0;
  let named = 0;

  const ways = levels.flatMap((level) => [
    [level.id, level, level, level.par] as const,
    ...level.variants.map(
      ({ name, changes, par }) => [`${level.id}: ${name}`, level, { ...level, ...changes }, par] as const,
    ),
  ]);

  test.each(ways)('%s', (_, level, scene, par) => {
    const wrong: string[] = [];
    playPar(level, scene, par, (stage, step, end) => {
      const right = moveFor(level.vars, step, end.tcb);
      for (const mutant of mutantsOf(right, end.tcb)) {
        const judgement = judge(end.tcb, mutant.move, end.exchange);
        const reason = harmless(mutant, right, end.tcb);
        const where = `${stage.now} ${end.role} ${JSON.stringify(right)}: ${mutant.change}`;
        if (!judgement.right) {
          refused += 1;
          named += judgement.verdict.misconceptions.length > 0 ? 1 : 0;
        }
        if (!judgement.right) continue;
        if (reason === null) wrong.push(`${where}: accepted`);
        else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
    });
    expect(wrong).toEqual([]);
  });

  test('more than a thousand are refused', () => {
    const share = ((100 * named) / refused).toFixed(1);
    console.info('mutants refused:', refused, `(${share} % by name)`, 'harmless:', Object.fromEntries(reasons));
    expect(refused).toBeGreaterThan(1000);
  });
});
