/** The texts around replays in the chosen language; only the chunk of the replays imports this. */
import { computed } from '@preact/signals';
import { replayTexts } from '../../shared/i18n/replay/texts.ts';
import { locale } from './settings.ts';

export const rt = computed(() => replayTexts[locale.value]);
