/**
 * Chance as data: the generator's state lives in the match, so the same log gives the same weather.
 * sfc32 (Chris Doty-Humphrey, PractRand), seeded through splitmix32.
 */

/** Four unsigned 32-bit words. */
export type Rng = readonly [number, number, number, number];

/** The state that `seed` (an unsigned 32-bit number) begins with. */
export function rngFrom(seed: number): Rng {
  let s = seed >>> 0;
  const next = (): number => {
    s = (s + 0x9e3779b9) | 0;
    let t = s ^ (s >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) >>> 0;
  };
  return [next(), next(), next(), next()];
}

/** One draw: an unsigned 32-bit number, and the state to draw the next from. */
export function drawU32([a, b, c, d]: Rng): { readonly value: number; readonly rng: Rng } {
  const t = (((a + b) | 0) + d) | 0;
  return {
    value: t >>> 0,
    rng: [(b ^ (b >>> 9)) >>> 0, (c + (c << 3)) >>> 0, (((c << 21) | (c >>> 11)) + t) >>> 0, (d + 1) >>> 0],
  };
}

/** A source of draws for one step; read `rng` when the step is done and keep it. */
export interface Dice {
  rng: Rng;
  /** A number in [0, 1). */
  fraction(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
}

/** Dice over a copy of `rng`. Mutable, so it must not outlive the step that made it. */
export function diceFrom(rng: Rng): Dice {
  const dice: Dice = {
    rng,
    fraction() {
      const draw = drawU32(dice.rng);
      dice.rng = draw.rng;
      return draw.value / 0x1_0000_0000;
    },
    below: (below) => Math.floor(dice.fraction() * below),
    chance: (probability) => dice.fraction() < probability,
  };
  return dice;
}
