import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum, checksumOf, fold, pseudoSum, wordSum } from '../../../shared/packet/checksum.ts';
import { octets } from './arbitraries.ts';

/** RFC 1071 4.1 word for word, as slow as it is plain. */
function plainSum(data: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < data.length; i += 2) {
    sum += ((data[i] ?? 0) << 8) | (data[i + 1] ?? 0);
    if (sum > 0xffff) sum = (sum & 0xffff) + 1;
  }
  return sum;
}

describe('the Internet checksum', () => {
  test.each([
    { title: 'RFC 1071 3: the numerical example', data: [0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7], sum: 0xddf2 },
    { title: 'no octets add up to zero', data: [], sum: 0 },
    { title: 'an odd last octet is padded on its right', data: [0x12], sum: 0x1200 },
    { title: 'a carry comes back in at the low end', data: [0xff, 0xff, 0x00, 0x01], sum: 0x0001 },
    { title: 'all ones stay all ones: minus zero', data: [0xff, 0xff, 0xff, 0xff], sum: 0xffff },
  ])('$title', ({ data, sum }) => {
    expect(fold(wordSum(Uint8Array.from(data), 0, data.length))).toBe(sum);
    expect(checksum(Uint8Array.from(data))).toBe(sum ^ 0xffff);
  });

  test('an IPv4 header of RFC 1071 fame: 45 00 00 73 ... has checksum b861', () => {
    const header = '4500 0073 0000 4000 4011 0000 c0a8 0001 c0a8 00c7'.replaceAll(' ', '');
    expect(checksum(Uint8Array.from(Buffer.from(header, 'hex')))).toBe(0xb861);
  });

  test('any octets add up as in the plain loop', () => {
    fc.assert(
      fc.property(octets({ maxLength: 80 }), (data) => {
        expect(checksum(data)).toBe(plainSum(data) ^ 0xffff);
      }),
    );
  });

  test('parts of even length may be summed apart: RFC 1071 2', () => {
    fc.assert(
      fc.property(octets({ maxLength: 80 }), fc.nat(40), (data, half) => {
        const middle = Math.min(half * 2, data.length & ~1);
        const sum = wordSum(data, 0, middle) + wordSum(data, middle, data.length);
        expect(checksumOf(sum)).toBe(checksum(data));
      }),
    );
  });

  test('the largest packet, all ones, does not overflow', () => {
    expect(fold(wordSum(new Uint8Array(0x1_0000).fill(255), 0, 0x1_0000) + 0xffffffff)).toBe(0xffff);
  });

  test('the pseudo-header is addresses, protocol 6 and the length', () => {
    const plain = Uint8Array.of(192, 168, 0, 1, 10, 255, 0, 2, 0, 6, 0x12, 0x34);
    expect(fold(pseudoSum(0xc0a80001, 0x0aff0002, 0x1234))).toBe(fold(wordSum(plain, 0, 12)));
  });
});
