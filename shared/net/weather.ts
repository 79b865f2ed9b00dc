/** The three kinds of sea a room can choose. Rates are probabilities per transmission; delays in virtual ms. */
import type { Millis } from '../time.ts';

export const weathers = ['calm', 'lossy', 'stormy'] as const;
export type Weather = (typeof weathers)[number];

export interface Conditions {
  /** One-way delay: drawn evenly from this range, both ends included. */
  readonly delay: { readonly least: Millis; readonly most: Millis };
  readonly loss: number;
  readonly duplication: number;
  /** How often a segment dawdles for up to twice its delay, so that later ones overtake it. */
  readonly reordering: number;
}

export const conditionsOf: { readonly [weather in Weather]: Conditions } = {
  calm: { delay: { least: 100, most: 100 }, loss: 0, duplication: 0, reordering: 0 },
  lossy: { delay: { least: 80, most: 160 }, loss: 0.15, duplication: 0.05, reordering: 0.05 },
  stormy: { delay: { least: 60, most: 300 }, loss: 0.3, duplication: 0.12, reordering: 0.15 },
};
