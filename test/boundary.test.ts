/**
 * The walls of the house, held by a test: which folder may import which, no clock and no chance in `shared/`, no
 * plain comparison of sequence numbers, and the sizes of STYLE. What oxlint can hold, it holds (.oxlintrc.json).
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter((file) => /^(shared|server|client|test)\/.*\.tsx?$/.test(file));
const files = tracked.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const code = files.filter(({ file }) => !file.startsWith('test/'));

/** One line a floor: a file may import from its own floor and from those above. */
const floors = [
  ['shared/seq.ts', 'shared/rng.ts', 'shared/time.ts', 'shared/result.ts', 'shared/octets.ts', 'shared/csv.ts'],
  ['shared/tcp/'],
  ['shared/packet/'],
  ['shared/stack/'],
  ['shared/judge/'],
  ['shared/net/'],
  ['shared/game/'],
  ['shared/levels/'],
  ['shared/lessons/'],
  ['shared/protocol/'],
  ['shared/i18n/'],
  ['server/', 'client/'],
];
const floorOf = (file: string): number => floors.findIndex((rooms) => rooms.some((room) => file.startsWith(room)));

/** Data and texts may be longer than code. */
const texts = [
  'shared/tcp/clauses.ts',
  'shared/tcp/requirements.ts',
  'shared/i18n/',
  'shared/levels/',
  'shared/lessons/cards.ts',
  'shared/lessons/pages/',
  'shared/lessons/coverage.ts',
  'shared/lessons/texts/',
  'test/shared/packet/scapyRows.ts',
];

/** Comments and strings say what they like. */
const bare = (text: string): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\/\/.*$/gm, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''");

/** What a file names in its imports: static, for effect, and dynamic. */
const namesOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:^(?:import|export|\})[^\n]*\bfrom\s*|^import\s+|\bimport\()'([^'\s]+)'/gm)].map(
    ([, name]) => name ?? '',
  );

const importsOf = (file: string, text: string): readonly string[] =>
  namesOf(text)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(file), name)));

describe('the floors of the house', () => {
  test('every file stands on a floor', () => {
    expect(code.filter(({ file }) => floorOf(file) < 0).map(({ file }) => file)).toEqual([]);
  });

  test('imports go up only', () => {
    const wrong = code.flatMap(({ file, text }) =>
      importsOf(file, text)
        .filter((other) => other.endsWith('.ts') || other.endsWith('.tsx'))
        .filter((other) => floorOf(other) > floorOf(file) || floorOf(other) < 0)
        .map((other) => `${file} imports ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  test('server and client never import each other', () => {
    const wrong = code.flatMap(({ file, text }) =>
      importsOf(file, text)
        .filter((other) => /^(server|client)\//.test(other) && other.split('/')[0] !== file.split('/')[0])
        .map((other) => `${file} imports ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  test('shared imports no package but valibot, and that only in protocol', () => {
    const wrong = code
      .filter(({ file }) => file.startsWith('shared/'))
      .flatMap(({ file, text }) =>
        namesOf(text)
          .filter((name) => !name.startsWith('.') && !(name === 'valibot' && file.startsWith('shared/protocol/')))
          .map((name) => `${file} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe('what shared never touches', () => {
  const forbidden =
    /\b(Date|performance|setTimeout|setInterval|setImmediate|queueMicrotask|Math\.random|crypto|Intl|toLocale\w*|localeCompare|document|window|process|Buffer)\b(?!\s*:)/;
  test.each(code.filter(({ file }) => file.startsWith('shared/')).map(({ file, text }) => [file, text] as const))(
    '%s has no clock, no chance, no locale, no DOM and no Node',
    (_, text) => {
      expect(forbidden.exec(bare(text))?.[0]).toBeUndefined();
    },
  );
});

describe('sequence numbers', () => {
  const field = '(?:seq|ack|iss|irs|una|nxt|wl1|wl2|textSeq|tsRecentSeq)';
  const compared = new RegExp(`\\.${field}\\s*(?:<=?|>=?)(?!>)\\s|\\s(?:<=?|(?<!=)>=?)\\s+[\\w.]*\\.${field}\\b`);
  test('are compared only in seq.ts', () => {
    const wrong = code
      .filter(({ file }) => file.startsWith('shared/') && file !== 'shared/seq.ts')
      .flatMap(({ file, text }) =>
        bare(text)
          .split('\n')
          .filter((line) => compared.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
  });

  test('the net catches what it is made for', () => {
    expect(compared.test('if (seg.seq < tcb.rcv.nxt) return;')).toBe(true);
    expect(compared.test('return limit >= tcb.snd.una;')).toBe(true);
    expect(compared.test('const f = (x: number) => tcb.snd.una;')).toBe(false);
  });
});

describe('sizes', () => {
  test('no file of code has more than 300 lines, no test more than 400', () => {
    const long = files
      .filter(({ file }) => !texts.some((place) => file.startsWith(place)))
      .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > (file.startsWith('test/') ? 400 : 300));
    expect(long).toEqual([]);
  });

  test('oxlint holds functions to 60 lines and four parameters', () => {
    const { rules } = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as {
      rules: Record<string, unknown>;
    };
    expect(rules['max-lines-per-function']).toEqual(['error', { max: 60, skipBlankLines: true, skipComments: true }]);
    expect(rules['max-params']).toEqual(['error', { max: 4 }]);
  });
});
