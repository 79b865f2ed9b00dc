/** The texts of progress and boards in the chosen language; only the levels' chunk imports this. */
import { computed } from '@preact/signals';
import { progressTexts } from '../../shared/i18n/progress/texts.ts';
import { locale } from './settings.ts';

export const pt = computed(() => progressTexts[locale.value]);
