/** What may go wrong in one seed: each kind in about half of them, so that rare meetings of few kinds happen as well. */
import type { Dice } from '../../shared/rng.ts';

export const kinds = [
  'cut',
  'slow network',
  'crash',
  'restart',
  'freeze',
  'refusing store',
  'silent store',
  'slow store',
  'late commits',
  'lost wake-ups',
  'reload',
  'second tab',
  'thief',
  'leave',
  'gone for good',
  'send twice',
  'wrong moves',
] as const;
export type Kind = (typeof kinds)[number];
export type Swarm = ReadonlySet<Kind>;

export const drawSwarm = (dice: Dice): Swarm => new Set(kinds.filter(() => dice.chance(0.45)));
