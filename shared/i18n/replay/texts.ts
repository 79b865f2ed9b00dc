/** The texts around replays, of each locale. */
import type { Locale } from '../../protocol/locale.ts';
import type { ReplayCatalogue } from './catalogue.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export const replayTexts: { readonly [locale in Locale]: ReplayCatalogue } = { en, 'zh-CN': zhCN };
