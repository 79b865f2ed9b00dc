/** Rows of mastery: how they grow, and how those of two browsers become one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { misconceptionIds } from '../../../shared/judge/misconceptions.ts';
import type { Move } from '../../../shared/judge/move.ts';
import { playAttempt } from '../../../shared/levels/attempt.ts';
import { levelOf } from '../../../shared/levels/catalogue.ts';
import {
  after,
  colourOf,
  evidenceOf,
  isMastered,
  joinRows,
  mostCleans,
  type Outcome,
  outcomes,
  type Row,
} from '../../../shared/levels/mastery.ts';
import { levelsFor, practiceFor } from '../../../shared/levels/practice.ts';
import {
  afterAttempt,
  mergeProgress,
  noProgress,
  readProgress,
  writeProgress,
} from '../../../shared/levels/progress.ts';
import { playWay, theCourse } from './ways.ts';

type Met = readonly [Outcome, string, number];
const grow = (from: Row | undefined, ...all: readonly Met[]): Row => {
  const row = all.reduce<Row | undefined>((sofar, [outcome, level, day]) => after(sofar, outcome, level, day), from);
  if (row === undefined) throw new Error('no row');
  return row;
};

describe('what is met for the first time rests a day', () => {
  test.each(outcomes)('%s', (outcome) => {
    expect(grow(undefined, [outcome, 'a', 4])).toMatchObject({ box: 1, due: 5, met: 1 });
  });
  test('with help first, and clean on the same afternoon: still the first box', () => {
    expect(grow(undefined, ['unclear', 'a', 4], ['clean', 'b', 4])).toMatchObject({ box: 1, due: 5 });
    expect(grow(undefined, ['unclear', 'a', 4], ['clean', 'b', 5])).toMatchObject({ box: 2, due: 8 });
  });
});

test('a clock that was set back does not make days out of one', () => {
  const row = grow(undefined, ['clean', 'a', 9], ['clean', 'b', 3], ['clean', 'a', 2]);
  expect(evidenceOf(row)).toEqual({ clean: 3, levels: 2, days: 0 });
  expect(isMastered(row)).toBe(false);
});

test('a row does not grow for ever, and forgets neither that it is mastered nor since when', () => {
  const met = Array.from({ length: 400 }, (_, day): Met => ['clean', `level ${day % 7}`, day]);
  const row = grow(undefined, ...met);
  expect(row.cleans).toHaveLength(mostCleans);
  expect(row.cleans[0]?.day).toBe(0);
  expect(colourOf(row)).toBe('green');
});

/** One history, then two ways on from it: home and school. */
const met = fc.tuple(fc.constantFrom(...outcomes), fc.constantFrom('a', 'b', 'c'), fc.nat(4));
const history = fc.array(met, { maxLength: 6 }).map((list) => list.toSorted((a, b) => a[2] - b[2]));
const someRow = history.filter((list) => list.length > 0).map((list) => grow(undefined, ...list));

describe('two rows as one', () => {
  test('in either order, in any grouping, once or twice', () => {
    fc.assert(
      fc.property(someRow, someRow, someRow, (a, b, c) => {
        const ab = joinRows(a, b);
        expect(joinRows(b, a)).toEqual(ab);
        expect(joinRows(ab, b)).toEqual(ab);
        expect(joinRows(ab, a)).toEqual(ab);
        expect(joinRows(ab, c)).toEqual(joinRows(a, joinRows(b, c)));
      }),
      { numRuns: 500 },
    );
  });

  test('a row and what became of it are what became of it', () => {
    fc.assert(
      fc.property(someRow, history, (row, more) => {
        const later = more.reduce((sofar, [outcome, level, day]) => after(sofar, outcome, level, day + 4), row);
        expect(joinRows(row, later)).toEqual(later);
      }),
      { numRuns: 500 },
    );
  });

  test('without a slip nothing clean of either is lost', () => {
    const cleans = history.map((list) => list.filter(([outcome]) => outcome !== 'committed'));
    fc.assert(
      fc.property(cleans, cleans, (one, other) => {
        fc.pre(one.length > 0 && other.length > 0);
        const [a, b] = [grow(undefined, ...one), grow(undefined, ...other)];
        const both = evidenceOf(joinRows(a, b));
        for (const each of [evidenceOf(a), evidenceOf(b)]) {
          expect(both.clean).toBeGreaterThanOrEqual(each.clean);
          expect(both.levels).toBeGreaterThanOrEqual(each.levels);
          expect(both.days).toBeGreaterThanOrEqual(each.days);
        }
      }),
    );
  });

  test('what was mastered at home stays mastered at school, where only one was met since', () => {
    const home = grow(undefined, ['clean', 'a', 1], ['clean', 'b', 1], ['clean', 'b', 2]);
    const school = grow(undefined, ['clean', 'c', 9]);
    expect(colourOf(joinRows(home, school))).toBe('green');
  });

  test('a slip at school counts at home, but not against what was clean after it', () => {
    const home = grow(undefined, ['clean', 'a', 1], ['clean', 'b', 5]);
    const school = grow(undefined, ['clean', 'a', 1], ['committed', 'a', 3]);
    expect(joinRows(home, school).cleans).toEqual([{ day: 5, level: 'b', times: 1 }]);
    const again = grow(school, ['committed', 'a', 3]);
    expect(joinRows(again, school)).toEqual(again);
  });

  test('files carry all of it', () => {
    fc.assert(
      fc.property(someRow, (row) => {
        const progress = { ...noProgress, rows: { rehandshake: row } };
        expect(readProgress(writeProgress(progress))).toEqual({ ok: true, value: progress });
        expect(mergeProgress(progress, noProgress)).toEqual(progress);
      }),
    );
  });
});

test('a mistake counts where the level was left before it was mended, and once when it is mended', () => {
  const level = levelOf('est-04-full-3whs');
  if (level === null) throw new Error('no level');
  const bad: Move = { type: 'send', flags: ['SYN', 'ACK'], seq: 1, ack: 0, payload: null };
  const { entries, attempt } = playWay(theCourse(level), 0, {
    think: 2000,
    slips: (_, nth) => (nth === 0 ? [bad] : []),
  });
  const upTo = entries.findIndex((entry) => entry.type === 'command' && entry.command.type === 'move');
  const left = playAttempt(theCourse(level), 0, entries.slice(0, upTo + 1));
  expect(afterAttempt(noProgress, left, 7).rows['ack-on-first-syn']).toMatchObject({
    slip: { day: 7, nth: 1 },
    met: 1,
  });
  expect(afterAttempt(noProgress, attempt, 7).rows['ack-on-first-syn']?.slip).toEqual({ day: 7, nth: 1 });
});

const open = (id: string): boolean => id.startsWith('est-0');

describe('where a misconception is practised', () => {
  test('every one in a level at least, and only what one level teaches in one', () => {
    const few = misconceptionIds.filter((id) => levelsFor(id).length < 2);
    expect(few).toEqual(['fin-too-early', 'leave-time-wait-early', 'wrap-not-mod']);
    expect(misconceptionIds.filter((id) => levelsFor(id).length === 0)).toEqual([]);
    expect(misconceptionIds.flatMap(levelsFor).filter((id) => id.startsWith('lab'))).toEqual([]);
  });

  test('only in levels that are open, first where it was not avoided yet', () => {
    const row = grow(undefined, ['clean', 'est-02-syn-ack', 1]);
    const found = practiceFor('isn-copied', row, open);
    expect(found.length).toBeGreaterThan(1);
    expect(found.at(-1)).toBe('est-02-syn-ack');
    expect(practiceFor('wrap-not-mod', undefined, open)).toEqual([]);
  });
});
