/**
 * The secret of a seat: 256 bits that only the player's browser keeps. The store has its hash, so whoever reads
 * the store takes no seat. No salt and no slow hash: nobody guesses 256 bits.
 *
 * A secret is good until the next one has been used: each use hands out a new one, and the one that was used stays good
 * until a new one comes, because the answer may get lost on its way. What was used before that is worth nothing.
 */
import { createHash, randomBytes } from 'node:crypto';

export interface Secret {
  /** 43 characters of base64url. */
  readonly secret: string;
  readonly hash: string;
}

/** What the store keeps of a seat's secrets. */
export interface Lock {
  /** The hash of the secret that was used last; null: none was yet. */
  readonly used: string | null;
  /** Hashes of those that were handed out since, none of which was used. The newest last. */
  readonly issued: readonly string[];
}

/** Answers that may get lost in a row, and tabs of one browser that may ask at the same time. */
const mostIssued = 4;

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export function newSecret(): Secret {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

/** `ticket`: the hash of what the player holds until the answer is there; null: nothing. */
export const newLock = (ticket: string | null, next: Secret): Lock => ({ used: ticket, issued: [next.hash] });

export const opens = ({ used, issued }: Lock, hash: string): boolean => hash === used || issued.includes(hash);

/** `hash` was used, and `next` is handed out. */
export const turned = ({ used, issued }: Lock, hash: string, next: Secret): Lock =>
  hash === used ? { used, issued: [...issued, next.hash].slice(-mostIssued) } : { used: hash, issued: [next.hash] };
