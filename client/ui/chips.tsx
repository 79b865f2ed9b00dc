/** Numbers that the player knows by name, to be put into a field with one press. */
import type { Role } from '../../shared/game/role.ts';
import { otherRole } from '../../shared/game/role.ts';
import { type Chip, chipsOf } from '../composer/compose.ts';
import { type NumberField, putNumber, step, target } from '../composer/draft.ts';
import type { Session } from '../state/session.ts';
import { numberForm, shortcutsOn, t } from '../state/settings.ts';
import { shownNumber } from '../text/numbers.ts';

/** The chips of a session: the TCB's numbers and those of the last segment that arrived here. */
export function chipsNow(now: Session): readonly Chip[] {
  const last = now.history.findLast((event) => event.type === 'arrived' && event.host === now.view.role);
  return chipsOf(now.view, last?.type === 'arrived' ? last.header : null);
}

/** From which end's ISS a variable counts. */
const peerCounts: ReadonlySet<Chip['name']> = new Set(['IRS', 'RCV.NXT', 'SEG.SEQ']);

interface Props {
  readonly now: Session;
  readonly role: Role;
}

export function Chips({ now, role }: Props) {
  const { composer, logbook } = t.value;
  const field = target.value;
  return (
    <div class="chips" role="group" aria-label={composer.chips}>
      <Into />
      {chipsNow(now).map(({ name, value }, i) => {
        const base = now.bases[peerCounts.has(name) ? otherRole(role) : role];
        return (
          <button
            key={name}
            type="button"
            class="chip"
            title={logbook.meaning[name]}
            data-chip={name}
            data-value={value}
            onClick={() => putNumber(field, value)}
          >
            {shortcutsOn.value && <kbd aria-hidden="true">{i + 1}</kbd>}
            <span class="chip-name">{name}</span>
            <span class="mono chip-value">{shownNumber(value, base, numberForm.value)}</span>
          </button>
        );
      })}
      {([-1, 1] as const).map((by) => (
        <button
          key={by}
          type="button"
          class="chip step"
          aria-label={`${by === 1 ? '+1' : '−1'}, ${by === 1 ? composer.plus : composer.minus}`}
          data-chip={by === 1 ? '+1' : '-1'}
          onClick={() => step(field, by)}
        >
          <span class="mono">{by === 1 ? '+1' : '−1'}</span>
        </button>
      ))}
    </div>
  );
}

/** Which field the chips fill: follows the focus, and can be switched by hand. */
function Into() {
  const { composer } = t.value;
  const fields: readonly NumberField[] = ['seq', 'ack'];
  return (
    <span class="into" role="group" aria-label={composer.into}>
      <span class="word">{composer.into}</span>
      {fields.map((field) => (
        <button
          key={field}
          type="button"
          class="into-button"
          aria-pressed={target.value === field}
          data-into={field}
          onClick={() => {
            target.value = field;
          }}
        >
          {composer[field]}
        </button>
      ))}
    </span>
  );
}
