/** The state of a misconception in one sentence, which says all that the state depends on. */
import type { MisconceptionId } from '../judge/misconceptions.ts';
import { colourOf, evidenceOf, lackOf, type Row } from './mastery.ts';
import { masteryEn } from './texts/mastery.en.ts';
import { masteryZhCN } from './texts/mastery.zh-CN.ts';
import type { MasteryTexts } from './texts/masteryTexts.ts';

export const masteryTexts: { readonly [locale in 'en' | 'zh-CN']: MasteryTexts } = {
  en: masteryEn,
  'zh-CN': masteryZhCN,
};

export function sayMastery(id: MisconceptionId, row: Row | undefined, locale: 'en' | 'zh-CN'): string {
  const texts = masteryTexts[locale];
  const colour = colourOf(row);
  const evidence = evidenceOf(row);
  const words = { name: texts.names[id], ...evidence, lack: lackOf(evidence) };
  return colour === 'amber' && evidence.clean === 0 ? texts.begun(words) : texts[colour](words);
}
