/** The state of a misconception in one sentence, which says all that the state depends on. */
import type { MisconceptionId } from '../judge/misconceptions.ts';
import { colourOf, type Row } from './mastery.ts';
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
  const days = row === undefined || row.first === null || row.last === null ? 0 : row.last - row.first;
  const words = { name: texts.names[id], clean: row?.clean ?? 0, levels: row?.levels.length ?? 0, days };
  return colour === 'amber' && words.clean === 0 ? texts.begun(words) : texts[colour](words);
}
