/** One of a few: a group of radio buttons that looks like a row of printed labels. */
import type { Signal } from '@preact/signals';

interface Props<T extends string | boolean> {
  readonly label: string;
  readonly value: Signal<T>;
  readonly options: readonly { readonly value: T; readonly text: string; readonly hint?: string }[];
  readonly name: string;
  /** Instead of setting the signal. */
  readonly onChoose?: (value: T) => void;
}

export function Choice<T extends string | boolean>({ label, value, options, name, onChoose }: Props<T>) {
  const hint = options.find((option) => option.value === value.value)?.hint;
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <div class="choice-row">
        {options.map((option) => (
          <label key={String(option.value)} class="choice-item">
            <input
              type="radio"
              name={name}
              checked={option.value === value.value}
              onChange={() => {
                if (onChoose) onChoose(option.value);
                else value.value = option.value;
              }}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
      {hint !== undefined && <p class="hint">{hint}</p>}
    </fieldset>
  );
}
