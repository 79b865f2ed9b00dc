import { describe, expect, test } from 'vitest';
import { isnOf, tickOf } from '../../../shared/stack/isn.ts';
import { sipHash } from '../../../shared/stack/sipHash.ts';
import { key } from './hand.ts';

describe('SipHash-2-4', () => {
  // The test vectors of the authors' vectors.h, key 00 .. 0f, message 00 01 02 ... of that length.
  test.each([
    [0, 0x726fdb47, 0xdd0e0e31],
    [1, 0x74f839c5, 0x93dc67fd],
    [7, 0xab0200f5, 0x8b01d137],
    [8, 0x93f5f579, 0x9a932462],
    [15, 0xa129ca61, 0x49be45e5],
    [63, 0x958a324c, 0xeb064572],
  ])('of %i octets is that of its authors', (length, high, low) => {
    expect(
      sipHash(
        key,
        Uint8Array.from({ length }, (_, i) => i),
      ),
    ).toEqual({ high, low });
  });
});

describe('RFC 6528', () => {
  const ends = { local: 1, localPort: 2, remote: 3, remotePort: 4 };

  test('the ISN moves by one each 4 us, over 2^32 as well', () => {
    const first = isnOf(key, ends, 0);
    expect((isnOf(key, ends, tickOf(1, -1)) - first) >>> 0).toBe(250);
    expect((isnOf(key, ends, tickOf(17_179_869.184, -1)) - first) >>> 0).toBe(0);
    expect((isnOf(key, ends, tickOf(0.004, -1)) - first) >>> 0).toBe(1);
  });

  test('a tick that was used is followed by the next one: 3.4.1, "generated ISNs will be unique"', () => {
    expect(tickOf(0, 0)).toBe(1);
    expect(tickOf(0, 7)).toBe(8);
    expect(tickOf(1, 7)).toBe(250);
  });

  test.each([
    ['the local address', { ...ends, local: 9 }],
    ['the local port', { ...ends, localPort: 9 }],
    ['the remote address', { ...ends, remote: 9 }],
    ['the remote port', { ...ends, remotePort: 9 }],
  ])('the ISN depends on %s', (_, other) => {
    expect(isnOf(key, other, 0)).not.toBe(isnOf(key, ends, 0));
  });

  test('the ISN depends on the key', () => {
    expect(isnOf(key.toReversed(), ends, 0)).not.toBe(isnOf(key, ends, 0));
  });
});
