import { describe, expect, test } from 'vitest';
import { judge } from '../../../shared/judge/judge.ts';
import type { Move } from '../../../shared/judge/move.ts';
import { enter, type HintStep, playAttempt } from '../../../shared/levels/attempt.ts';
import { levelOf, levels } from '../../../shared/levels/catalogue.ts';
import { decisionsOf, ownSteps } from '../../../shared/levels/course.ts';
import { mostBonus, scoreFrom, scoreOf } from '../../../shared/levels/score.ts';
import { playFreely, playWay, theCourse } from './ways.ts';

const need = (id: string) => {
  const level = levelOf(id);
  if (level === null) throw new Error(id);
  return level;
};
const nonsense: Move = { type: 'send', flags: ['URG'], seq: 1, ack: null, payload: null };
const many = (n: number): readonly Move[] => Array.from({ length: n }, () => nonsense);

describe('an error costs more than all speed', () => {
  test.each(levels)('$id: one refused move, at whichever decision, loses to the slowest run without one', (level) => {
    const course = theCourse(level, 5);
    const slow = scoreOf(playWay(course, 5, { think: 3_600_000 }).attempt);
    expect(slow).toMatchObject({ points: 1000, stars: 1, bonus: 0, refused: 0, useless: 0 });
    const n = ownSteps(course).length;
    for (const at of new Set([0, n >> 1, n - 1])) {
      const hasty = scoreOf(
        playWay(course, 5, { think: 1, slips: (_, nth) => (nth === at ? [nonsense] : []) }).attempt,
      );
      expect(hasty.refused).toBe(1);
      expect(hasty.points).toBeLessThan(slow.points);
      expect(hasty.points).toBeCloseTo(1000 - 500 / n, 0);
    }
    expect(mostBonus(decisionsOf(course))).toBeLessThan(500 / decisionsOf(course));
    const fast = scoreOf(playWay(course, 5, { think: 1 }).attempt);
    expect(fast.stars).toBe(3);
    expect(fast.points).toBeGreaterThan(1000);
    expect(fast.points).toBeLessThanOrEqual(1040);
  });
});

test.each(levels.flatMap((level) => level.variants.map(({ name }) => [`${level.id}, ${name}`, level, name] as const)))(
  '%s is a way of its own to 1000 points',
  (_, level, name) => {
    const { attempt } = playWay(theCourse(level, 0, name), 0, { think: 3_600_000 });
    expect(scoreOf(attempt)).toMatchObject({ points: 1000, refused: 0, useless: 0 });
  },
);

test('a decision is worth all, half, a quarter and nothing', () => {
  const course = theCourse(need('est-04-full-3whs'));
  const n = decisionsOf(course);
  const points = [0, 1, 2, 3, 4].map(
    (times) =>
      scoreOf(playWay(course, 0, { think: 9e6, slips: (_, nth) => (nth === 0 ? many(times) : []) }).attempt).points,
  );
  const wanted = [1, 0.5, 0.25, 0, 0].map((share) => Math.round((1000 - (1 - share) * (1000 / n)) * 10) / 10);
  expect(points).toEqual(wanted);
});

describe('stars', () => {
  const course = theCourse(need('est-02-syn-ack'));
  const { three, two } = course.level.stars;
  const n = ownSteps(course).length;
  const stars = (think: number, slips: number, hint: HintStep | null): number => {
    const { entries } = playWay(course, 0, {
      think,
      slips: (_, nth) => (nth === 0 ? many(slips) : []),
    });
    const first = entries.findIndex((entry) => entry.type === 'command' && entry.command.type === 'move');
    const wall = entries[first]?.wall ?? 0;
    const asked = hint === null ? [] : [{ type: 'hint', wall, role: 'server', step: hint } as const];
    return scoreOf(playAttempt(course, 0, [...entries.slice(0, first), ...asked, ...entries.slice(first)])).stars;
  };
  const each = (seconds: number): number => Math.floor((seconds * 1000) / n);
  test.each([
    ['quick, clean, alone', each(three), 0, null, 3],
    ['looking and asking are free', 500, 0, 1, 3],
    ['a rule caps at two', 500, 0, 2, 2],
    ['filled flags cap at one', 500, 0, 3, 1],
    ['a worked example caps at one', 500, 0, 4, 1],
    ['slower than three', each(three) + 1000, 0, null, 2],
    ['one refused move', 500, 1, null, 2],
    ['two refused moves', 500, 2, null, 1],
    ['slower than two', each(two) + 1000, 0, null, 1],
  ] as const)('%s', (...[, think, slips, hint, wanted]) => {
    expect(stars(think, slips, hint)).toBe(wanted);
  });
});

/** Stars of a run whose thinking took so long in all, with so many refused moves at the first decision. */
const starsIn = (course: ReturnType<typeof theCourse>, millis: number, slips: number): number => {
  const moves = ownSteps(course).length + slips;
  const { attempt } = playWay(course, 0, {
    think: Math.floor(millis / moves),
    slips: (_, nth) => (nth === 0 ? many(slips) : []),
  });
  // What is left of the division is thought over at the end: nobody is asked then, so it is added by hand.
  return scoreOf({ ...attempt, thinking: millis }).stars;
};

describe('the times of every level', () => {
  const courses = levels.flatMap((level) => [
    [level.id, theCourse(level)] as const,
    ...level.variants.map(({ name }) => [`${level.id}, ${name}`, theCourse(level, 0, name)] as const),
  ]);
  test.each(courses)('%s: three stars up to the first, two up to the second, one at any pace', (_, course) => {
    const [three, two, one] = [course.level.stars.three, course.level.stars.two, course.level.stars.one].map(
      (seconds) => seconds * 1000,
    );
    if (three === undefined || two === undefined || one === undefined) throw new Error('a level has three times');
    expect([three, three + 1, two, two + 1, one, one + 1].map((time) => starsIn(course, time, 0))).toEqual([
      3, 2, 2, 1, 1, 1,
    ]);
    expect([three, two, two + 1].map((time) => starsIn(course, time, 1))).toEqual([2, 2, 1]);
    expect(starsIn(course, 1, 2)).toBe(1);
  });
});

test('a legal segment beyond every known way costs ten points', () => {
  // 600 octets may leave in any number of pieces; two are enough.
  const course = theCourse(need('est-05-mss-window'));
  const points = [600, 100].map((most) => {
    const { attempt } = playFreely(course, (move) =>
      move.payload === null
        ? move
        : { ...move, payload: { ...move.payload, length: Math.min(most, move.payload.length) } },
    );
    const { useless, points: got, refused } = scoreOf(attempt);
    expect(refused).toBe(0);
    return { useless, got: Math.floor(got) };
  });
  expect(points).toEqual([
    { useless: 0, got: 1000 },
    { useless: 3, got: 970 },
  ]);
});

test('a way of a variant through the same scene has nothing useless', () => {
  const level = need('close-05-fin-with-data');
  const [variant] = level.variants;
  const { entries } = playWay(theCourse(level, 0, variant?.name ?? null), 0, { think: 9e6 });
  const played = scoreOf(playAttempt(theCourse(level), 0, entries));
  expect(played).toMatchObject({ useless: 0, points: 1000, refused: 0 });
  expect(ownSteps(theCourse(level)).length).toBeLessThan(ownSteps(theCourse(level, 0, variant?.name ?? null)).length);
});

test('help of step two costs the bonus, too', () => {
  const course = theCourse(need('est-01-first-syn'));
  const { entries } = playWay(course, 0, { think: 500 });
  const bonus = ([1, 2] as const).map((step) => {
    const asked = { type: 'hint', wall: 0, role: 'client', step } as const;
    return scoreOf(playAttempt(course, 0, [...entries.slice(0, 1), asked, ...entries.slice(1)])).bonus;
  });
  expect(bonus[0]).toBeGreaterThan(0);
  expect(bonus[1]).toBe(0);
});

describe('the numbers of CURRICULUM, section 4', () => {
  test.each([
    [1, 40],
    [10, 40],
    [11, 400 / 11],
    [17, 400 / 17],
    [19, 400 / 19],
  ])('of %i decisions, speed gives at most %d', (n, most) => {
    expect(mostBonus(n)).toBeCloseTo(most, 9);
    // One error at a first try takes more than that, and the bonus with it.
    expect(500 / n).toBeGreaterThan(mostBonus(n));
  });

  test('no level has more than nineteen decisions: 26 points for an error, 21 for speed', () => {
    const most = Math.max(
      ...levels.filter(({ mode }) => mode === 'play').map((level) => decisionsOf(theCourse(level))),
    );
    expect(most).toBe(19);
  });

  test('points never fall below nothing, however much was useless', () => {
    const deed = { won: true, n: 4, kept: [1, 1, 1, 1], stars: { three: 30, two: 60 }, thinking: 90_000, refused: 0 };
    expect(scoreFrom({ ...deed, useless: 7, hint: 0 }).points).toBe(930);
    expect(scoreFrom({ ...deed, useless: 500, hint: 0 }).points).toBe(0);
  });
});

test('nothing is won, nothing is paid', () => {
  const course = theCourse(need('est-04-full-3whs'));
  const { entries } = playWay(course, 0, { think: 500 });
  expect(scoreOf(playAttempt(course, 0, entries.slice(0, 3)))).toMatchObject({ points: 0, stars: 0 });
});

test('what is right is right: the judge and the fold see the same refusals', () => {
  const course = theCourse(need('close-02-four-way'));
  const { attempt } = playWay(course, 0, { think: 500, slips: () => [nonsense] });
  for (const { tcb, exchange, submissions } of attempt.decisions) {
    expect(submissions.map(({ refused }) => refused === null)).toEqual([false, true]);
    expect(judge(tcb, nonsense, exchange).right).toBe(false);
  }
  expect(enter(attempt, { type: 'hint', wall: attempt.wall, role: 'client', step: 4 }).wonAfter).toBe(attempt.wonAfter);
});
