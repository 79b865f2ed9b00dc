/** What a player's browser keeps, whichever tabs are open; and what a player knows. */
import { type Dice, diceFrom, rngFrom } from '../../shared/rng.ts';

/** As many as `client/state/seats.ts` keeps. */
const mostSecrets = 5;

export interface Browser {
  readonly name: string;
  /** The secrets of a room's seat, the newest first: `client/state/seats.ts`. */
  readonly secretsOf: (code: string) => readonly string[];
  readonly keep: (code: string, secret: string) => void;
  readonly drop: (code: string) => void;
  /** The room that this player is to be in. */
  code: string | null;
  readonly newId: () => string;
  readonly newTicket: () => string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const text = (dice: Dice, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(dice.below(alphabet.length))).join('');

export function newBrowser(name: string, seed: number): Browser {
  const dice = diceFrom(rngFrom(seed));
  const seats = new Map<string, readonly string[]>();
  const secretsOf = (code: string): readonly string[] => seats.get(code) ?? [];
  let ids = 0;
  return {
    name,
    secretsOf,
    keep(code, secret) {
      seats.set(code, [secret, ...secretsOf(code).filter((one) => one !== secret)].slice(0, mostSecrets));
    },
    drop: (code) => void seats.delete(code),
    code: null,
    newId: () => `${name}-command-${(ids += 1)}`,
    newTicket: () => text(dice, 43),
  };
}
