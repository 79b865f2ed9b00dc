/** A header in the rows of RFC 9293, Figure 1, in decimal, hex or binary. With `onFlag` its flags can be switched. */
import { type Signal, signal } from '@preact/signals';
import { type Flag, flagNames } from '../../shared/tcp/segment.ts';
import type { Octets } from '../../shared/octets.ts';
import { type Field, type ValueForm, rowsOf, valueForms, valueText } from '../header/figure1.ts';
import { t } from '../state/settings.ts';

/** How numbers are written here; the same in every header of the page. */
const form: Signal<ValueForm> = signal('hex');

const flagOf = (name: Field['name']): Flag | undefined => flagNames.find((flag) => flag === name);

interface Props {
  readonly octets: Octets;
  readonly onFlag?: (flag: Flag) => void;
}

export function HeaderRows({ octets, onFlag }: Props) {
  const { header } = t.value;
  return (
    <div class="header-rows">
      <div class="tabs" role="group" aria-label={header.form}>
        {valueForms.map((one) => (
          <button
            key={one}
            type="button"
            class="tab"
            aria-pressed={form.value === one}
            onClick={() => {
              form.value = one;
            }}
          >
            {header[one]}
          </button>
        ))}
      </div>
      <dl class="header-grid" aria-label={header.title}>
        {rowsOf(octets).map((row, n) =>
          row.map((field) => <Cell key={field.name + n} field={field} onFlag={onFlag} />),
        )}
      </dl>
    </div>
  );
}

function Cell({ field, onFlag }: { readonly field: Field; readonly onFlag: Props['onFlag'] }) {
  const flag = flagOf(field.name);
  const text = valueText(field, form.value);
  const style = { gridColumn: `span ${field.bits}` };
  const look = `header-field${flag === undefined ? '' : ' header-flag'}${flag !== undefined && field.value === 1 ? ' set' : ''}`;
  return (
    <div class={look} style={style} data-field={field.name} data-value={field.value}>
      <dt>{flag === undefined ? field.name : flag.slice(0, 1)}</dt>
      <dd>
        {flag === undefined || onFlag === undefined ? (
          text
        ) : (
          <button type="button" aria-label={flag} aria-pressed={field.value === 1} onClick={() => onFlag(flag)}>
            {text}
          </button>
        )}
      </dd>
    </div>
  );
}
