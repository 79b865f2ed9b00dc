import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAddress, parseAddress } from '../../../shared/packet/address.ts';
import { packetError, packetErrorCodes } from '../../../shared/packet/packetError.ts';
import { sentence } from '../../../shared/packet/sentences.ts';
import { millisBetween, timestampAfter } from '../../../shared/packet/timestamp.ts';
import { word32 } from './arbitraries.ts';

describe('addresses', () => {
  test('every address reads as it was shown', () => {
    fc.assert(
      fc.property(word32, (address) => {
        expect(parseAddress(formatAddress(address))).toBe(address);
      }),
    );
  });

  test.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.-4',
    '1.2.3.4 ',
    '1.2.3.',
    'localhost',
    '1e1.2.3.4',
  ])('%o is none', (text) => {
    expect(parseAddress(text)).toBeNull();
  });
});

describe('sentences', () => {
  test.each(packetErrorCodes)('%s names its offset in both languages and leaves no blank', (code) => {
    const error = packetError(code, 4711, 0xbeef, 3);
    for (const language of ['en', 'zh-CN'] as const) {
      expect(sentence(error, language)).toContain('4711');
      expect(sentence(error, language)).not.toMatch(/[{}]|undefined/);
    }
  });

  test('a checksum is shown as Wireshark shows it', () => {
    expect(sentence(packetError('tcp/checksum', 36, 0x1f, 0xbeef), 'en')).toBe(
      'At octet 36: the TCP checksum is 0x001f, but the segment adds up to 0xbeef: it was changed on the way.',
    );
  });
});

describe('time stamps', () => {
  const start = { seconds: 1_700_000_000, nanos: 999_999_000 };

  test.each([
    { at: 0, seconds: 0, nanos: 999_999_000 },
    { at: 0.000001, seconds: 0, nanos: 999_999_001 },
    { at: 0.001, seconds: 1, nanos: 0 },
    { at: 1500, seconds: 2, nanos: 499_999_000 },
    { at: -1, seconds: 0, nanos: 998_999_000 },
  ])('$at ms later', ({ at, seconds, nanos }) => {
    const time = timestampAfter(start, at);
    expect(time).toEqual({ seconds: start.seconds + seconds, nanos });
    expect(millisBetween(start, time)).toBeCloseTo(at, 6);
  });
});
