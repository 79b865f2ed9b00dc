/** The level texts of each locale. */
import { en } from './en.ts';
import type { LevelTexts } from './levelTexts.ts';
import { zhCN } from './zh-CN.ts';

export const levelTexts: { readonly [locale in 'en' | 'zh-CN']: LevelTexts } = { en, 'zh-CN': zhCN };
