import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, cut, fromText, NONE, sameOctets, toText } from '../../shared/octets.ts';

describe('octets', () => {
  test('text survives UTF-8, and Node agrees octet for octet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(toText(fromText(text))).toBe(text);
        expect([...fromText(text)]).toEqual([...Buffer.from(text, 'utf8')]);
      }),
    );
  });

  test('a Chinese character takes three octets', () => {
    expect(fromText('你好').length).toBe(6);
  });

  test('a character that was cut shows as a replacement, and never throws', () => {
    expect(toText(fromText('你好').subarray(0, 4))).toBe('你\ufffd');
    expect(toText(fromText('你好').subarray(1))).toBe('\ufffd\ufffd好');
    fc.assert(fc.property(fc.uint8Array(), (octets) => typeof toText(octets) === 'string'));
  });

  test('concat joins, and copies nothing where one side is empty', () => {
    const some = fromText('ab');
    expect(concat(some, NONE)).toBe(some);
    expect(concat(NONE, some)).toBe(some);
    expect(toText(concat(some, fromText('cd')))).toBe('abcd');
  });

  test('cut shares memory, and makes no view of all or nothing', () => {
    const some = fromText('abcd');
    expect(cut(some, 0)).toBe(some);
    expect(cut(some, 0, 9)).toBe(some);
    expect(cut(some, 4)).toBe(NONE);
    expect(cut(some, 2, 2)).toBe(NONE);
    expect(toText(cut(some, 1, 3))).toBe('bc');
    expect(toText(cut(some, 2))).toBe('cd');
    expect(cut(some, 1, 3).buffer).toBe(some.buffer);
  });

  test('sameOctets compares length and content', () => {
    expect(sameOctets(fromText('ab'), fromText('ab'))).toBe(true);
    expect(sameOctets(fromText('ab'), fromText('abc'))).toBe(false);
    expect(sameOctets(fromText('ab'), fromText('ax'))).toBe(false);
  });
});
