/** The texts around the levels, of each locale. */
import type { Locale } from '../../protocol/locale.ts';
import type { LevelsCatalogue } from './catalogue.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export const levelsTexts: { readonly [locale in Locale]: LevelsCatalogue } = { en, 'zh-CN': zhCN };
