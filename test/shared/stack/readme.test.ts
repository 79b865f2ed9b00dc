/** The examples of shared/stack/README.md are one program, and give what they say. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromText, toText } from '../../../shared/octets.ts';
import { createStack } from '../../../shared/stack/stack.ts';

const readme = readFileSync(new URL('../../../shared/stack/README.md', import.meta.url), 'utf8');
const given = { createStack, fromText, toText, expect };

/** `call; // => value` becomes a check, imports go. */
const asCheck = (line: string): string =>
  line.startsWith('import ') ? '' : line.replace(/^(.*?); \/\/ => (.*)$/, 'expect($1).toEqual($2);');

test('every example gives what it says', () => {
  const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
  const program = blocks.join('').split('\n').map(asCheck).join('\n');
  expect(program.match(/expect\(/g)?.length).toBeGreaterThan(35);
  // oxlint-disable-next-line typescript/no-implied-eval -- our own text, and the point of this test
  new Function(...Object.keys(given), program)(...Object.values(given));
});
