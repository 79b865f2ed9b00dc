import { expect, test } from 'vitest';
import { boat, crateLabels } from '../../client/art/boat.ts';
import { flagText, signalFlags } from '../../client/art/flags.ts';
import { lamps } from '../../client/art/lamps.ts';
import { flagNames } from '../../shared/tcp/segment.ts';

test('every control bit has its flag of the code, inside 6 x 6 units', () => {
  for (const name of flagNames) {
    const { letter, patches } = signalFlags[name];
    expect(letter).toBe(name.slice(0, 1));
    for (const { points } of patches) for (const value of points) expect(value >= 0 && value <= 6).toBe(true);
  }
});

test('flags are named as textbooks write them', () => {
  expect(flagText(['ACK', 'SYN'])).toBe('SYN,ACK');
  expect(flagText(['ACK', 'PSH', 'FIN'])).toBe('FIN,PSH,ACK');
  expect(flagText([])).toBe('');
});

test('SYN and FIN are crates: each takes one number', () => {
  expect(crateLabels({ flags: ['SYN'], len: 0 })).toEqual(['S']);
  expect(crateLabels({ flags: ['ACK', 'FIN'], len: 5 })).toEqual(['len 5', 'F']);
  expect(crateLabels({ flags: ['ACK'], len: 0 })).toEqual([]);
});

const what = (ack: string | null): readonly string[] =>
  boat({ flags: [], len: 0 }, { seq: '1', ack }, 1).signs.map((sign) => sign.what);

test('the sail hangs only with ACK', () => {
  expect(what('2')).toContain('ack');
  expect(what(null)).not.toContain('ack');
});

test('no two states have the same lamp', () => {
  const looks = Object.values(lamps).map((lamp) => JSON.stringify(lamp));
  expect(new Set(looks).size).toBe(looks.length);
});
