/** Every level, played to its win through the same match that players play: the par, move by move. */
import { describe, expect, test } from 'vitest';
import type { Match } from '../../../shared/game/match.ts';
import { nextDue } from '../../../shared/game/pace.ts';
import { reduce } from '../../../shared/game/reduce.ts';
import { levels } from '../../../shared/levels/catalogue.ts';
import type { Level, ParStep } from '../../../shared/levels/level.ts';
import { isWon, levelMatch, missing, numbered, setupOf } from '../../../shared/levels/plan.ts';
import { moveFor } from '../../../shared/levels/steps.ts';

/** Plays the players' steps of the par, each at its instant; what went wrong, in words. */
function playPar(level: Level, seed: number): { readonly match: Match; readonly faults: readonly string[] } {
  const faults: string[] = [];
  let { match } = reduce(levelMatch(level, setupOf(level, seed)), { type: 'start', at: 0 });
  const steps: ParStep[] = level.par.filter(({ host }) => level.players.includes(host));
  while (!isWon(level, match)) {
    const step = steps[0];
    const due = nextDue(match);
    if (step !== undefined && match.ends[step.host].triggers.length > 0 && step.at <= match.now) {
      steps.shift();
      if (step.at < match.now) faults.push(`${step.at}: ${step.host} was asked at ${match.now}`);
      const move = moveFor(level.vars, step, match.ends[step.host].tcb);
      const next = reduce(match, { type: 'move', at: match.now, role: step.host, move });
      const refused = next.events.find((event) => event.type === 'refused');
      if (refused !== undefined) faults.push(`${step.at}: ${step.host} was refused: ${JSON.stringify(refused)}`);
      ({ match } = next);
    } else if (due !== null && match.now < 60_000 && faults.length === 0) {
      const next = reduce(match, { type: 'advance', at: due }).match;
      if (next.now === match.now && next.history.length === match.history.length) {
        return {
          match,
          faults: [
            ...faults,
            `stuck at ${match.now}: ${JSON.stringify(match.ends.client.triggers)} ${JSON.stringify(match.ends.server.triggers)}`,
          ],
        };
      }
      match = next;
    } else {
      return {
        match,
        faults: [...faults, ...missing(level, match).map((goal) => `not reached: ${JSON.stringify(goal)}`)],
      };
    }
  }
  return { match, faults: [...faults, ...steps.map((step) => `left over: ${JSON.stringify(step)}`)] };
}

describe('every level is won by its par, through the match', () => {
  test.each(levels.filter(({ mode }) => mode === 'play'))('$id', (level) => {
    expect(playPar(level, 0).faults).toEqual([]);
    expect(playPar(numbered(level, 77), 77).faults).toEqual([]);
  });
});
