/** IPv4 addresses: inside they are unsigned 32-bit numbers (0x7f000001), on screen 'a.b.c.d' (127.0.0.1). */

/** 'a.b.c.d', four decimal numbers 0..255 without leading zeros, as a number; null for any other text. */
export function parseAddress(text: string): number | null {
  let address = 0;
  let at = 0;
  for (let parts = 0; parts < 4; parts++) {
    if (parts > 0 && text[at++] !== '.') return null;
    const from = at;
    let part = 0;
    for (let digit = digitAt(text, at); digit >= 0; digit = digitAt(text, at)) {
      part = part * 10 + digit;
      at += 1;
    }
    if (at === from || part > 255 || (at > from + 1 && text[from] === '0')) return null;
    address = address * 256 + part;
  }
  return at === text.length ? address : null;
}

/** -1: no decimal digit. */
function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

/** The address of a number: 0x7f000001 is '127.0.0.1'. */
export const formatAddress = (address: number): string =>
  [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff).join('.');
