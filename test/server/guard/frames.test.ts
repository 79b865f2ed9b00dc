import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTamer, deepest } from '../../../server/guard/frames.ts';

const nest = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const pass = (text: string) => ({ type: 'pass', text });

describe('a frame', () => {
  test.each([
    ['a request', '427["leave",{}]'],
    ['a request as deep as one may be', `427["run",{"log":[["send",[0,10]]]}]`],
    ['brackets in a text', `427["join",{"code":"${'['.repeat(50)}\\"${'{'.repeat(50)}"}]`],
    ['what is no packet', 'hello'],
    ['the opening of the namespace', '0'],
    ['an answer', '399[{}]'],
  ])('%s passes as it is', (_what, frame) => {
    expect(createTamer()(frame)).toEqual(pass(frame));
  });

  test.each([
    [`27["create",${nest(deepest + 1)}]`, '27["create",null]'],
    [`27["create",{"a":{"b":{"c":{"d":{}}}}}]`, '27["create",null]'],
    [`2["a\\"b",${nest(9)}]`, '2["a\\"b",null]'],
    [`2/admin,7["create",${nest(9)}]`, '2/admin,7["create",null]'],
    [`27[${nest(9)}]`, '27["",null]'],
    ['51-7["create",{"_placeholder":true,"num":0}]', '27["create",null]'],
    ['510-["create"]', '2["create",null]'],
  ])('%s goes on without its content', (frame, text) => {
    expect(createTamer()(frame)).toEqual(pass(text));
  });

  test.each([
    ['the opening of the namespace, nested', `0${nest(9)}`],
    ['an answer, nested', `37${nest(9)}`],
    ['no attachments', '50-["create"]'],
    ['too many attachments', '511-["create"]'],
    ['attachments without a number', '5["create"]'],
    ['an attachment that nobody announced', Buffer.of(1)],
  ])('%s ends the connection', (_what, frame) => {
    expect(createTamer()(frame)).toEqual({ type: 'end' });
  });
});

test('attachments that were announced are dropped, no more of them and no text in between', () => {
  const tame = createTamer();
  tame('52-7["create"]');
  expect([tame(Buffer.of(1)), tame(Buffer.of(2)), tame(Buffer.of(3))].map(({ type }) => type)).toEqual([
    'drop',
    'drop',
    'end',
  ]);
  const other = createTamer();
  other('51-7["create"]');
  expect(other('2["leave",{}]')).toEqual({ type: 'end' });
});

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

test('whatever the content, it passes if and only if it is not too deep', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), fc.nat(99), (content, number) => {
      const frame = `2${number}${JSON.stringify(['create', content])}`;
      const expected = depthOf(content) <= deepest ? frame : `2${number}["create",null]`;
      expect(createTamer()(frame)).toEqual(pass(expected));
    }),
    { numRuns: 500 },
  );
});
