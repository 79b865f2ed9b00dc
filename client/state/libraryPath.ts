/** The addresses of the library: its shelves and rooms, and what stands in them. Whether there is such a page, it says itself. */
import type { CardId } from '../../shared/lessons/cards.ts';
import type { MachineId } from '../../shared/lessons/machines.ts';
import type { Place } from './store.ts';

export type LibraryPlace = Extract<Place, { readonly type: 'library' }>;

/** The rooms beside the encyclopedia; no page has such an id. */
export const machinesAt = 'machines';
export const cardsAt = 'cards';
export const examAt = 'exam';

export const addressOfMachine = (id: MachineId): string => `machine-${id}`;
export const addressOfCard = (id: CardId): string => `card-${id}`;

/** What '/library', '/library/cards' and '/library/flag-syn' name; null: another place. */
export function libraryOfPath(path: string): LibraryPlace | null {
  const [, first, at = '', rest] = path.replace(/\/+$/, '').split('/');
  return first === 'library' && rest === undefined ? { type: 'library', at } : null;
}

export const pathOfLibrary = ({ at }: LibraryPlace): string => (at === '' ? '/library' : `/library/${at}`);
