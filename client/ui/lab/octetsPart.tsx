/** Octets of fields: the player marks them on the blackboard, and confirms them for the field that is asked. */
import { useSignal } from '@preact/signals';
import { isRight } from '../../../shared/lessons/lab/attempt.ts';
import { readFields, type ReadField } from '../../../shared/lessons/lab/labs.ts';
import { clearMarks, markedName } from '../../lab/board.ts';
import { answer, draftOf, report } from '../../lab/report.ts';
import { labSays, lp } from '../../lab/words.ts';
import { Mark, SlipLine } from './typedField.tsx';

const idOf = (name: ReadField): string => `octets.${name}`;

export function OctetsPart() {
  const { header } = labSays.value;
  const attempt = report.value?.attempt;
  const picked = useSignal<ReadField | null>(null);
  if (attempt === undefined) return null;
  const left = readFields.filter((name) => !isRight(attempt, idOf(name)));
  const asked = left.find((name) => name === picked.value) ?? left[0] ?? null;
  return (
    <>
      <div class="octet-fields" role="group" aria-label={lp.value.header.field}>
        {readFields.map((name) => (
          <button
            key={name}
            type="button"
            class="tab"
            data-asked={name}
            aria-pressed={name === asked}
            aria-disabled={!left.includes(name)}
            onClick={() => {
              if (left.includes(name)) picked.value = name;
            }}
          >
            {header[name]} {!left.includes(name) && <small class="mono">{draftOf(idOf(name))}</small>}
            <Mark field={idOf(name)} />
          </button>
        ))}
      </div>
      {asked !== null && (
        <>
          <SlipLine field={idOf(asked)} name={null} />
          <button
            type="button"
            class="button accent"
            data-confirm={asked}
            aria-disabled={markedName.value === ''}
            onClick={() => {
              if (markedName.value === '') return;
              answer(idOf(asked), markedName.value);
              clearMarks();
            }}
          >
            {lp.value.header.confirm(header[asked])}
          </button>
        </>
      )}
    </>
  );
}
