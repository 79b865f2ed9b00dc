/** 16 random octets as base64url. (`crypto.randomUUID` exists only on secure origins; a LAN game has none.) */
export function newId(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCodePoint(...octets))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
