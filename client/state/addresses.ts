/** Links for friends: `localhost` means another machine there, so the server is asked for its own addresses. */
import { addresses } from './store.ts';
import { pathOfRoom } from './roomCode.ts';

const isLocal = (host: string): boolean => host === 'localhost' || host.startsWith('127.') || host === '[::1]';

const withScheme = (address: string): string => (address.includes('://') ? address : `http://${address}`);

export async function findAddresses(): Promise<void> {
  if (!isLocal(location.hostname)) return;
  try {
    const answer: unknown = await (await fetch('/api/addresses')).json();
    if (typeof answer !== 'object' || answer === null || !('addresses' in answer)) return;
    const found = answer.addresses;
    if (Array.isArray(found)) addresses.value = found.filter((item) => typeof item === 'string').map(withScheme);
  } catch {
    // Without an answer the link names this machine only; the code works everywhere.
  }
}

/** An address of this game that other machines can open. */
export const addressFor = (path: string): string => new URL(path, addresses.value[0] ?? location.origin).href;

/** The link to a room that a friend can open. */
export const linkTo = (code: string): string => addressFor(pathOfRoom(code));
