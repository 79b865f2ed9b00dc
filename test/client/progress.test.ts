/** The map as data, what is kept of a player, and the addresses of both. */
import { beforeEach, describe, expect, test } from 'vitest';
import { accessTo, chartOf, levelAfter, placeOf } from '../../client/solo/chart.ts';
import { asFile, bestAt, keep, progress, takeFile } from '../../client/solo/progress.ts';
import { type Why, whyOf } from '../../client/solo/why.ts';
import { levelsOfPath, pathOfLevels } from '../../client/state/levelPath.ts';
import { levelsTexts } from '../../shared/i18n/levels/texts.ts';
import { levels, levelOf } from '../../shared/levels/catalogue.ts';
import type { LevelId } from '../../shared/levels/ids.ts';
import { type Progress, noProgress } from '../../shared/levels/progress.ts';
import type { Score } from '../../shared/levels/score.ts';

const won = (...ids: readonly LevelId[]): Progress => ({
  ...noProgress,
  levels: Object.fromEntries(ids.map((id) => [id, { stars: 2, points: 900, thinking: 9000, won: 1 } as const])),
});

beforeEach(() => keep(noProgress));

describe('why', () => {
  const score: Score = { points: 0, stars: 3, bonus: 0, thinking: 1000, refused: 0, useless: 0, hint: 0 };
  test.each<readonly [Partial<Score>, Why]>([
    [{}, 'clean'],
    [{ stars: 2, thinking: 30_000 }, 'slow'],
    [{ stars: 2, refused: 1 }, 'oneRefused'],
    [{ stars: 1, refused: 2 }, 'moreRefused'],
    [{ stars: 1, thinking: 60_000 }, 'verySlow'],
    [{ stars: 2, hint: 2 }, 'helped'],
    [{ stars: 1, hint: 4 }, 'helped'],
  ])('%o: %s', (facts, why) => {
    expect(whyOf({ ...score, ...facts }, { two: 50 })).toBe(why);
  });
});

describe('progress', () => {
  test('a file goes out and comes in again; the better of both is kept', () => {
    keep(won('est-01-first-syn'));
    const file = asFile();
    keep(noProgress);
    expect(takeFile(file)).toEqual({ levels: 1, rows: 0 });
    expect(progress.value).toEqual(won('est-01-first-syn'));
    expect(bestAt(progress.value, 'est-01-first-syn')?.stars).toBe(2);
    expect(bestAt(progress.value, 'no-such-level')).toBeNull();
  });

  test.each([
    ['', 'not-json'],
    ['null', 'not-progress'],
    ['{"version":2}', 'too-new'],
    ['{"version":1,"levels":null}', 'damaged'],
  ])('what is no progress changes nothing: %s', (text, why) => {
    keep(won('est-01-first-syn'));
    expect(takeFile(text)).toBe(why);
    expect(progress.value).toEqual(won('est-01-first-syn'));
  });
});

const buoys = (now: Progress) => chartOf(now).flatMap(({ buoys: all }) => all);

describe('the chart', () => {
  test('eight worlds hold all levels, and only the first is open at first', () => {
    const chart = chartOf(noProgress);
    expect(chart.map(({ world }) => world)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(buoys(noProgress).map(({ id }) => id)).toEqual(levels.map(({ id }) => id));
    expect(buoys(noProgress).filter(({ access }) => access === 'open')).toMatchObject([
      { id: 'est-01-first-syn', next: true },
    ]);
  });

  test('a win opens the next level, and a locked one names what opens it', () => {
    const open = buoys(won('est-01-first-syn')).filter(({ access }) => access === 'open');
    expect(open.map(({ id, next }) => [id, next])).toEqual([
      ['est-01-first-syn', false],
      ['est-02-syn-ack', true],
    ]);
    expect(buoys(noProgress)[1]).toMatchObject({ access: 'locked', after: 'est-01-first-syn' });
  });

  test('labs stand in the chain like every level', () => {
    const all = buoys(won('atk-05-fast-open'));
    expect(all.find(({ id }) => id === 'lab-01-two-tables')).toMatchObject({ access: 'open' });
    expect(all.find(({ id }) => id === 'exam-01-408-close-timing')).toMatchObject({ access: 'locked' });
    const exam = levelOf('exam-01-408-close-timing');
    const access = exam && accessTo(exam, won('atk-05-fast-open'));
    expect(access).toEqual({ access: 'locked', after: 'lab-02-hex-and-relative' });
    expect(levelAfter('atk-05-fast-open')?.id).toBe('lab-01-two-tables');
    expect(levelAfter('exam-02-seven-losses')).toBeNull();
    expect(exam && placeOf(exam)).toBe('8.1');
  });

  test('a level that was won stays open, whatever lies before it', () => {
    expect(buoys(won('num-05-wrap')).find(({ id }) => id === 'num-05-wrap')?.access).toBe('open');
  });

  test('worlds count their stars, labs too', () => {
    expect(chartOf(won('est-01-first-syn'))[0]).toMatchObject({ stars: 2, most: 18 });
    expect(chartOf(noProgress)[6]).toMatchObject({ stars: 0, most: 6 });
  });
});

test('addresses of the map and of levels', () => {
  expect(levelsOfPath('/levels')).toEqual({ type: 'levels' });
  expect(levelsOfPath('/levels/')).toEqual({ type: 'levels' });
  expect(levelsOfPath('/levels/num-05-wrap')).toEqual({ type: 'level', id: 'num-05-wrap' });
  for (const path of ['/', '/room/ABC234', '/levels/a/b', '/level']) expect(levelsOfPath(path)).toBeNull();
  expect(pathOfLevels({ type: 'level', id: 'num-05-wrap' })).toBe('/levels/num-05-wrap');
});

test('Chinese punctuation around the levels is full-width', () => {
  const said: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') said.push(value);
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part);
  };
  const { intro, map, result } = levelsTexts['zh-CN'];
  collect(levelsTexts['zh-CN']);
  said.push(
    intro.script({ delay: 100, lost: 1, delayed: 2, copied: 3 }),
    intro.early('标题'),
    map.after('标题'),
    map.go('1.1', '标题'),
    result.why.slow('31.0', 25),
    result.goal.errors('客户端', ['连接被重置']),
  );
  for (const text of said) expect(text).not.toMatch(/[\u4E00-\u9FFF] ?[,.;:!?()]|[,;:!?()] ?[\u4E00-\u9FFF]/);
});
