import { describe, expect, test } from 'vitest';
import { examDeck, exerciseIds, exerciseOf } from '../../../shared/lessons/exam.ts';
import { counts, markField } from '../../../shared/lessons/exercise.ts';
import { examTexts, wordsOf } from '../../../shared/lessons/examWords.ts';

const answers = (id: (typeof exerciseIds)[number], seed = 0): readonly string[] =>
  exerciseOf(id, seed).fields.map(({ textbook }) => textbook);

describe('the numbers of the papers', () => {
  test.each([
    ['count-octets', '2009-38', ['1000']],
    ['answer-syn', '2011-39', ['1', '1', '11221']],
    ['gap', '2011-40', ['500']],
    ['swap', '2013-39', ['2046', '2013']],
    ['third-ack', '2019-39', ['2047']],
    ['octets-by-fin', '2020-39', ['4000']],
    ['state-after', '2021-38', ['TIME-WAIT']],
    ['window-range', '2021-40', ['701', '1000']],
    ['close-times', '2022-39', ['1650', '75']],
    ['request-times', '2025-39', ['8', '16']],
  ] as const)('%s (%s): %j', (id, source, wanted) => {
    const { fields, source: from } = exerciseOf(id, 0);
    expect(from).toBe(source);
    expect(fields.map(({ textbook }) => textbook)).toEqual(wanted);
    expect(fields.every(({ textbook, rfc }) => textbook === rfc)).toBe(true);
  });
});

describe('other numbers, by arithmetic of our own', () => {
  const seeds = [1, 2, 3, 4, 5, 99, 2026];
  test.each(seeds)('seed %i', (seed) => {
    const count = exerciseOf('count-octets', seed).numbers;
    expect(answers('count-octets', seed)).toEqual([String(count.seq + count.first + count.second)]);
    const gap = exerciseOf('gap', seed).numbers;
    expect(answers('gap', seed)).toEqual([String(gap.seq + gap.first)]);
    const swap = exerciseOf('swap', seed).numbers;
    expect(answers('swap', seed)).toEqual([String(swap.ack), String(swap.seq + swap.octets)]);
    expect(answers('answer-syn', seed)[2]).toBe(String(exerciseOf('answer-syn', seed).numbers.x + 1));
    expect(answers('third-ack', seed)).toEqual([String(exerciseOf('third-ack', seed).numbers.y + 1)]);
    const range = exerciseOf('window-range', seed).numbers;
    expect(answers('window-range', seed)).toEqual([
      String(range.seq + range.octets),
      String(range.seq + range.wnd - 1),
    ]);
    const times = exerciseOf('close-times', seed).numbers;
    expect(answers('close-times', seed)).toEqual([String(times.rtt + 2 * times.msl), String(1.5 * times.rtt)]);
  });

  test('the four states', () => {
    const states = new Map(
      Array.from({ length: 40 }, (_, seed) => exerciseOf('state-after', seed + 1)).map(({ numbers, fields }) => [
        numbers.which,
        fields[0]?.rfc,
      ]),
    );
    expect([0, 1, 2, 3].map((which) => states.get(which))).toEqual(['TIME-WAIT', 'LAST-ACK', 'FIN-WAIT-2', 'CLOSING']);
  });
});

const field = (id: (typeof exerciseIds)[number]) => {
  const [first] = exerciseOf(id, 0).fields;
  if (first === undefined) throw new Error(id);
  return first;
};

describe('textbook and RFC', () => {
  test.each([
    ['data-on-syn', 'no', 'yes'],
    ['flag-count', '6', '8'],
    ['server-state', 'ESTABLISHED', 'SYN-RECEIVED'],
    ['fewest-waves', '4', '3'],
  ] as const)('%s: %s, %s', (id, textbook, rfc) => {
    expect(markField(field(id), textbook)).toBe('textbook');
    expect(markField(field(id), rfc)).toBe('rfc');
    expect(counts(markField(field(id), 'nonsense'))).toBe(false);
    expect(wordsOf(exerciseOf(id, 0), 'en').note).not.toBeNull();
  });

  test('answers as people type them', () => {
    expect(markField(field('server-state'), 'SYN_RCVD')).toBe('rfc');
    expect(markField(field('server-state'), 'ESTABLIHED')).toBe('textbook');
    expect(markField(field('close-times'), ' 1650 ms')).toBe('right');
    expect(markField(field('close-times'), '1,650')).toBe('right');
    expect(markField(field('close-times'), '１６５０毫秒')).toBe('right');
    expect(markField(field('close-times'), '1650x')).toBe('wrong');
    expect(markField(field('data-on-syn'), '不能')).toBe('textbook');
    expect(markField(field('answer-syn'), '2')).toBe('wrong');
  });
});

describe('words', () => {
  test.each(['en', 'zh-CN'] as const)(
    '%s: every exercise asks with its numbers, and gives no answer away',
    (locale) => {
      for (const seed of [0, 7, 8]) {
        for (const exercise of examDeck(seed)) {
          const { ask, why, fields } = wordsOf(exercise, locale);
          expect(`${ask}${why}`).not.toMatch(/undefined|null|NaN/);
          for (const number of Object.values(exercise.numbers ?? {})) {
            expect(exercise.id === 'state-after' || ask.includes(String(number))).toBe(true);
          }
          expect(fields.length).toBe(exercise.fields.length);
          expect(ask.length).toBeLessThan(260);
        }
      }
    },
  );

  test('every box has a name in both languages', () => {
    const names = new Set(examDeck(0).flatMap(({ fields }) => fields.map(({ name }) => name)));
    const own = [...names].filter((name) => !['SYN', 'ACK', 'seq', 'ack'].includes(name));
    expect(own.toSorted()).toEqual(Object.keys(examTexts.en.fields).toSorted());
    expect(own.toSorted()).toEqual(Object.keys(examTexts['zh-CN'].fields).toSorted());
  });

  test('the deck has each exercise once, and numbers that differ from seed to seed', () => {
    expect(examDeck(3).map(({ id }) => id)).toEqual(exerciseIds);
    expect(JSON.stringify(examDeck(3))).not.toBe(JSON.stringify(examDeck(4)));
    expect(examDeck(3)).toEqual(examDeck(3));
  });
});
