/** The texts around the library in the chosen language; only the library's chunk imports this. */
import { computed } from '@preact/signals';
import { libraryTexts } from '../../shared/i18n/library/texts.ts';
import { locale } from '../state/settings.ts';

export const lib = computed(() => libraryTexts[locale.value]);
