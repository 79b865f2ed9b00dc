/** What must not be guessed: room codes, ids, seeds, coins. From the system's generator, never from Math.random. */
import { randomBytes, randomInt } from 'node:crypto';
import { type Role, roles } from '../shared/game/role.ts';
import { codeAlphabet, codeLength } from '../shared/protocol/code.ts';

export const drawCode = (): string =>
  Array.from({ length: codeLength }, () => codeAlphabet.charAt(randomInt(codeAlphabet.length))).join('');

/** Names a match or a seat: 16 characters of base64url. */
export const drawId = (): string => randomBytes(12).toString('base64url');

/** Names a session of Engine.IO: 20 characters of base64url. */
export const drawSession = (): string => randomBytes(15).toString('base64url');

/** Unsigned 32 bits. */
export const drawSeed = (): number => randomBytes(4).readUInt32BE();

export const drawRole = (wish: Role | 'any'): Role => (wish === 'any' ? (roles[randomInt(2)] ?? 'client') : wish);
