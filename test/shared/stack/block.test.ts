/** Small texts share a block of memory: nobody may see more than the own one. */
import { expect, test } from 'vitest';
import { copyOf, newBlock } from '../../../shared/stack/block.ts';

const octets = (length: number, first = 0): Uint8Array => Uint8Array.from({ length }, (_, i) => first + i);

test('a copy does not change with the original, nor with later copies', () => {
  const block = newBlock();
  const text = octets(5);
  const copy = copyOf(block, text, 5);
  text.fill(99);
  copyOf(block, octets(5, 50), 5);
  expect(copy).toEqual(octets(5));
});

test('only the first octets are copied where fewer are wanted', () => {
  const block = newBlock();
  expect(copyOf(block, octets(9), 4)).toEqual(octets(4));
  expect(copyOf(block, octets(3, 70), 3)).toEqual(octets(3, 70));
});

test('texts larger than what is left of a block, or than a block, are copied whole', () => {
  const block = newBlock();
  const copies = Array.from({ length: 40 }, (_, i) => copyOf(block, new Uint8Array(900).fill(i), 900));
  expect(copies.every((copy, i) => copy.length === 900 && copy.every((octet) => octet === i))).toBe(true);
  expect(copyOf(block, new Uint8Array(20_000).fill(7), 20_000).every((octet) => octet === 7)).toBe(true);
});
