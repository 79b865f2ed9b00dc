/** The relative numbers of the three segments. */
import { blackboard } from '../../../shared/lessons/lab/header.ts';
import { draftOf } from '../../lab/report.ts';
import { lp } from '../../lab/words.ts';
import { CheckButton } from './checkButton.tsx';
import { SlipLine, TypedField } from './typedField.tsx';

const numbers = ['seq', 'ack'] as const;
const noAck = 'relative.first.ack';

export function RelativePart() {
  const { report: words } = lp.value;
  const fields = blackboard.flatMap((name) => numbers.map((column) => `relative.${name}.${column}`));
  /** The first ack means nothing, and may stay empty beside its seq. */
  const handIn = (): readonly string[] =>
    fields.filter((one) => draftOf(one).trim() !== '' || (one === noAck && draftOf('relative.first.seq') !== ''));
  return (
    <>
      <div class="record record-two" role="group">
        <div class="record-head" aria-hidden="true">
          <span />
          {numbers.map((column) => (
            <span key={column} class="mono">
              {column}
            </span>
          ))}
        </div>
        {blackboard.map((name, row) => (
          <div key={name} class="record-row" role="group" aria-label={words.row(row + 1)} data-row={row}>
            <b class="record-number">
              <span class="record-word">{words.segment} </span>
              {row + 1}
            </b>
            {numbers.map((column) => (
              <span key={column} class="record-cell record-number-cell">
                <span class="record-word mono" aria-hidden="true">
                  {column}
                </span>
                <TypedField field={`relative.${name}.${column}`} label={words.cell(row + 1, column)} />
              </span>
            ))}
            <div class="slips">
              {numbers.map((column) => (
                <SlipLine key={column} field={`relative.${name}.${column}`} name={column} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <CheckButton fields={fields} handIn={handIn} name="relative" />
    </>
  );
}
