/** The texts of the machines in each language. */
import { machinesEn } from './texts/machines.en.ts';
import type { MachineTexts } from './texts/machineTexts.ts';
import { machinesZhCN } from './texts/machines.zh-CN.ts';

export const machineTexts: { readonly [locale in 'en' | 'zh-CN']: MachineTexts } = {
  en: machinesEn,
  'zh-CN': machinesZhCN,
};
