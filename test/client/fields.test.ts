import { expect, test } from 'vitest';
import { readNumber, stepNumber, switchForm, writeNumber } from '../../client/composer/fields.ts';

test.each([
  ['', null],
  ['  ', null],
  ['1001', 1001],
  ['1 001', 1001],
  ['4\u2009294\u2009967\u2009295', 4_294_967_295],
  ['1,001', 1001],
])('absolute %j reads as %j', (typed, value) => {
  expect(readNumber(typed, 'absolute', 0)).toEqual({ ok: true, value });
});

test.each([
  ['SND.NXT', 'notNumber'],
  ['-1', 'notNumber'],
  ['1e3', 'notNumber'],
  ['4294967296', 'outside'],
])('absolute %j is refused as %s', (typed, error) => {
  expect(readNumber(typed, 'absolute', 0)).toEqual({ ok: false, error });
});

test.each([
  ['0', 4_294_967_290],
  ['6', 0],
  ['-1', 4_294_967_289],
  ['\u22121', 4_294_967_289],
])('relative %j counts from an ISS close to 2^32', (typed, value) => {
  expect(readNumber(typed, 'relative', 4_294_967_290)).toEqual({ ok: true, value });
});

test('a relative number needs a base', () => {
  expect(readNumber('1', 'relative', null)).toEqual({ ok: false, error: 'noBase' });
});

test('the switch rewrites what can be read and leaves the rest', () => {
  expect(switchForm('1001', 'absolute', 'relative', 1000)).toBe('1');
  expect(switchForm('1', 'relative', 'absolute', 1000)).toBe('1\u2009001');
  expect(switchForm('abc', 'absolute', 'relative', 1000)).toBe('abc');
  expect(switchForm('7', 'absolute', 'relative', null)).toBe('7');
  expect(switchForm('', 'absolute', 'relative', 1000)).toBe('');
});

test('stepping wraps at 2^32 and begins at the base', () => {
  expect(stepNumber('4294967295', 1, 'absolute', null)).toBe('0');
  expect(stepNumber('', 1, 'absolute', 1000)).toBe('1\u2009001');
  expect(stepNumber('', -1, 'relative', 1000)).toBe('\u22121');
  expect(stepNumber('x', 1, 'absolute', 0)).toBe('x');
});

test('what is written can be read again', () => {
  for (const form of ['absolute', 'relative'] as const)
    expect(readNumber(writeNumber(12, form, 4_294_967_290), form, 4_294_967_290)).toEqual({ ok: true, value: 12 });
});
