/** What is mastered, and boards, as data to show; the texts around them. */
import { describe, expect, test } from 'vitest';
import { drawName } from '../../client/solo/drawName.ts';
import { boardLines, shownLines } from '../../client/solo/boardLines.ts';
import { countColours, groupOf, skillsOf } from '../../client/solo/masteryView.ts';
import { levelsOfPath, pathOfLevels } from '../../client/state/levelPath.ts';
import { masteryGroups } from '../../shared/i18n/progress/catalogue.ts';
import { progressTexts } from '../../shared/i18n/progress/texts.ts';
import { misconceptionIds } from '../../shared/judge/misconceptions.ts';
import { after, type Outcome, type Row } from '../../shared/levels/mastery.ts';
import { noProgress, type Progress } from '../../shared/levels/progress.ts';
import { normaliseNickname } from '../../shared/protocol/nickname.ts';
import type { Ranked } from '../../shared/protocol/answer.ts';

const row = (...met: readonly (readonly [Outcome, string, number])[]): Row => {
  const made = met.reduce<Row | undefined>(
    (sofar, [outcome, level, day]) => after(sofar, outcome, level, day),
    undefined,
  );
  if (made === undefined) throw new Error('no row');
  return made;
};
const progress: Progress = {
  ...noProgress,
  rows: {
    'syn-forgotten': row(['committed', 'a', 1]),
    'isn-copied': row(['clean', 'a', 1]),
    'ack-stale': row(['clean', 'a', 1], ['clean', 'b', 1], ['clean', 'b', 2]),
  },
};

describe('the forty', () => {
  test('each in one group, groups and skills in the order of the list', () => {
    const all = skillsOf(noProgress, 1);
    expect(all.map(({ group }) => group)).toEqual([...masteryGroups]);
    expect(all.flatMap(({ skills }) => skills.map(({ id }) => id))).toEqual([...misconceptionIds]);
    expect(groupOf('rehandshake')).toBe('opening');
    expect(groupOf('fin-too-early')).toBe('closing');
    expect(groupOf('limits-ignored')).toBe('ack');
  });

  test('have a colour, a box and days until they are due', () => {
    const all = skillsOf(progress, 2).flatMap(({ skills }) => skills);
    expect(all.find(({ id }) => id === 'ack-stale')).toEqual({ id: 'ack-stale', colour: 'green', box: 2, due: 3 });
    expect(all.find(({ id }) => id === 'isn-copied')).toMatchObject({ colour: 'amber', box: 1, due: 0 });
    expect(all.find(({ id }) => id === 'rehandshake')).toMatchObject({ colour: 'grey', box: null, due: null });
    expect(countColours(progress)).toEqual({ red: 1, amber: 1, green: 1, grey: 37 });
  });

  test('of one colour only; groups without any are left out', () => {
    const red = skillsOf(progress, 2, 'red');
    expect(red).toMatchObject([{ group: 'opening', skills: [{ id: 'syn-forgotten' }] }]);
  });
});

const at = (place: number): Ranked => ({ place, nickname: 'Me', stars: 2, points: 600, thinking: 9000 });

describe('the lines of a board', () => {
  const runs = Array.from({ length: 20 }, (_, n): Ranked => ({
    place: n + 1,
    nickname: `Player ${n + 1}`,
    stars: 3,
    points: 1000 - n,
    thinking: 1000,
  }));
  const places = (own: Ranked | null, all: boolean) =>
    boardLines(runs, own, all).map(
      ({ run, mine, apart }) => `${run.place}${mine ? ' mine' : ''}${apart ? ' apart' : ''}`,
    );

  test('the first few, or all', () => {
    expect(places(null, false)).toEqual(['1', '2', '3', '4', '5']);
    expect(places(null, true)).toHaveLength(20);
    expect(shownLines).toBe(5);
  });

  test('the own line wherever it stands, once', () => {
    expect(places(at(2), false)).toEqual(['1', '2 mine', '3', '4', '5']);
    expect(places(at(6), false).at(-1)).toBe('6 mine');
    expect(places(at(9), false).at(-1)).toBe('9 mine apart');
    expect(places(at(340), true).slice(-2)).toEqual(['20', '340 mine apart']);
  });
});

test('every name that is drawn in the page may stand on a board', () => {
  const { words } = progressTexts['zh-CN'].name;
  if (words === null) throw new Error('no words');
  const drawn = words.firsts.flatMap((_, i) =>
    words.seconds.map((__, j) => drawName(words, Uint32Array.of(i, j, 7 * i + j))),
  );
  expect(new Set(drawn).size).toBe(words.firsts.length * words.seconds.length);
  expect(drawn.filter((name) => normaliseNickname(name) !== name)).toEqual([]);
});

test('the addresses of what was learnt', () => {
  expect(levelsOfPath('/progress')).toEqual({ type: 'mastery' });
  expect(levelsOfPath('/daily/')).toEqual({ type: 'daily' });
  expect(levelsOfPath('/daily/three')).toBeNull();
  for (const type of ['mastery', 'daily', 'levels'] as const)
    expect(levelsOfPath(pathOfLevels({ type }))).toEqual({ type });
});

/** Every text of the catalogue, those with parameters for small and large numbers. */
function textsOf(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function') {
    const say = part as (...values: readonly unknown[]) => string;
    return [0, 1, 2, 40].map((n) => say(n, n, n));
  }
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsOf) : [];
}

describe.each(['en', 'zh-CN'] as const)('the texts of progress and boards, %s', (locale) => {
  const { name, board, daily, compare, save, mastery } = progressTexts[locale];

  test('are all there', () => {
    const all = textsOf(progressTexts[locale]);
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((text) => text === '' || /undefined|NaN/.test(text))).toEqual([]);
  });

  test('fit on buttons', () => {
    const { change, take, draw, forget, forgetYes, keep } = name;
    const words = [change, take, draw, forget, forgetYes, keep, board.all(20), compare.done, mastery.map, mastery.link];
    const more = [
      daily.begin,
      daily.goOn,
      daily.further,
      daily.finish,
      daily.leave,
      save.reset,
      save.resetYes,
      save.resetNo,
    ];
    expect([...words, ...more].filter((text) => text.length > 24)).toEqual([]);
  });
});

test('Chinese punctuation is full-width', () => {
  for (const text of textsOf(progressTexts['zh-CN'])) {
    expect(text).not.toMatch(/[\u4E00-\u9FFF] ?[,.;:!?()]|[,;:!?()] ?[\u4E00-\u9FFF]/);
  }
});
