/** Values of a header: a field for each, typed in base 10 or 16. In the first header the chosen field's octets are marked. */
import { useEffect, useRef } from 'preact/hooks';
import { readFields } from '../../../shared/lessons/lab/labs.ts';
import { field as chosen } from '../../lab/board.ts';
import { draftOf } from '../../lab/report.ts';
import { labSays } from '../../lab/words.ts';
import { CheckButton } from './checkButton.tsx';
import { SlipLine, TypedField } from './typedField.tsx';

export function ValuesPart({ which }: { readonly which: 'values' | 'bare' }) {
  const { header } = labSays.value;
  const list = useRef<HTMLDivElement>(null);
  const fields = readFields.map((name) => `${which}.${name}`);
  // An octet of the header leads to its field.
  useEffect(() => {
    if (chosen.value !== null)
      list.current?.querySelector<HTMLElement>(`[data-field="values.${chosen.value}"]`)?.focus();
  }, [chosen.value]);
  return (
    <>
      <div class="values" ref={list}>
        {readFields.map((name) => (
          <div key={name} class="value-row" data-value={name} data-chosen={which === 'values' && chosen.value === name}>
            <span class="value-name" aria-hidden="true">
              {header[name]}
            </span>
            <TypedField
              field={`${which}.${name}`}
              label={header[name]}
              numeric={false}
              onFocus={() => {
                chosen.value = name;
              }}
            />
            <SlipLine field={`${which}.${name}`} name={null} />
          </div>
        ))}
      </div>
      <CheckButton fields={fields} handIn={() => fields.filter((one) => draftOf(one).trim() !== '')} name={which} />
    </>
  );
}
