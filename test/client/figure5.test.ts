import { describe, expect, test } from 'vitest';
import { boxSize, figureSize, lineOf, onward, places, travelled, wayKey, ways } from '../../client/diagram/figure5.ts';
import { states } from '../../shared/tcp/state.ts';
import { setupOf, wholeLog } from '../shared/game/builders.ts';

const known = new Set(ways.map(wayKey));

describe('Figure 5', () => {
  test('has a way out of every state, and a way into every state', () => {
    for (const state of states) {
      expect([state, onward(state).length]).not.toEqual([state, 0]);
      expect(ways.map(({ to }) => to)).toContain(state);
    }
  });

  test('has every step that whole lives take, in any weather', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const { match } = wholeLog(setupOf({ seed, weather: seed % 2 === 0 ? 'stormy' : 'calm', closer: 'server' }));
      for (const role of ['client', 'server'] as const)
        for (const key of travelled(match.history, role)) expect(known).toContain(key);
    }
  });

  test('draws boxes apart from one another, inside the picture', () => {
    for (const one of states) {
      const { x, y } = places[one];
      expect(x - boxSize.w / 2).toBeGreaterThanOrEqual(0);
      expect(x + boxSize.w / 2).toBeLessThanOrEqual(figureSize.w);
      expect(y + boxSize.h / 2).toBeLessThanOrEqual(figureSize.h);
      for (const other of states) {
        if (other === one) continue;
        const apart = Math.max(Math.abs(x - places[other].x) - boxSize.w, Math.abs(y - places[other].y) - boxSize.h);
        expect(apart, `${one}, ${other}`).toBeGreaterThanOrEqual(4);
      }
    }
  });

  test('draws lines of at least two points', () => {
    for (const way of ways) expect(lineOf(way).length).toBeGreaterThanOrEqual(2);
  });
});
