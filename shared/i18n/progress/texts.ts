/** The texts of progress and boards, of each locale. */
import type { Locale } from '../../protocol/locale.ts';
import type { ProgressCatalogue } from './catalogue.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export const progressTexts: { readonly [locale in Locale]: ProgressCatalogue } = { en, 'zh-CN': zhCN };
