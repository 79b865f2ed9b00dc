import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Told as GameTold } from '../../shared/game/event.ts';
import type { View as GameView } from '../../shared/game/view.ts';
import type { Verdict as GameVerdict } from '../../shared/judge/verdict.ts';
import type { Answers, ServerToClient } from '../../shared/protocol/answer.ts';
import { Refusal, type View, answers, messages } from '../../shared/protocol/message.ts';
import { refusals } from '../../shared/protocol/refusal.ts';
import { requests } from '../../shared/protocol/request.ts';
import type { Told, Verdict } from '../../shared/protocol/told.ts';

const readme = readFileSync(new URL('../../shared/protocol/README.md', import.meta.url), 'utf8');

interface Example {
  readonly event: string;
  readonly label: string;
  readonly content: unknown;
}

/** Each block of JSON, with the event that it stands under and the paragraph before it. */
const examples = readme
  .split(/^### /m)
  .slice(1)
  .flatMap((section): readonly Example[] => {
    const event = section.match(/^`([a-z]+)`/)?.[1] ?? '';
    return [...section.matchAll(/([^\n]*)\n\n```json\n([\s\S]*?)\n```/g)].map(([, label, json]) => ({
      event,
      label: label ?? '',
      content: JSON.parse(json ?? ''),
    }));
  });
const of = (name: string, kind: RegExp): readonly Example[] =>
  examples.filter(({ event, label }) => event === name && kind.test(label));

describe('the README of the protocol', () => {
  test.each(Object.entries(requests))('has a valid example of the request %s', (name, schema) => {
    const given = of(name, /^Request/);
    expect(given.length).toBeGreaterThan(0);
    for (const { content } of given) expect(v.safeParse(schema, content).issues).toBeUndefined();
  });

  test.each(Object.entries(answers))('has a valid example of the answer to %s, or says where', (name, schema) => {
    const given = of(name, /^Answer/);
    const elsewhere = new RegExp(`### \`${name}\`\n\n.*Answered like \`create\``).test(readme);
    expect(elsewhere || given.length > 0).toBe(true);
    for (const { content } of given) expect(v.safeParse(schema, content).issues).toBeUndefined();
  });

  test.each(Object.entries(messages))(
    'has a valid example of the message %s, or says that it is empty',
    (name, schema) => {
      const given = of(name, /./);
      const empty = new RegExp(`### \`${name}\`\n\n.*No content\\.`).test(readme);
      expect(empty).toBe(schema === null);
      expect(given.length > 0).toBe(schema !== null);
      for (const { content } of given) expect(schema === null || v.is(schema, content)).toBe(true);
    },
  );

  test('has no example that no schema was held against', () => {
    const known = new Set([...Object.keys(requests), ...Object.keys(messages)]);
    expect(examples.filter(({ event }) => !known.has(event))).toEqual([]);
    expect(readme.match(/```json/g)).toHaveLength(examples.length);
    const requestsToo = examples.filter(({ event }) => event in requests);
    expect(requestsToo.filter(({ label }) => !/^(Request|Answer)/.test(label))).toEqual([]);
  });

  test('lists every refusal code, and no other', () => {
    const listed = [...readme.matchAll(/^\| `([a-z/-]+)` +\|/gm)].map(([, code]) => code);
    expect(listed).toEqual(Object.keys(refusals));
  });
});

describe('the schemas', () => {
  test('say what the types say', () => {
    expectTypeOf<v.InferOutput<typeof Told>>().toExtend<GameTold>();
    expectTypeOf<GameTold>().toExtend<v.InferOutput<typeof Told>>();
    expectTypeOf<v.InferOutput<typeof Verdict>>().toExtend<GameVerdict>();
    expectTypeOf<GameVerdict>().toExtend<v.InferOutput<typeof Verdict>>();
    expectTypeOf<v.InferOutput<typeof View>>().toExtend<GameView>();
    expectTypeOf<GameView>().toExtend<v.InferOutput<typeof View>>();
    expectTypeOf<{ [name in keyof typeof answers]: v.InferOutput<(typeof answers)[name]> }>().toExtend<Answers>();
    expectTypeOf<Answers>().toExtend<{ [name in keyof typeof answers]: v.InferOutput<(typeof answers)[name]> }>();
    expectTypeOf<v.InferOutput<typeof messages.update>>().toExtend<Parameters<ServerToClient['update']>[0]>();
    expectTypeOf<Parameters<ServerToClient['update']>[0]>().toExtend<v.InferOutput<typeof messages.update>>();
    expectTypeOf<v.InferOutput<typeof messages.snapshot>>().toExtend<Parameters<ServerToClient['snapshot']>[0]>();
    expectTypeOf<v.InferOutput<typeof messages.room>>().toExtend<Parameters<ServerToClient['room']>[0]>();
    expectTypeOf<keyof typeof messages>().toEqualTypeOf<keyof ServerToClient>();
  });

  test('take no field that is not theirs', () => {
    const refusal = { ok: false, code: 'room/full', message: 'x' };
    expect(v.is(Refusal, refusal)).toBe(true);
    expect(v.is(Refusal, { ...refusal, seed: 1 })).toBe(false);
    expect(v.is(Refusal, { ...refusal, code: 'toString' })).toBe(false);
  });
});
