/** A record table of the experiment: numbers are typed, flags are 0 or 1, each field is marked for itself. */
import { columns, type Column, isNumberColumn, solved, type Table } from '../../../shared/lessons/lab/tables.ts';
import { idOf } from '../../../shared/lessons/lab/practice.ts';
import { draftOf, practice, standingOf, write } from '../../lab/report.ts';
import { lp } from '../../lab/words.ts';
import { CheckButton } from './checkButton.tsx';
import { Mark, SlipLine, slipId, TypedField } from './typedField.tsx';

export function TablePart({ table }: { readonly table: Table }) {
  const { report: words } = lp.value;
  const rows = practice.value?.rows[table] ?? solved(table).map((_, row) => row);
  const fields = rows.flatMap((row) => columns[table].map((column) => idOf({ table, row, column })));
  return (
    <>
      <div class="record" data-record={table} role="group">
        <div class="record-head" aria-hidden="true">
          <span />
          {columns[table].map((column) => (
            <span key={column} class="mono">
              {column}
            </span>
          ))}
        </div>
        {rows.map((row, place) => (
          <div key={row} class="record-row" role="group" aria-label={words.row(place + 1)} data-row={row}>
            <b class="record-number">
              <span class="record-word">{words.segment} </span>
              {practice.value === null ? row + 1 : '?'}
            </b>
            {columns[table].map((column) => (
              <Field key={column} field={idOf({ table, row, column })} column={column} row={place} />
            ))}
            <div class="slips">
              {columns[table].map((column) => (
                <SlipLine key={column} field={idOf({ table, row, column })} name={column} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <CheckButton fields={fields} handIn={() => fields.filter((field) => isFilledIn(field))} name={table} />
    </>
  );
}

/** The first ack means nothing, so it may stay empty: it is handed in with the rest of its row. */
function isFilledIn(field: string): boolean {
  if (draftOf(field).trim() !== '') return true;
  return (
    field === 'opening.0.ack' &&
    columns.opening.every((column) => column === 'ack' || draftOf(`opening.0.${column}`) !== '')
  );
}

interface FieldProps {
  readonly field: string;
  readonly column: Column;
  /** As it is shown, from 0. */
  readonly row: number;
}

function Field({ field, column, row }: FieldProps) {
  const label = lp.value.report.cell(row + 1, column);
  return (
    <span class={`record-cell record-${isNumberColumn(column) ? 'number' : 'flag'}`}>
      <span class="record-word mono" aria-hidden="true">
        {column}
      </span>
      {isNumberColumn(column) ? <TypedField field={field} label={label} /> : <Flag field={field} label={label} />}
    </span>
  );
}

function Flag({ field, label }: { readonly field: string; readonly label: string }) {
  const standing = standingOf(field);
  return (
    <span class="typed" data-standing={standing}>
      <span
        class="bits"
        role="radiogroup"
        aria-label={label}
        aria-describedby={slipId(field)}
        aria-invalid={standing === 'wrong'}
      >
        {['0', '1'].map((bit) => (
          <label key={bit} class="choice-item">
            <input
              type="radio"
              name={field}
              data-field={field}
              value={bit}
              disabled={standing === 'right'}
              checked={draftOf(field) === bit}
              onChange={() => write(field, bit)}
            />
            <span class="mono">{bit}</span>
          </label>
        ))}
      </span>
      <Mark field={field} />
    </span>
  );
}
