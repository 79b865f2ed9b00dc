/** Every script in scripts/ comes true, counted from 0 and from just below 2^32. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runScript } from './script.ts';

const folder = new URL('scripts/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

test('all scenarios are here', () => {
  expect(names.length).toBeGreaterThanOrEqual(30);
});

test.each(names)('%s, counted from 0', (name) => {
  expect(() => {
    runScript(textOf(name), 0);
  }).not.toThrow();
});

// 100, which most scripts use, becomes 0xffffffff.
test.each(names)('%s, counted from 2^32 - 101', (name) => {
  expect(() => {
    runScript(textOf(name), 0xffff_ffff - 100);
  }).not.toThrow();
});

test('a line that does not come true is named', () => {
  expect(() => {
    runScript('A iss 100\nA OPEN\nSYN-SENT --> <SEQ=101><CTL=SYN> --> ', 0);
  }).toThrow('line 3');
  expect(() => {
    runScript('A iss 100\nA OPEN', 0);
  }).toThrow('sent, but not told');
  expect(() => {
    runScript('A = LISTEN', 0);
  }).toThrow('A is CLOSED');
});
