import { describe, expect, test } from 'vitest';
import { levels } from '../../../shared/levels/catalogue.ts';
import { sayLevelError } from '../../../shared/levels/levelError.ts';
import { loadLevel } from '../../../shared/levels/load.ts';

type Json = { [name: string]: Json } & { [index: number]: Json } & (string | number | boolean);
const [, , , fullHandshake] = levels;
const swap = levels.find(({ id }) => id === 'num-02-swap');

/** A copy of a level with something done to it; the copy is any JSON. */
const changed = (level: unknown, change: (json: Json) => void): unknown => {
  const json = JSON.parse(JSON.stringify(level)) as Json;
  change(json);
  return json;
};
const refused = (value: unknown): string => {
  const loaded = loadLevel('mine.json', value);
  return loaded.ok ? 'loaded' : `${loaded.error.field}: ${loaded.error.reason.type}`;
};
const put = (json: Json, path: readonly (string | number)[], value: unknown): void => {
  const [last, ...before] = path.toReversed();
  const place = before.toReversed().reduce<Json>((at, step) => at[step as never] as Json, json);
  (place as unknown as Record<string | number, unknown>)[last ?? ''] = value;
};

test.each(levels.map((level) => [level.id, level] as const))('%s loads from its own JSON', (id, level) => {
  expect(loadLevel(`${id}.json`, JSON.parse(JSON.stringify(level)))).toEqual({ ok: true, value: level });
});

describe('a level is refused with field and reason', () => {
  test.each(Object.keys(fullHandshake ?? {}))('without %s', (field) => {
    const { [field]: _, ...rest } = JSON.parse(JSON.stringify(fullHandshake)) as Record<string, unknown>;
    expect(refused(rest)).toBe(`${field}: missing`);
  });

  const rows: readonly (readonly [readonly (string | number)[], unknown, string])[] = [
    [['id'], 'Über', 'id: wrong spelling'],
    [['version'], 0, 'version: out of range'],
    [['world'], 9, 'world: not one of'],
    [['players'], [], 'players: wrong count'],
    [['players'], ['client', 'client'], 'players: flaw'],
    [['players'], ['judge'], 'players[0]: not one of'],
    [['vars', 'X'], 1, 'vars.X: wrong spelling'],
    [['vars', 'x'], -1, 'vars.x: out of range'],
    [['vars', 'x'], { var: 'x' }, 'vars.x: circular variable'],
    [['vars', 'x'], { var: 'q' }, 'vars.x: unknown variable'],
    [['vars'], { y: 1 }, 'hosts.client.isns[0]: unknown variable'],
    [['delay'], 1.5, 'delay: wrong type'],
    [['hosts', 'client', 'state'], 'OPEN', 'hosts.client.state: not one of'],
    [['hosts', 'client', 'state'], 'ESTABLISHED', 'hosts.client.tcb: flaw'],
    [['hosts', 'client', 'config'], { speed: 1 }, 'hosts.client.config.speed: unknown field'],
    [['calls', 1, 'at'], -1, 'calls[1].at: out of range'],
    [['calls', 0, 'at'], 300, 'calls[1].at: flaw'],
    [['calls', 1], { at: 200, host: 'client', call: 'SEND' }, 'calls[1].octets: flaw'],
    [['par', 0, 'type'], 'dance', 'par[0].type: not one of'],
    [['par', 0, 'flags'], ['SYN', 'XYZ'], 'par[0].flags[1]: not one of'],
    [['par', 0, 'flags'], ['SYN', 'ACK'], 'par[0].ack: flaw'],
    [['par', 0, 'seq'], 'x', 'par[0].seq: wrong type'],
    [['par', 0, 'seq'], { var: 'x', plus: 0.5 }, 'par[0].seq.plus: wrong type'],
    [['par', 0, 'seq'], { var: 'w' }, 'par[0].seq: unknown variable'],
    [['par', 0, 'window'], 1, 'par[0].window: unknown field'],
    [['par', 0, 'at'], 900, 'par[1].at: flaw'],
    [['win'], [], 'win: wrong count'],
    [['win', 0], { type: 'luck' }, 'win[0].type: not one of'],
    [['stars', 'two'], 1, 'stars: flaw'],
    [['requires'], ['est-04-full-3whs'], 'requires: flaw'],
    [['rfc'], ['somewhere'], 'rfc[0]: wrong spelling'],
    [['seeds'], ['007'], 'seeds[0]: not one of'],
    [['extra'], 1, 'extra: unknown field'],
    [['faults'], Array.from({ length: 41 }, () => 1), 'faults: wrong count'],
    [['variants'], [{ name: 'a', changes: { win: [] }, par: [] }], 'variants[0].changes.win: wrong count'],
  ];
  test.each(rows)('%j = %j: %s', (path, value, reason) => {
    expect(refused(changed(fullHandshake, (json) => put(json, path, value)))).toBe(reason);
  });

  test('a flaw inside a variant is found there', () => {
    expect(refused(changed(swap, (json) => put(json, ['variants', 0, 'par', 0, 'at'], 999)))).toBe(
      'variants[0].par[1].at: flaw',
    );
  });

  test('two fates for one segment', () => {
    const fault = { from: 'client', kind: 'SYN', nth: 1, fate: { type: 'lost' } };
    expect(refused(changed(fullHandshake, (json) => put(json, ['faults'], [fault, fault])))).toBe('faults[1]: flaw');
  });

  test.each([null, 1, 'level', [], undefined])('%j is no level', (value) => {
    expect(refused(value)).toBe(': wrong type');
  });

  test('the names that every object inherits are no fields', () => {
    expect(refused(JSON.parse('{"__proto__": {"id": "x"}}'))).toBe('__proto__: unknown field');
    expect(refused({ constructor: 1 })).toBe('constructor: unknown field');
  });
});

describe('every refusal is a sentence in both languages', () => {
  test.each([
    [
      changed(fullHandshake, (json) => put(json, ['par', 0, 'seq'], { var: 'w' })),
      'mine.json: par[0].seq names w, which is no variable of this level.',
      'mine.json：par[0].seq 用到了未定义的变量 w。',
    ],
    [
      changed(fullHandshake, (json) => put(json, ['world'], 9)),
      'mine.json: world must be one of 1, 2, 3, 4, 5, 6, 7, 8.',
      'mine.json：world 必须是以下之一：1、2、3、4、5、6、7、8。',
    ],
    [
      changed(fullHandshake, (json) => put(json, ['calls', 0, 'at'], 300)),
      'mine.json: calls[1].at comes before the entry above it.',
      'mine.json：calls[1].at 早于上一项。',
    ],
    [7, 'mine.json: the level must be an object.', 'mine.json：整个关卡必须是对象。'],
  ])('%#', (value, en, zh) => {
    const loaded = loadLevel('mine.json', value);
    if (loaded.ok) throw new Error('loaded');
    expect(sayLevelError(loaded.error)).toEqual({ en, 'zh-CN': zh });
  });
});
