/** A board as lines to show: the first few or all, and the own one wherever it stands. Pure. */
import type { Ranked } from '../../shared/protocol/answer.ts';

export interface BoardLine {
  readonly run: Ranked;
  readonly mine: boolean;
  /** Lines are left out above this one. */
  readonly apart: boolean;
}

/** Lines that are shown at first. */
export const shownLines = 5;

export function boardLines(runs: readonly Ranked[], own: Ranked | null, all: boolean): readonly BoardLine[] {
  const first = (all ? runs : runs.slice(0, shownLines)).map((run) => ({
    run,
    mine: run.place === own?.place,
    apart: false,
  }));
  if (own === null || first.some(({ mine }) => mine)) return first;
  return [...first, { run: own, mine: true, apart: own.place > (first.at(-1)?.run.place ?? 0) + 1 }];
}
