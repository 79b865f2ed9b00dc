/** The texts of and around the levels in the chosen language; only the levels' chunk imports this. */
import { computed } from '@preact/signals';
import { levelsTexts } from '../../shared/i18n/levels/texts.ts';
import { levelIds, variantNames } from '../../shared/levels/ids.ts';
import type { LevelText } from '../../shared/levels/texts/levelTexts.ts';
import { levelTexts } from '../../shared/levels/texts/texts.ts';
import { locale } from './settings.ts';

/** The texts around them. */
export const lt = computed(() => levelsTexts[locale.value]);

/** The names of the worlds. */
export const worldNames = computed(() => levelTexts[locale.value].worlds);

/** What a level says. Every id of the catalogue has a text; the test of the catalogue holds that. */
export function textOf(id: string): LevelText {
  const known = levelIds.find((one) => one === id);
  if (known === undefined) throw new Error(`no text for level ${id}`);
  return levelTexts[locale.value].levels[known];
}

/** What a second attempt says; of a level as it is written, what the level says. */
export function wordsOf(id: string, variant: string | null): LevelText {
  if (variant === null) return textOf(id);
  const known = variantNames.find((name) => name === variant);
  if (known === undefined) throw new Error(`no text for variant ${variant}`);
  return levelTexts[locale.value].variants[known];
}
