/** Pure: a deck of cards in the order of its seed, one in front, and what was said of each. */
import type { Truth } from '../../shared/lessons/card.ts';
import { type CardId, cardIds, cards } from '../../shared/lessons/cards.ts';
import { diceFrom, rngFrom } from '../../shared/rng.ts';

/** What a player said of a claim; a question that begins with "why" is only turned over. */
export type Said = Truth | 'turned';

export interface Deck {
  readonly order: readonly CardId[];
  /** The place of the card in front; the length of the order: none is left. */
  readonly at: number;
  /** null: the card in front has not been answered yet. */
  readonly said: Said | null;
  readonly answered: number;
  readonly right: number;
}

/** Shuffled by seed (Fisher and Yates). */
export function deckFrom(seed: number, ids: readonly CardId[] = cardIds): Deck {
  const dice = diceFrom(rngFrom(seed));
  const rest = [...ids];
  const order: CardId[] = [];
  while (rest.length > 0) order.push(...rest.splice(dice.below(rest.length), 1));
  return { order, at: 0, said: null, answered: 0, right: 0 };
}

/** The same deck with this card in front, not answered yet. */
export function withInFront(deck: Deck, id: CardId): Deck {
  if (cardInFront(deck) === id) return deck;
  const [done, rest] = [deck.order.slice(0, deck.at), deck.order.slice(deck.at)];
  const [before, after] = [done.filter((one) => one !== id), rest.filter((one) => one !== id)];
  return { ...deck, order: [...before, id, ...after], at: before.length, said: null };
}

/** null: none is left. */
export const cardInFront = ({ order, at }: Deck): CardId | null => order[at] ?? null;

/** A claim wants one of the truths, a question is turned over; only claims are counted. An answer stands. */
export function answer(deck: Deck, said: Said): Deck {
  const id = cardInFront(deck);
  if (id === null || deck.said !== null) return deck;
  const { truth } = cards[id];
  if ((truth === null) !== (said === 'turned')) return deck;
  if (truth === null) return { ...deck, said };
  return { ...deck, said, answered: deck.answered + 1, right: deck.right + (said === truth ? 1 : 0) };
}

/** The next card, once this one has been answered. */
export const next = (deck: Deck): Deck => (deck.said === null ? deck : { ...deck, at: deck.at + 1, said: null });
