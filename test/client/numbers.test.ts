import { expect, test } from 'vitest';
import { grouped, relativeTo, segmentNumbers, shownNumber } from '../../client/text/numbers.ts';

const thin = (text: string): string => text.replaceAll(' ', '\u2009');

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1 000'],
  [4_294_967_295, '4 294 967 295'],
  [-1001, '\u22121 001'],
])('%d is grouped in threes by thin spaces', (value, text) => {
  expect(grouped(value)).toBe(thin(text));
});

test('relative numbers cross 2^32', () => {
  expect(relativeTo(3, 4_294_967_290)).toBe(9);
  expect(relativeTo(4_294_967_290, 3)).toBe(-9);
});

test('without a base a number stays absolute', () => {
  expect(shownNumber(1001, null, 'relative')).toBe(thin('1 001'));
  expect(shownNumber(1001, 1000, 'relative')).toBe('1');
});

test('seq counts from the own ISS, ack from that of the other end', () => {
  const bases = { client: 1000, server: 5000 };
  expect(segmentNumbers({ seq: 1001, ack: 5001 }, 'client', bases, 'relative')).toEqual({ seq: '1', ack: '1' });
  expect(segmentNumbers({ seq: 5000, ack: 1001 }, 'server', bases, 'relative')).toEqual({ seq: '0', ack: '1' });
  expect(segmentNumbers({ seq: 1000, ack: null }, 'client', bases, 'relative').ack).toBeNull();
});
