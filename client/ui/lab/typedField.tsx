/** A field of the report that is typed into, and its mark; its sentence stands where the caller wants it. */
import { draftOf, practice, report, standingOf, write } from '../../lab/report.ts';
import { lp, saySlip } from '../../lab/words.ts';

interface Props {
  readonly field: string;
  readonly label: string;
  readonly onFocus?: () => void;
  readonly placeholder?: string;
  /** Numbers only: phones show digits. */
  readonly numeric?: boolean;
}

export const slipId = (field: string): string => `slip-${field.replaceAll('.', '-')}`;

/** What is wrong with what stands in a field; null: it was not handed in, or it is right. */
export function slipOf(field: string): string | null {
  if (standingOf(field) !== 'wrong') return null;
  const asked = report.value?.attempt.fields.find(({ id }) => id === field);
  const slip = asked?.slip(draftOf(field)) ?? null;
  // Where rows are out of order they have no number to speak of.
  if (slip?.type === 'other-row' && practice.value !== null) return saySlip({ type: 'wrong' });
  return slip === null ? null : saySlip(slip);
}

export function TypedField({ field, label, onFocus, placeholder = '', numeric = true }: Props) {
  const standing = standingOf(field);
  return (
    <span class="typed" data-standing={standing}>
      <input
        class="field mono"
        type="text"
        data-field={field}
        inputMode={numeric ? 'numeric' : 'text'}
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        placeholder={placeholder}
        aria-label={label}
        aria-invalid={standing === 'wrong'}
        aria-describedby={slipId(field)}
        readOnly={standing === 'right'}
        value={draftOf(field)}
        onInput={(event) => write(field, event.currentTarget.value)}
        {...(onFocus === undefined ? {} : { onFocus })}
      />
      <Mark field={field} />
    </span>
  );
}

/** A tick or a cross, and its word. */
export function Mark({ field }: { readonly field: string }) {
  const { report: words } = lp.value;
  const standing = standingOf(field);
  if (standing === 'open') return null;
  return (
    <span class={standing === 'right' ? 'mark said-right' : 'mark said-wrong'}>
      <span aria-hidden="true">{standing === 'right' ? '✓' : '✕'}</span>
      <span class="hidden">{words[standing]}</span>
    </span>
  );
}

/** The sentence of one field; empty while there is none, so that it can be referred to. */
export function SlipLine({ field, name }: { readonly field: string; readonly name: string | null }) {
  const said = slipOf(field);
  return (
    <p id={slipId(field)} class="slip" data-slip={said === null ? '' : field}>
      {said !== null && (
        <>
          {name !== null && <b class="mono">{name}: </b>}
          {said}
        </>
      )}
    </p>
  );
}
