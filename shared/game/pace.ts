/** How fast virtual time runs against the wall clock: the one table of it. */
import type { Pace } from './view.ts';

/** Virtual milliseconds in one millisecond of the wall clock. A crossing of 100 ms takes 2 s on the screen. */
export const rates: { readonly [pace in Pace]: number } = { standing: 0, sailing: 1 / 20, idle: 2 };
