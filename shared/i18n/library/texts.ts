/** The texts around the library, of each locale. */
import type { Locale } from '../../protocol/locale.ts';
import type { LibraryCatalogue } from './catalogue.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export const libraryTexts: { readonly [locale in Locale]: LibraryCatalogue } = { en, 'zh-CN': zhCN };
