/** Pure: what an address in the library names. Pages, machines and cards have each their own. */
import { type CardId, cardIds } from '../../shared/lessons/cards.ts';
import { type MachineId, machineIds } from '../../shared/lessons/machines.ts';
import type { PageId } from '../../shared/lessons/pages.ts';
import { addressOfCard, addressOfMachine, cardsAt, examAt, machinesAt } from '../state/libraryPath.ts';
import { pageAt } from './shelf.ts';

export type Room =
  | { readonly type: 'shelves' | 'machines' | 'exam' | 'none' }
  | { readonly type: 'page'; readonly id: PageId }
  | { readonly type: 'machine'; readonly id: MachineId }
  /** The deck; with the card on top that was asked for, if one was. */
  | { readonly type: 'cards'; readonly first: CardId | null };

export function roomAt(at: string): Room {
  if (at === '') return { type: 'shelves' };
  if (at === machinesAt) return { type: 'machines' };
  if (at === cardsAt) return { type: 'cards', first: null };
  if (at === examAt) return { type: 'exam' };
  const machine = machineIds.find((id) => addressOfMachine(id) === at);
  if (machine !== undefined) return { type: 'machine', id: machine };
  const card = cardIds.find((id) => addressOfCard(id) === at);
  if (card !== undefined) return { type: 'cards', first: card };
  const page = pageAt(at);
  return page === null ? { type: 'none' } : { type: 'page', id: page };
}
