/** The catalogue of each locale. */
import type { Locale } from '../protocol/locale.ts';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export const texts: { readonly [locale in Locale]: Catalogue } = { en, 'zh-CN': zhCN };

/** The first of the wanted languages that we speak: any Chinese gets zh-CN, everything else English. */
export function chooseLocale(wanted: readonly string[]): Locale {
  const known = wanted.find((tag) => /^(zh|en)\b/i.test(tag));
  return known !== undefined && /^zh\b/i.test(known) ? 'zh-CN' : 'en';
}
