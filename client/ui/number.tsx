/** A 32-bit number: grouped, in the chosen form, with the other form small below. */
import { numberForm } from '../state/settings.ts';
import { shownNumber } from '../text/numbers.ts';

export function SeqNumber({ value, base }: { readonly value: number; readonly base: number | null }) {
  const form = numberForm.value;
  const other = form === 'absolute' ? 'relative' : 'absolute';
  return (
    <span class="seq">
      <span class="seq-main">{shownNumber(value, base, form)}</span>
      {base !== null && <small class="seq-other">{shownNumber(value, base, other)}</small>}
    </span>
  );
}
