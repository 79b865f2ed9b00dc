/** The shelf of machines, and links to those that belong to a page or a card. No engine is needed for titles. */
import { type MachineId, machineIds, machines } from '../../../../shared/lessons/machines.ts';
import { addressOfMachine } from '../../../state/libraryPath.ts';
import { machinePrints, printFrame } from '../../../art/machines.ts';
import { lib } from '../../../library/words.ts';
import { locale } from '../../../state/settings.ts';
import { LibraryLink } from '../../libraryLink.tsx';
import { Shapes } from '../../shapes.tsx';

export function MachineShelf() {
  return (
    <ul class="machine-shelf">
      {machineIds.map((id) => (
        <li key={id} data-machine-link={id}>
          <svg class="machine-print" viewBox={printFrame.join(' ')} aria-hidden="true">
            <g class="print">
              <Shapes shapes={machinePrints[id]} />
            </g>
          </svg>
          <div>
            <h2>
              <LibraryLink at={addressOfMachine(id)}>{machines[id][locale.value].title}</LibraryLink>
            </h2>
            <p>{machines[id][locale.value].lead}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Where the same thing can be tried; nothing, where it cannot. */
export function MachineList({ ids }: { readonly ids: readonly MachineId[] }) {
  if (ids.length === 0) return null;
  return (
    <section>
      <h2>{lib.value.machine.try}</h2>
      <ul class="entry-links">
        {ids.map((id) => (
          <li key={id} data-machine-link={id}>
            <LibraryLink at={addressOfMachine(id)}>{machines[id][locale.value].title}</LibraryLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
