/**
 * Attempts at a level, handed out before they are played: which level, which seed, and when. All of it is in the
 * name of the attempt, signed, so that handing out a million of them costs no room.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Millis } from '../shared/time.ts';

export interface Handed {
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly at: Millis;
}

/** 4 octets of seed, 6 of time, 8 of chance: 24 characters; then 16 octets of signature: 22 more. */
const bodyLength = 24;

const sign = (key: string, level: string, body: string): string =>
  createHmac('sha256', key).update(`${body} ${level}`).digest().subarray(0, 16).toString('base64url');

/** The name of a new attempt: 46 characters of base64url. */
export function nameAttempt(key: string, level: string, { seed, at }: Handed): string {
  const octets = Buffer.alloc(10);
  octets.writeUInt32BE(seed, 0);
  octets.writeUIntBE(Math.floor(at), 4, 6);
  const body = Buffer.concat([octets, randomBytes(8)]).toString('base64url');
  return body + sign(key, level, body);
}

/** null: not handed out with this key for this level. */
export function readAttempt(key: string, level: string, name: string): Handed | null {
  const body = name.slice(0, bodyLength);
  const wanted = Buffer.from(sign(key, level, body));
  const given = Buffer.from(name.slice(bodyLength));
  // The texts are compared, not what they stand for: each attempt has one name only.
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const octets = Buffer.from(body, 'base64url');
  return { seed: octets.readUInt32BE(0), at: octets.readUIntBE(4, 6) };
}
