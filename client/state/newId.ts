/** `crypto.randomUUID` exists only on secure origins; a LAN game has none. */
function chance(octets: number): string {
  return btoa(String.fromCodePoint(...crypto.getRandomValues(new Uint8Array(octets))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** 16 random octets as base64url. */
export const newId = (): string => chance(16);

/** 32 of them: what nobody can guess, such as the secret of a seat. */
export const newTicket = (): string => chance(32);
