/** The form of a card: a claim to believe or not, or a question that begins with "why". */
import type { MisconceptionId } from '../judge/misconceptions.ts';
import type { LevelId } from '../levels/ids.ts';
import type { Seed } from '../levels/level.ts';

export const truths = ['fact', 'myth', 'half'] as const;
/** `half`: true with a condition that the claim leaves out. */
export type Truth = (typeof truths)[number];

export interface CardText {
  /** The claim, or the question. */
  readonly says: string;
  /** What is true, and why. */
  readonly answer: string;
}

export interface Card {
  /** null: a why-card, which has no yes or no. */
  readonly truth: Truth | null;
  /** Where the claim stands. */
  readonly seeds: readonly Seed[];
  /** As in `tcp/clauses.ts`: '9293 3.5'. */
  readonly section: string;
  /** Where the player meets it. */
  readonly levels: readonly LevelId[];
  readonly misconceptions: readonly MisconceptionId[];
  readonly en: CardText;
  readonly 'zh-CN': CardText;
}
