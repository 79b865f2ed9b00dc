/** How many octets of the chosen payload go: all of them, unless MSS or window say less. */
import { useSignal } from '@preact/signals';
import type { PayloadRef } from '../../shared/judge/move.ts';
import { change } from '../composer/draft.ts';
import { t } from '../state/settings.ts';

interface Props {
  readonly chosen: PayloadRef;
  /** Octets that could go. */
  readonly whole: number;
}

export function PayloadLength({ chosen, whole }: Props) {
  const { composer } = t.value;
  /** What stands in the field while it is no number that could go; else null. */
  const odd = useSignal<string | null>(null);
  return (
    <label class="payload-length">
      {composer.first}
      <input
        id="length"
        class="field mono"
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={odd.value !== null}
        value={odd.value ?? String(chosen.length)}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          const length = Number(typed);
          const fits = /^\d+$/.test(typed) && length >= 1 && length <= whole;
          odd.value = fits ? null : typed;
          if (fits) change({ payload: { offset: chosen.offset, length } });
        }}
        onBlur={() => {
          odd.value = null;
        }}
      />
      {composer.of(composer.octets(whole))}
    </label>
  );
}
