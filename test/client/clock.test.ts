import { expect, test } from 'vitest';
import { chase } from '../../client/clock.ts';

test('without a difference time runs at its rate', () => {
  expect(chase(100, 101, 0.05, 20)).toBeCloseTo(101, 5);
});

test('a difference is closed softly, not at once', () => {
  const shown = chase(0, 10, 0, 16);
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(3);
});

test('it is closed in the end', () => {
  let shown = 0;
  for (let i = 0; i < 120; i += 1) shown = chase(shown, 10, 0, 16);
  expect(shown).toBe(10);
});

test('time never runs backwards', () => {
  expect(chase(50, 40, 0.05, 16)).toBeGreaterThanOrEqual(50);
});
