import { describe, expect, test } from 'vitest';
import { diceFrom, rngFrom } from '../../shared/rng.ts';

const draws = (seed: number, count: number): readonly number[] => {
  const dice = diceFrom(rngFrom(seed));
  return Array.from({ length: count }, () => dice.fraction());
};

describe('dice', () => {
  test('the same seed draws the same numbers, another seed others', () => {
    expect(draws(1, 20)).toEqual(draws(1, 20));
    expect(draws(1, 20)).not.toEqual(draws(2, 20));
  });

  test('the state is data: dice that go on from a stored state draw what the first would have drawn', () => {
    const first = diceFrom(rngFrom(9));
    first.fraction();
    const second = diceFrom(JSON.parse(JSON.stringify(first.rng)));
    expect(second.fraction()).toBe(first.fraction());
  });

  test('fractions lie in [0, 1) and fill it evenly', () => {
    const drawn = draws(3, 20_000);
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
    const tenths = Array.from({ length: 10 }, (_, i) => drawn.filter((value) => Math.floor(value * 10) === i).length);
    expect(Math.min(...tenths)).toBeGreaterThan(1800);
    expect(Math.max(...tenths)).toBeLessThan(2200);
  });

  test('below draws whole numbers under its bound; chance 0 never and chance 1 always happens', () => {
    const dice = diceFrom(rngFrom(4));
    expect(new Set(Array.from({ length: 200 }, () => dice.below(3)))).toEqual(new Set([0, 1, 2]));
    expect(Array.from({ length: 50 }, () => dice.chance(0))).not.toContain(true);
    expect(Array.from({ length: 50 }, () => dice.chance(1))).not.toContain(false);
  });
});
