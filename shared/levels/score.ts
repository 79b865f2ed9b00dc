/**
 * Points and stars of one attempt: CURRICULUM, section 4. One first-try error costs more than all speed can give.
 * What "useless" and "thinking" mean is written in README.md, "How an attempt is scored".
 */
import type { Move } from '../judge/move.ts';
import type { Millis } from '../time.ts';
import { type Attempt, type Decision, highestHint, type HintStep, refusalsIn } from './attempt.ts';
import { decisionsOf, mostSegments } from './course.ts';

/** What is left of a decision's points after so many refused moves; 0 for more. */
export const shares = [1, 0.5, 0.25] as const;
export const uselessCost = 10;

/** The highest number of stars that an attempt with this step of help can get. */
export const hintCaps = { 0: 3, 1: 3, 2: 2, 3: 1, 4: 1 } as const satisfies { readonly [step in HintStep]: Stars };
export type Stars = 0 | 1 | 2 | 3;

export interface Score {
  /** One digit after the point. 0..1000 and the time bonus; 0 while the level is not won. */
  readonly points: number;
  readonly stars: Stars;
  readonly bonus: number;
  /** All the time in which a player was asked. */
  readonly thinking: Millis;
  readonly refused: number;
  /** Segments beyond what any known way through the level sends. */
  readonly useless: number;
  readonly hint: HintStep;
}

/** The most that speed gives in a level of `n` decisions: four fifths of what one error costs. */
export const mostBonus = (n: number): number => Math.min(40, (0.8 * 500) / n);

export function scoreOf(attempt: Attempt): Score {
  const { course, thinking, decisions, wonAfter } = attempt;
  return scoreFrom({
    won: wonAfter !== null,
    n: decisionsOf(course),
    kept: decisions.map(shareOf),
    stars: course.level.stars,
    thinking,
    refused: refusalsIn(attempt),
    useless: Math.max(0, decisions.filter(hasSent).length - mostSegments(course)),
    hint: highestHint(attempt),
  });
}

/** All that a score is made of, whether moves were made or, in a lab, fields filled in. */
export interface Deed extends Pick<Score, 'thinking' | 'refused' | 'useless' | 'hint'> {
  readonly won: boolean;
  /** The decisions that there are at least. */
  readonly n: number;
  /** What is left of each decision's points: one of `shares`, or 0. */
  readonly kept: readonly number[];
  /** The level's times in seconds. */
  readonly stars: { readonly three: number; readonly two: number };
}

export function scoreFrom({ won, n, kept, stars, ...facts }: Deed): Score {
  const { thinking, refused, useless, hint } = facts;
  if (!won) return { points: 0, stars: 0, bonus: 0, ...facts };
  const lost = kept.reduce((sum, share) => sum + 1 - share, 0);
  const base = Math.max(0, 1000 - (1000 / n) * lost - uselessCost * useless);
  const quick = Math.max(0, 1 - thinking / (stars.three * 1000));
  const bonus = refused === 0 && hint <= 1 ? mostBonus(n) * quick : 0;
  return { points: tenths(base + bonus), stars: starsOf(stars, facts), bonus: tenths(bonus), ...facts };
}

/** What so many refused tries leave of a decision's points. */
export const shareAfter = (refused: number): number => shares[refused] ?? 0;

const tenths = (points: number): number => Math.round(points * 10) / 10;

const hasSent = ({ submissions }: Decision): boolean => submissions.at(-1)?.move.type === 'send';

/** What the decision kept of its points. */
const shareOf = ({ submissions }: Decision): number =>
  shareAfter(submissions.filter(({ refused }) => refused !== null).length);

/** Winning is worth one star at any pace: the third time of a level is where its clock turns red, no more. */
function starsOf(
  { three, two }: { readonly three: number; readonly two: number },
  { thinking, refused, hint }: Pick<Score, 'thinking' | 'refused' | 'hint'>,
): Stars {
  const earned = refused === 0 && thinking <= three * 1000 ? 3 : refused <= 1 && thinking <= two * 1000 ? 2 : 1;
  const cap = hintCaps[hint];
  return earned < cap ? earned : cap;
}

/** Which of its submissions counts: the answer that was right in the end. */
export const answerOf = ({ submissions }: Decision): Move | null => submissions.at(-1)?.move ?? null;
