/**
 * The secret of a seat: 256 bits that only the player's browser keeps. The store has its hash, so whoever reads
 * the store takes no seat. No salt and no slow hash: nobody guesses 256 bits.
 */
import { createHash, randomBytes } from 'node:crypto';

export interface Secret {
  /** 43 characters of base64url. */
  readonly secret: string;
  readonly hash: string;
}

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export function newSecret(): Secret {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

/** What a player who came back holds from now on. The one place to change for secrets that live for one use. */
export const renewSecret = (secret: string): Secret => ({ secret, hash: hashOf(secret) });
