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

test('time that runs never runs backwards', () => {
  expect(chase(50, 40, 0.05, 16)).toBeGreaterThanOrEqual(50);
});

test('where time stands, what ran ahead comes back, softly, and is at rest then', () => {
  let shown = 50;
  const first = chase(shown, 40, 0, 16);
  expect(first).toBeLessThan(50);
  expect(first).toBeGreaterThan(47);
  for (let i = 0; i < 120; i += 1) shown = chase(shown, 40, 0, 16);
  expect(shown).toBe(40);
});
