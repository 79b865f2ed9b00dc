import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MisconceptionId, misconceptionIds } from '../../../shared/judge/misconceptions.ts';
import type { Move } from '../../../shared/judge/move.ts';
import type { Decision } from '../../../shared/levels/attempt.ts';
import { levels, levelOf } from '../../../shared/levels/catalogue.ts';
import {
  after,
  type Box,
  colourOf,
  evidenceOf,
  isGuess,
  isMastered,
  type Outcome,
  outcomes,
  outcomesOf,
  restDays,
  type Row,
} from '../../../shared/levels/mastery.ts';
import { opportunities } from '../../../shared/levels/opportunities.ts';
import { procedures, startsWithDemonstration, mayAskForHelp } from '../../../shared/levels/procedures.ts';
import {
  afterAttempt,
  mergeProgress,
  noProgress,
  type Progress,
  readProgress,
  writeProgress,
} from '../../../shared/levels/progress.ts';
import { masteryTexts, sayMastery } from '../../../shared/levels/sayMastery.ts';
import { playWay, theCourse } from './ways.ts';

type Met = readonly [Outcome, string, number];
const rowOf = (...all: readonly Met[]): Row | undefined =>
  all.reduce<Row | undefined>((row, [outcome, level, day]) => after(row, outcome, level, day), undefined);
const clean = (level: string, day: number): Met => ['clean', level, day];

describe('mastered: three clean in a row, in two levels, the last a day after the first', () => {
  test.each<readonly [string, readonly Met[], 'red' | 'amber' | 'green' | 'grey']>([
    ['never met', [], 'grey'],
    ['two clean', [clean('a', 1), clean('b', 2)], 'amber'],
    ['three on one day', [clean('a', 1), clean('b', 1), clean('a', 1)], 'amber'],
    ['three in one level', [clean('a', 1), clean('a', 2), clean('a', 3)], 'amber'],
    ['three in two levels over two days', [clean('a', 1), clean('a', 1), clean('b', 2)], 'green'],
    ['a mistake in the last three', [clean('a', 1), ['committed', 'b', 2], clean('b', 3)], 'red'],
    ['a mistake, and three after it', [['committed', 'a', 1], clean('a', 2), clean('b', 2), clean('b', 3)], 'green'],
    ['a mistake breaks the row', [clean('a', 1), clean('b', 2), ['committed', 'b', 2], clean('a', 3)], 'red'],
    ['help counts neither way', [clean('a', 1), ['unclear', 'b', 2], clean('b', 2), clean('b', 2)], 'green'],
    [
      'help is not clean',
      [
        ['unclear', 'a', 1],
        ['unclear', 'b', 2],
        ['unclear', 'c', 3],
      ],
      'amber',
    ],
  ])('%s', (_, met, colour) => {
    expect(colourOf(rowOf(...met))).toBe(colour);
  });

  test('green is exactly: mastered, and no mistake in the last three', () => {
    const met = fc.tuple(fc.constantFrom(...outcomes), fc.constantFrom('a', 'b'), fc.nat(3));
    fc.assert(
      fc.property(fc.array(met, { minLength: 1, maxLength: 9 }), (days) => {
        const row = rowOf(...days.toSorted((a, b) => a[2] - b[2]));
        expect(row).toBeDefined();
        if (row === undefined) return;
        expect(colourOf(row) === 'green').toBe(isMastered(row) && !row.recent.includes('committed'));
        expect(row.met).toBe(days.length);
        const { clean: times, levels: places } = evidenceOf(row);
        expect(places).toBeLessThanOrEqual(times);
      }),
    );
  });
});

describe('Leitner boxes', () => {
  test('a clean answer on the day it is due moves up, 1, 3, 7, 14, 30 days apart', () => {
    let row = rowOf(clean('a', 0));
    const days: number[] = [];
    const seen: Box[] = [];
    for (let n = 0; n < 6 && row !== undefined; n += 1) {
      seen.push(row.box);
      days.push(row.due - row.seen);
      row = after(row, 'clean', 'b', row.due);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 5]);
    expect(days).toEqual([1, 3, 7, 14, 30, 30]);
    expect(Object.values(restDays)).toEqual([1, 3, 7, 14, 30]);
  });

  test('before that day nothing moves; a mistake is one box down, and rests anew', () => {
    const row = rowOf(clean('a', 0), clean('a', 1), clean('a', 2), clean('b', 4));
    expect(row).toMatchObject({ box: 3, due: 11 });
    const lower = rowOf(clean('a', 0), clean('a', 1), clean('a', 2), clean('b', 4), ['committed', 'c', 5]);
    expect(lower).toMatchObject({ box: 2, due: 8, cleans: [], slip: { day: 5, nth: 1 } });
  });
});

const wait: Move = { type: 'wait' };
const answered = (walls: readonly number[], move: Move): Pick<Decision, 'since' | 'submissions'> => ({
  since: 1000,
  submissions: walls.map((wall, i) => ({ wall, move, refused: i === walls.length - 1 ? null : [] })),
});
const send: Move = { type: 'send', flags: ['ACK'], seq: 1, ack: 1, payload: null };

test.each<readonly [string, readonly number[], Move, boolean]>([
  ['a Wait within a second', [1999], wait, true],
  ['a Wait after a second', [2000], wait, false],
  ['a segment within a second', [1500], send, false],
  ['three submissions within three seconds', [2000, 3000, 4999], send, true],
  ['three submissions in more', [2000, 3500, 5000], send, false],
])('%s is a guess: %#', (_, walls, move, guess) => {
  const { since, submissions } = answered(walls, move);
  expect(isGuess({ ...aDecision(), since, submissions })).toBe(guess);
});

function aDecision(): Decision {
  const level = levelOf('close-02-four-way');
  const decision = level && playWay(theCourse(level), 0, { think: 2000 }).attempt.decisions[1];
  if (!decision) throw new Error('no decision');
  return decision;
}

describe('opportunities', () => {
  const met = new Map<MisconceptionId, Set<string>>();
  let decisions = 0;
  let all = 0;
  for (const level of levels) {
    for (const { tcb, exchange, submissions } of playWay(theCourse(level, 3), 3, { think: 2000 }).attempt.decisions) {
      const found = opportunities(tcb, exchange, submissions.at(-1)?.move);
      decisions += 1;
      all += found.length;
      for (const id of found) met.set(id, (met.get(id) ?? new Set()).add(level.id));
    }
  }

  test('every misconception can be met, nearly all in two levels or more', () => {
    expect(misconceptionIds.filter((id) => !met.has(id))).toEqual([]);
    const once = misconceptionIds.filter((id) => met.get(id)?.size === 1);
    expect(once).toEqual(['fin-too-early', 'leave-time-wait-early', 'wrap-not-mod']);
    console.info(`opportunities: ${decisions} decisions, ${(all / decisions).toFixed(1)} each`);
  });

  test('a decision answered at once, alone and not too fast is clean for all of them', () => {
    const { tcb, exchange, submissions } = aDecision();
    const found = outcomesOf(aDecision());
    expect(found.map(([id]) => id)).toEqual(opportunities(tcb, exchange, submissions.at(-1)?.move));
    expect(found.every(([, outcome]) => outcome === 'clean')).toBe(true);
    expect(outcomesOf({ ...aDecision(), hint: 1 }).every(([, outcome]) => outcome === 'clean')).toBe(true);
    expect(outcomesOf({ ...aDecision(), hint: 2 }).every(([, outcome]) => outcome === 'unclear')).toBe(true);
  });

  test('a mistake is committed by the name that was shown, and leaves the others unclear', () => {
    const decision = aDecision();
    const [answer] = decision.submissions;
    if (answer === undefined) throw new Error('no answer');
    const slip = { ...answer, refused: ['ack-no-plus-one', 'ack-stale'] as const };
    const found = new Map(outcomesOf({ ...decision, submissions: [slip, answer] }));
    expect(found.get('ack-no-plus-one')).toBe('committed');
    expect([...found.values()].filter((one) => one === 'clean')).toEqual([]);
    expect(found.get('ack-stale')).not.toBe('committed');
  });
});

/** Some levels, played on some days. */
const played = fc
  .array(fc.tuple(fc.constantFrom('est-01-first-syn', 'est-02-syn-ack', 'close-01-first-fin'), fc.nat(20)), {
    maxLength: 3,
  })
  .map((plays) =>
    plays.reduce<Progress>((progress, [id, day]) => {
      const level = levelOf(id);
      return level === null
        ? progress
        : afterAttempt(progress, playWay(theCourse(level), 0, { think: 500 + day }).attempt, day);
    }, noProgress),
  );

const best = (points: number, thinking: number, won: number, day: number): Progress => ({
  ...noProgress,
  levels: { 'est-01-first-syn': { stars: 2, points, thinking, won } },
  rows: { rehandshake: after(undefined, day === 9 ? 'committed' : 'clean', 'a', day) },
});

describe('progress', () => {
  test('goes to a file and comes back', () => {
    fc.assert(
      fc.property(played, (progress) => {
        expect(readProgress(writeProgress(progress))).toEqual({ ok: true, value: mergeProgress(noProgress, progress) });
      }),
      { numRuns: 20 },
    );
  });

  test('two files make the same one in either order, once or twice', () => {
    fc.assert(
      fc.property(played, played, played, (a, b, c) => {
        const ab = mergeProgress(a, b);
        expect(mergeProgress(b, a)).toEqual(ab);
        expect(mergeProgress(ab, b)).toEqual(ab);
        expect(mergeProgress(mergeProgress(a, b), c)).toEqual(mergeProgress(a, mergeProgress(b, c)));
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['{', 'not-json', ''],
    ['[]', 'not-progress', ''],
    ['{"a":1}', 'not-progress', 'version'],
    ['{"version":2}', 'too-new', 'version'],
    ['{"version":1,"levels":[],"rows":{},"shown":[]}', 'damaged', 'levels'],
    ['{"version":1,"levels":{},"rows":{},"shown":["x"]}', 'damaged', 'shown'],
    [
      '{"version":1,"levels":{"est-01-first-syn":{"stars":4}},"rows":{},"shown":[]}',
      'damaged',
      'levels.est-01-first-syn',
    ],
    ['{"version":1,"levels":{},"rows":{"rehandshake":{"met":1}},"shown":[]}', 'damaged', 'rows.rehandshake'],
    [
      '{"version":1,"levels":{},"rows":{},"shown":[],"daily":{"day":1,"asks":[],"done":["rehandshake"]}}',
      'damaged',
      'daily',
    ],
  ])('%s is refused: %s %s', (text, error, field) => {
    expect(readProgress(text)).toEqual({ ok: false, error, field });
  });

  test('the best of each field is kept, and the row that was seen last', () => {
    const both = mergeProgress(best(900, 5000, 3, 9), best(1000, 9000, 7, 2));
    expect(both.levels['est-01-first-syn']).toEqual({ stars: 2, points: 1000, thinking: 5000, won: 3 });
    expect(both.rows.rehandshake?.recent).toEqual(['committed']);
  });

  test('levels and mistakes that this version does not know are left out', () => {
    const text = JSON.stringify({
      ...noProgress,
      levels: { 'est-99': { stars: 1, points: 1, thinking: 1, won: 1 } },
    });
    expect(readProgress(text)).toEqual({ ok: true, value: noProgress });
  });

  test('a lost attempt teaches, too: its mistakes count, the level stays unwon', () => {
    const level = levelOf('est-04-full-3whs');
    if (level === null) throw new Error('no level');
    const bad: Move = { type: 'send', flags: ['SYN', 'ACK'], seq: 1, ack: 0, payload: null };
    const { attempt } = playWay(theCourse(level), 0, { think: 2000, slips: (_, nth) => (nth === 0 ? [bad] : []) });
    const progress = afterAttempt(noProgress, { ...attempt, wonAfter: null }, 7);
    expect(progress.levels).toEqual({});
    expect(colourOf(progress.rows['ack-on-first-syn'])).toBe('red');
  });
});

describe('the state in one sentence', () => {
  const rows = {
    grey: undefined,
    begun: rowOf(['unclear', 'a', 1]),
    red: rowOf(['committed', 'a', 1]),
    amber: rowOf(clean('a', 1), clean('a', 1)),
    green: rowOf(clean('a', 1), clean('a', 1), clean('b', 2)),
  };
  const all = Object.values(rows);
  test('says what it depends on', () => {
    expect(all.map((row) => sayMastery('fin-not-counted-own', row, 'en'))).toEqual([
      'You have not met ‘own FIN not counted’ yet.',
      'You have met ‘own FIN not counted’, but never yet got it right at once and without help.',
      'You made the mistake ‘own FIN not counted’ in one of your last three chances.',
      'You avoided ‘own FIN not counted’ twice in a row, in one level, on one day; to master it: once more, in another level and on another day.',
      'You avoided ‘own FIN not counted’ 3 times in a row in two levels, on different days.',
    ]);
    expect(sayMastery('fin-not-counted-own', rows.green, 'zh-CN')).toBe(
      '你已在 2 关里、不同的日子连续 3 次避开“自己的 FIN 没算序号”。',
    );
  });

  test.each(['en', 'zh-CN'] as const)('%s: names are short and all different', (locale) => {
    const names = Object.values(masteryTexts[locale].names);
    expect(new Set(names).size).toBe(misconceptionIds.length);
    expect(names.filter((name) => name.length > 40)).toEqual([]);
  });
});

test('a procedure is shown when it is first met, but never in a level that asks why', () => {
  expect(startsWithDemonstration('est-01-first-syn', 'open', [])).toBe(true);
  expect(startsWithDemonstration('est-01-first-syn', 'open', procedures)).toBe(false);
  expect(startsWithDemonstration('loss-03-third-ack-lost', 'repeat', [])).toBe(false);
  expect(mayAskForHelp('loss-03-third-ack-lost', 0)).toBe(false);
  expect(mayAskForHelp('loss-03-third-ack-lost', 1)).toBe(true);
});
