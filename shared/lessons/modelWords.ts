/** The texts of the machines and simulators in each language. */
import { modelsEn } from './texts/models.en.ts';
import type { ModelTexts } from './texts/modelTexts.ts';
import { modelsZhCN } from './texts/models.zh-CN.ts';

export const modelTexts: { readonly [locale in 'en' | 'zh-CN']: ModelTexts } = { en: modelsEn, 'zh-CN': modelsZhCN };
