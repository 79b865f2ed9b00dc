/** Who plays in this browser, as boards know it: a secret that joins one player's runs, and a nickname. No account. */
import { signal } from '@preact/signals';
import { recall, remember } from './storage.ts';

export interface Identity {
  /** 43 characters of base64url: 256 bits. Whoever has it may rename and delete the player's lines. */
  readonly secret: string;
  /** null: none yet; the server proposes one. */
  readonly nickname: string | null;
}

const KEY = 'player';

function made(): Identity {
  const octets = crypto.getRandomValues(new Uint8Array(32));
  const secret = btoa(String.fromCodePoint(...octets))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return { secret, nickname: null };
}

function stored(): Identity | null {
  const found = recall(KEY);
  if (typeof found !== 'object' || found === null || !('secret' in found) || !('nickname' in found)) return null;
  const { secret, nickname } = found;
  if (typeof secret !== 'string' || !/^[\w-]{43}$/.test(secret)) return null;
  return { secret, nickname: typeof nickname === 'string' ? nickname : null };
}

/** null: nothing was sent to a board from here. */
export const identity = signal<Identity | null>(stored());

function become(next: Identity): Identity {
  identity.value = next;
  remember(KEY, next);
  return next;
}

/** The identity, made when it is first needed. Another tab may have been first, or have taken another name. */
export function ownIdentity(): Identity {
  const found = stored();
  if (found === null) return become(identity.peek() ?? made());
  identity.value = found;
  return found;
}

export const takeName = (nickname: string): void => void become({ ...ownIdentity(), nickname });

/** Nothing joins what comes from now on to what was. */
export const becomeSomebodyElse = (): void => void become(made());
