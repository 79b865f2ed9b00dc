/**
 * What the server gets for `node:crypto` while it is simulated (`hooks.ts`): hashes are the real ones, and chance comes
 * from the seed. The server itself knows nothing of it: whoever runs it without the hooks has the system's generator.
 */
import { type Dice, diceFrom, rngFrom } from '../../shared/rng.ts';

export { createHash, createHmac, hash, timingSafeEqual } from 'node:crypto';

let dice: Dice = diceFrom(rngFrom(0));

export function seedChance(seed: number): void {
  dice = diceFrom(rngFrom(seed));
}

export const randomBytes = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => dice.below(256)));

export function randomInt(one: number, two?: number): number {
  return two === undefined ? dice.below(one) : one + dice.below(two - one);
}
