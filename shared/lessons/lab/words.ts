/** The lab's texts in each language. */
import { labEn } from '../texts/lab.en.ts';
import type { LabTexts } from '../texts/labTexts.ts';
import { labZhCN } from '../texts/lab.zh-CN.ts';

export const labTexts: { readonly [locale in 'en' | 'zh-CN']: LabTexts } = { en: labEn, 'zh-CN': labZhCN };
