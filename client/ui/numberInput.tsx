/** A sequence number to be typed: absolute or relative by the switch, up and down arrows count. */
import type { Role } from '../../shared/game/role.ts';
import { fieldBase } from '../composer/compose.ts';
import { type NumberField, change, draft, step, target, unreadable } from '../composer/draft.ts';
import { readNumber } from '../composer/fields.ts';
import type { Session } from '../state/session.ts';
import { numberForm, shortcutsOn, t } from '../state/settings.ts';
import { faulty } from '../state/store.ts';
import { shownNumber } from '../text/numbers.ts';
import { pointedBy, PointedNote } from './pointed.tsx';

interface Props {
  readonly field: NumberField;
  readonly now: Session;
  readonly role: Role;
  readonly shortcut: string;
}

/** The other form of what was typed, or what is wrong with it. */
function note({ field, now, role }: Props): { readonly text: string; readonly bad: boolean } {
  const { composer } = t.value;
  const form = numberForm.value;
  const base = fieldBase(field, role, now.bases);
  if (unreadable.value?.field === field) return { text: composer.problem[unreadable.value.problem], bad: true };
  const read = readNumber(draft.value[field], form, base);
  if (!read.ok) return { text: composer.problem[read.error], bad: true };
  if (read.value === null || base === null) return { text: '', bad: false };
  return { text: shownNumber(read.value, base, form === 'absolute' ? 'relative' : 'absolute'), bad: false };
}

/** The word with its shortcut letter underlined. */
function Mnemonic({ word, letter }: { readonly word: string; readonly letter: string }) {
  const at = word.indexOf(letter);
  if (!shortcutsOn.value || at === -1) return <span>{word}</span>;
  return (
    <span>
      {word.slice(0, at)}
      <span class="initial">{letter}</span>
      {word.slice(at + 1)}
    </span>
  );
}

export function NumberInput(props: Props) {
  const { field, shortcut } = props;
  const { composer } = t.value;
  const below = note(props);
  const wrong = below.bad || faulty.value === field;
  return (
    <div class={wrong ? 'number faulty' : 'number'} data-target={target.value === field} {...pointedBy(field)}>
      <label htmlFor={field} class="word">
        <Mnemonic word={composer[field]} letter={shortcut} />
      </label>
      <span class="number-box">
        <input
          id={field}
          class="field mono"
          inputMode={numberForm.value === 'absolute' ? 'numeric' : 'text'}
          autoComplete="off"
          spellcheck={false}
          size={13}
          placeholder={field === 'ack' ? composer.blank : ''}
          aria-invalid={wrong}
          aria-describedby={`${field}-note ${field}-pointed`}
          value={draft.value[field]}
          onInput={(event) => change({ [field]: event.currentTarget.value })}
          onFocus={() => {
            target.value = field;
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            step(field, event.key === 'ArrowUp' ? 1 : -1);
          }}
        />
        <small id={`${field}-note`} class={below.bad ? 'number-note bad' : 'number-note'}>
          {below.text}
        </small>
        <PointedNote mark={field} id={`${field}-pointed`} />
      </span>
    </div>
  );
}
