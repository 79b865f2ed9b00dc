/** Levels with every field damaged in many ways: the loader names the field, or something that it decides. */
import { describe, expect, test } from 'vitest';
import { levels } from '../../../shared/levels/catalogue.ts';
import { flaws, sayLevelError } from '../../../shared/levels/levelError.ts';
import { loadLevel } from '../../../shared/levels/load.ts';

type Path = readonly (string | number)[];
const isObject = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

/** The place of every value in a level, the level itself left out. */
const pathsOf = (value: unknown, at: Path = []): readonly Path[] => {
  const inside = isObject(value)
    ? Object.entries(value).flatMap(([name, item]) =>
        pathsOf(item, [...at, Array.isArray(value) ? Number(name) : name]),
      )
    : [];
  return at.length === 0 ? inside : [at, ...inside];
};
const fieldOf = (path: Path): string =>
  path.reduce<string>(
    (said, part) => (typeof part === 'number' ? `${said}[${part}]` : said === '' ? part : `${said}.${part}`),
    '',
  );
const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, part) => (isObject(at) ? at[part] : undefined), value);

const refusal = (value: unknown) => {
  const loaded = loadLevel('mine.json', value);
  return loaded.ok ? null : loaded.error;
};

/** What the loader says of `copy` with `to` at `path`; undefined: taken out. The copy is as before afterwards. */
function refusalWith(copy: unknown, path: Path, to: unknown): ReturnType<typeof refusal> {
  const above = path.slice(0, -1);
  const place = valueAt(copy, above);
  const last = path.at(-1);
  if (!isObject(place) || last === undefined) throw new Error('no such place');
  const before = Array.isArray(place) ? [...place] : { ...place };
  if (to !== undefined) place[last] = to;
  else if (Array.isArray(place)) place.splice(Number(last), 1);
  else delete place[last];
  const error = refusal(copy);
  if (Array.isArray(place) && Array.isArray(before)) place.splice(0, place.length, ...before);
  else for (const name of new Set([...Object.keys(place), ...Object.keys(before)])) restore(place, before, name);
  return error;
}

function restore(place: Record<string | number, unknown>, before: object, name: string): void {
  if (Object.hasOwn(before, name)) place[name] = (before as Record<string, unknown>)[name];
  else delete place[name];
}

/** Of two places, one lies in the other. */
const related = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** One of each sort: all with a variant, and every fourth of the others. */
const some = levels.filter(({ variants }, i) => variants.length > 0 || i % 4 === 0);

describe.each(some)('$id', (level) => {
  const paths = pathsOf(level);
  const copy: unknown = structuredClone(level);

  test('no value of another kind is taken for one', () => {
    const wrong: string[] = [];
    for (const path of paths) {
      const now = valueAt(level, path);
      const others: unknown[] = [null, {}, [], '', 'x'.repeat(99), true, 1.5, 1e300, Number.NaN];
      // These three may be negative.
      if (!/^(plus|synSentAt|timeWaitSince)$/.test(String(path.at(-1)))) others.push(-7);
      for (const other of others.filter(
        (one) => typeof one !== typeof now || Array.isArray(one) !== Array.isArray(now) || typeof one === 'number',
      )) {
        const error = refusalWith(copy, path, other);
        // An empty list or object may be what the field is allowed to be.
        if (error === null && (isObject(other) || isObject(now))) continue;
        if (error === null || !related(error.field, fieldOf(path))) {
          wrong.push(`${fieldOf(path)} = ${String(other)}: ${error === null ? 'loaded' : error.field}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('no field too many is passed over', () => {
    for (const path of paths.filter((one) => isObject(valueAt(level, one)) && !Array.isArray(valueAt(level, one)))) {
      if (path.at(-1) === 'vars') continue;
      expect(refusalWith(copy, [...path, 'extra'], 1)).toMatchObject({ reason: { type: 'unknown field' } });
    }
  });

  test('a field that is taken out is missed, or has a default, or the par shows it', () => {
    const kept: string[] = [];
    for (const path of paths) {
      const error = refusalWith(copy, path, undefined);
      if (error === null)
        kept.push(
          fieldOf(path)
            .replaceAll(/\[\d+\]/g, '[]')
            .replace(/^variants\[\]\.(changes\.)?/, ''),
        );
      else if (!/^mine\.json: .+\.$/.test(sayLevelError(error).en)) kept.push(sayLevelError(error).en);
    }
    // What may be left out, and the entries of lists that are as good without it.
    const free =
      /^(variants(\[\])?|changes(\.\w+.*)?|faults\[\]|checks(\[\])?|win(\[\])?|requires\[\]|rfc\[\]|seeds\[\]|vars\.\w+|arrivals\[\](\.(wnd|octets))?|calls(\[\](\.octets)?)?|hosts(\..*)?|par\[\](\.(wnd|mss|at|type|fastOpen))?|players\[\]|.*\.plus)$/;
    expect([...new Set(kept)].filter((field) => !free.test(field))).toEqual([]);
  });
});

const plus = (value: unknown): unknown =>
  isObject(value) ? { ...value, plus: Number(value['plus'] ?? 0) + 1 } : Number(value) + 1;

describe('a level whose par is not what would happen', () => {
  const rows: readonly (readonly [string, (path: Path, value: unknown) => unknown])[] = [
    ['seq + 1', (path, value) => (path.at(-1) === 'seq' ? plus(value) : undefined)],
    ['ack + 1', (path, value) => (path.at(-1) === 'ack' ? plus(value) : undefined)],
    ['at + 1', (path, value) => (path.at(-1) === 'at' ? Number(value) + 1 : undefined)],
    ['octets + 1', (path, value) => (path.at(-1) === 'octets' ? Number(value) + 1 : undefined)],
    ['URG instead', (path) => (path.at(-1) === 'flags' ? ['URG', 'ACK'] : undefined)],
  ];
  test.each(rows)('%s: refused at the step, at a later one, or where it shows', (_, damage) => {
    const taken: string[] = [];
    let tried = 0;
    for (const level of levels) {
      const copy: unknown = structuredClone(level);
      for (const path of pathsOf(level).filter(([field]) => field === 'par')) {
        const value = damage(path, valueAt(level, path));
        if (value === undefined) continue;
        tried += 1;
        const error = refusalWith(copy, path, value);
        const shown = /^(par|win|checks|faults|players)/.test(error?.field ?? '');
        if (!shown) taken.push(`${level.id} ${fieldOf(path)}`);
      }
    }
    expect(tried).toBeGreaterThan(9);
    expect(taken).toEqual([]);
  });

  test('every flaw is a sentence in both languages', () => {
    for (const { en, 'zh-CN': zh } of Object.values(flaws)) {
      expect(en).toMatch(/^[a-z].{5,90}[^.]$/);
      expect(zh).toMatch(/^[^a-z].{1,40}[^。]$/);
    }
  });
});
