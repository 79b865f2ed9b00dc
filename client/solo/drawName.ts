/** A nickname drawn in the page, in the player's language: an albatross and a number. */
import { signal } from '@preact/signals';
import type { ProgressCatalogue } from '../../shared/i18n/progress/catalogue.ts';

type Words = NonNullable<ProgressCatalogue['name']['words']>;

const of = (words: readonly string[], at: number): string => words[at % words.length] ?? '';

/** `dice`: three numbers from 0 up to 2^32. */
export function drawName({ firsts, seconds }: Words, dice: Uint32Array): string {
  const [first = 0, second = 0, number = 0] = dice;
  return `${of(firsts, first)}${of(seconds, second)} ${10 + (number % 90)}`;
}

/** The words of the player's language, set by the screen; null: the server draws names. */
export const nameWords = signal<Words | null>(null);

export const drawNameNow = (): string | null =>
  nameWords.value && drawName(nameWords.value, crypto.getRandomValues(new Uint32Array(3)));
