/** The texts of the labs in the chosen language; only the labs' chunk imports this. */
import { computed } from '@preact/signals';
import { labPageTexts } from '../../shared/i18n/lab/texts.ts';
import { labTexts } from '../../shared/lessons/lab/words.ts';
import type { Slip } from '../../shared/lessons/lab/slip.ts';
import type { FilterError } from '../../shared/lessons/lab/filter/filterError.ts';
import { locale } from '../state/settings.ts';

/** The words on the screen around a lab. */
export const lp = computed(() => labPageTexts[locale.value]);
/** What the lab itself says. */
export const labSays = computed(() => labTexts[locale.value]);

/** The sentence for a wrong answer. */
export function saySlip(slip: Slip): string {
  const { slip: sentences, flagSlip } = labSays.value;
  return slip.type === 'flag' ? flagSlip[slip.which] : say(sentences, slip);
}

export const sayFilterError = (error: FilterError): string => say(labSays.value.filterError, error);

/** The sentence of a union's member: each is a function of that member alone. */
function say<One extends { readonly type: string }>(
  sentences: { readonly [type in One['type']]: (one: Extract<One, { readonly type: type }>) => string },
  one: One,
): string {
  const sentence = sentences[one.type as One['type']] as (one: One) => string;
  return sentence(one);
}
