/** What a locale must say about the lab. */
import type { CellMark, FilterMark, LabQuestion } from '../lab.ts';

export interface LabTexts {
  /** The steps of the experiment, in order. */
  readonly steps: readonly string[];
  readonly cell: { readonly [mark in CellMark]: string };
  readonly filter: { readonly [mark in FilterMark]: string };
  /** `points`: what a full answer has; the pupil ticks what is in the own one. */
  readonly questions: {
    readonly [question in LabQuestion]: { readonly ask: string; readonly points: readonly string[] };
  };
}
