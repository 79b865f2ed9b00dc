/** From a level to the machines that ask the same "why". They open beside it. */
import type { Level } from '../../../shared/levels/level.ts';
import { levelIds } from '../../../shared/levels/ids.ts';
import { machines, machinesOfLevel } from '../../../shared/lessons/machines.ts';
import { addressOfMachine } from '../../state/libraryPath.ts';
import { lt } from '../../state/levelWords.ts';
import { locale, t } from '../../state/settings.ts';
import { LibraryLink } from '../libraryLink.tsx';

export function MachineLinks({ level }: { readonly level: Level }) {
  const { machine } = lt.value;
  const id = levelIds.find((one) => one === level.id);
  const ids = id === undefined ? [] : machinesOfLevel(id);
  if (ids.length === 0) return null;
  return (
    <p class="machine-links">
      {machine.try}
      {t.value.verdict.marks.colon}
      {ids.map((one) => (
        <LibraryLink key={one} at={addressOfMachine(one)} class="read-more">
          {machines[one][locale.value].title}
          <span class="hidden"> {machine.opens}</span>
        </LibraryLink>
      ))}
    </p>
  );
}
