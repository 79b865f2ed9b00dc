/** What a locale must say about mistakes and their mastery. */
import type { MisconceptionId } from '../../judge/misconceptions.ts';
import type { Evidence, Lack } from '../mastery.ts';

/** What is behind a state of mastery, in numbers. */
export interface MasteryWords extends Evidence {
  /** The mistake's name. */
  readonly name: string;
  /** What is still needed. */
  readonly lack: Lack;
}

export interface MasteryTexts {
  /** The mistake in a few words; fits into "You avoided ‘...’". At most 40 characters. */
  readonly names: { readonly [id in MisconceptionId]: string };
  readonly grey: (words: MasteryWords) => string;
  readonly red: (words: MasteryWords) => string;
  /** Met, never yet answered right at once and alone. */
  readonly begun: (words: MasteryWords) => string;
  readonly amber: (words: MasteryWords) => string;
  readonly green: (words: MasteryWords) => string;
}
