/** The words around the labs, of each locale. */
import type { Locale } from '../../protocol/locale.ts';
import type { LabPageCatalogue } from './catalogue.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export const labPageTexts: { readonly [locale in Locale]: LabPageCatalogue } = { en, 'zh-CN': zhCN };
