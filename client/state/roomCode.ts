/** Room codes as people type and paste them, and the addresses that carry them. */
import { codeAlphabet, codeLength } from '../../shared/protocol/code.ts';

const exact = new RegExp(`^[${codeAlphabet}]{${codeLength}}$`);

/** The code in 'abc 234', 'ABC-234' or a whole pasted link; null where there is none. */
export function codeIn(typed: string): string | null {
  const last = typed.trim().split('/').at(-1) ?? '';
  const code = last.replaceAll(/[\s\-.,_]/g, '').toUpperCase();
  return exact.test(code) ? code : null;
}

/** The room that a path like '/room/ABC234' names. */
export const roomOfPath = (path: string): string | null =>
  path.startsWith('/room/') ? codeIn(path.slice('/room/'.length).replace(/\/+$/, '')) : null;

export const pathOfRoom = (code: string): string => `/room/${code}`;

/** 'ABC234' -> 'ABC 234', easier to read aloud. */
export const spokenCode = (code: string): string => `${code.slice(0, 3)}\u2009${code.slice(3)}`;
