/** Why a level earned the stars it did: the first reason that kept it from more. */
import type { Level } from '../../shared/levels/level.ts';
import { type Score, hintCaps } from '../../shared/levels/score.ts';

export type Why = 'clean' | 'helped' | 'moreRefused' | 'oneRefused' | 'slow' | 'verySlow';

export function whyOf({ stars, refused, thinking, hint }: Score, { two }: Pick<Level['stars'], 'two'>): Why {
  if (stars === 3) return 'clean';
  if (refused > 1) return 'moreRefused';
  if (hintCaps[hint] === stars) return 'helped';
  if (thinking > two * 1000) return 'verySlow';
  return refused === 1 ? 'oneRefused' : 'slow';
}
