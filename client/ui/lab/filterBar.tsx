/** The display filter: green while it can be read, red with a sentence while it cannot; Enter applies it. */
import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { applied, filterRead, filterText, packets, shown } from '../../lab/bench.ts';
import { applyFilter } from '../../lab/steps.ts';
import { lp, sayFilterError } from '../../lab/words.ts';

/** Beginnings, none of them what the lab asks for. */
const examples = ['tcp', 'ip.addr == 198.51.100.7', 'tcp.flags.syn == 1', 'tcp.len > 0', '!tcp'] as const;

export function FilterBar() {
  const { filter } = lp.value;
  const read = filterRead.value;
  /** Half a word is no filter yet: red at once, the sentence when it was tried or left. */
  const told = useSignal(false);
  const look = filterText.value.trim() === '' ? 'empty' : read.ok ? 'good' : 'bad';
  return (
    <form
      role="search"
      class="filter"
      data-filter={look}
      data-applied={applied.value.text}
      onSubmit={(event) => {
        event.preventDefault();
        told.value = true;
        applyFilter();
      }}
    >
      <label htmlFor="display-filter">{filter.label}</label>
      <Field look={look} told={told} />
      <div class="filter-below">
        <p id="filter-told" class="filter-told" role="status">
          {!read.ok && told.value ? (
            <span class="bad">
              <span aria-hidden="true">✕ </span>
              {sayFilterError(read.error)}
            </span>
          ) : (
            filter.shown(shown.value.length, packets.value.length)
          )}
        </p>
        <p class="filter-examples">
          {filter.examples}{' '}
          {examples.map((example) => (
            <button key={example} type="button" class="button small mono" onClick={() => applyFilter(example)}>
              {example}
            </button>
          ))}
        </p>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly look: 'empty' | 'good' | 'bad';
  readonly told: Signal<boolean>;
}

function Field({ look, told }: FieldProps) {
  const { filter } = lp.value;
  const field = useRef<HTMLInputElement>(null);
  return (
    <div class="filter-row">
      <input
        ref={field}
        id="display-filter"
        class="field mono"
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellcheck={false}
        placeholder={filter.placeholder}
        aria-invalid={look === 'bad'}
        aria-describedby="filter-told"
        value={filterText}
        onInput={(event) => {
          filterText.value = event.currentTarget.value;
        }}
        onBlur={() => {
          told.value = true;
        }}
      />
      <button type="submit" class="button" data-apply aria-disabled={look === 'bad'}>
        {filter.apply}
      </button>
      {look !== 'empty' && (
        <button
          type="button"
          class="button"
          data-clear
          onClick={() => {
            applyFilter('');
            field.current?.focus();
          }}
        >
          {filter.clear}
        </button>
      )}
    </div>
  );
}
