/** IPv4 addresses: inside they are unsigned 32-bit numbers (0x7f000001), on screen 'a.b.c.d' (127.0.0.1). */

/** 'a.b.c.d', four decimal numbers 0..255 without leading zeros, as a number; null for any other text. */
export function parseAddress(text: string): number | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return null;
  return parts.reduce((address, part) => address * 256 + Number(part), 0);
}

/** The address of a number: 0x7f000001 is '127.0.0.1'. */
export const formatAddress = (address: number): string =>
  [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff).join('.');
