import { describe, expect, test } from 'vitest';
import { isPartDone, type LabEntry, playLab } from '../../../../shared/lessons/lab/attempt.ts';
import { labIds } from '../../../../shared/lessons/lab/frames.ts';
import { type LabRun, runOfLab, verifyLab } from '../../../../shared/lessons/lab/run.ts';
import { labScore, scoreOfLab } from '../../../../shared/lessons/lab/score.ts';
import { nothingKnown, type RunFault } from '../../../../shared/levels/verify.ts';
import { logOf } from './solutions.ts';

const first = 'lab-01-two-tables';
const honest = (entries: readonly LabEntry[] = logOf(first), id: (typeof labIds)[number] = first): LabRun =>
  runOfLab(entries, playLab(id, entries));
/** As it arrives. */
const wire = (run: unknown): unknown => JSON.parse(JSON.stringify(run));

const answer = (wall: number, field: string, typed: string): LabEntry => ({ type: 'answer', wall, field, typed });
/** The log with entries put in at `at`, all of them at the instant of the one before. */
const slipped = (at: number, ...slips: readonly (readonly [string, string])[]): readonly LabEntry[] => {
  const log = logOf(first);
  const wall = log[at - 1]?.wall ?? 0;
  return [...log.slice(0, at), ...slips.map(([field, typed]) => answer(wall, field, typed)), ...log.slice(at)];
};

const stars = (entries: readonly LabEntry[]) => scoreOfLab(playLab(first, entries)).stars;

describe('an attempt', () => {
  test.each(labIds)('%s: the right answers end it with three stars', (id) => {
    const attempt = playLab(id, logOf(id));
    expect(attempt.doneAfter).toBe(logOf(id).length);
    expect(scoreOfLab(attempt)).toMatchObject({ stars: 3, refused: 0, hint: 0 });
    expect(scoreOfLab(playLab(id, logOf(id).slice(0, -1)))).toMatchObject({ stars: 0, points: 0 });
  });

  test('the clock stands for the questions', () => {
    const entries = logOf(first);
    const beforeQuestions = entries.at(-5)?.wall;
    expect(playLab(first, entries).thinking).toBe(beforeQuestions);
    const late = entries.map((entry, n) =>
      n < entries.length - 4 ? entry : { ...entry, wall: entry.wall + 3_600_000 },
    );
    expect(scoreOfLab(playLab(first, late)).stars).toBe(3);
  });

  test('a wrong answer costs once, however often it is submitted, and what is right stays so', () => {
    const field = 'opening.0.seq';
    const refused = (...slips: readonly (readonly [string, string])[]) =>
      scoreOfLab(playLab(first, slipped(3, ...slips))).refused;
    expect(refused([field, '0'])).toBe(1);
    expect(refused([field, '0'], [field, ' 0 '])).toBe(1);
    expect(refused([field, '0'], [field, '1'])).toBe(2);
    expect(refused(['filter', 'tcp'])).toBe(0);
    const after = playLab(first, [...logOf(first).slice(0, 4), answer(9000, field, '0')]);
    expect(after.answers[field]).toMatchObject({ right: true, wrong: 0 });
  });

  test('one wrong field leaves two stars, two leave one, help caps', () => {
    expect(stars(slipped(3, ['opening.0.seq', '0']))).toBe(2);
    expect(stars(slipped(3, ['opening.0.seq', '0'], ['opening.1.seq', '0']))).toBe(1);
    const helped = (step: 1 | 2 | 4) => {
      const [start, ...rest] = logOf(first);
      return stars([...(start ? [start] : []), { type: 'hint', wall: 0, part: 'opening', step }, ...rest]);
    };
    expect([1, 2, 4].map((step) => helped(step as 1 | 2 | 4))).toEqual([3, 2, 1]);
  });

  test('one wrong field costs more than all speed, as a move does', () => {
    const level = { stars: { three: 180, two: 360, one: 720 } };
    const none = Array.from({ length: 32 }, () => 0);
    const slow = labScore(level, { wrong: none, done: true, thinking: 3_600_000, hint: 0 });
    const hasty = labScore(level, { wrong: [1, ...none.slice(1)], done: true, thinking: 1, hint: 0 });
    expect([slow.points, slow.stars, hasty.stars]).toEqual([1000, 1, 2]);
    expect(hasty.points).toBeLessThan(slow.points);
  });

  test('a part is done when all of it is right', () => {
    const log = logOf(first);
    expect(isPartDone(playLab(first, log.slice(0, 14)), 'opening')).toBe(false);
    expect(isPartDone(playLab(first, log.slice(0, 15)), 'opening')).toBe(true);
  });
});

describe('a log is marked again', () => {
  test.each(labIds)('%s: an honest one is taken, with its mistakes and help too', (id) => {
    const run = honest(logOf(id), id);
    expect(verifyLab(wire(run))).toMatchObject({ ok: true, score: run.claim });
    const [start, ...rest] = logOf(id);
    if (start === undefined) throw new Error('empty');
    const part = id === first ? 'opening' : 'values';
    const helped = honest([start, { type: 'hint', wall: 5, part, step: 2 }, ...rest], id);
    expect(verifyLab(wire(helped))).toMatchObject({ ok: true, score: { stars: 2, hint: 2 } });
  });

  const entries = logOf(first);
  const claiming = (claim: Partial<LabRun['claim']>): LabRun => ({
    ...honest(),
    claim: { ...honest().claim, ...claim },
  });
  const withEntries = (log: readonly unknown[]): unknown => ({ ...honest(), entries: log });
  test.each<[what: string, run: unknown, fault: RunFault]>([
    ['no object', 'yes', 'form'],
    ['an unknown field', { ...honest(), seed: 1 }, 'form'],
    ['an entry of another kind', withEntries([...entries, { type: 'win', wall: 1 }]), 'form'],
    ['an endless answer', withEntries([entries[0], answer(9, 'filter', 'x'.repeat(201))]), 'form'],
    ['an unknown part', withEntries([entries[0], { type: 'hint', wall: 1, part: 'all', step: 1 }]), 'form'],
    ['no such lab', { ...honest(), level: 'est-01-first-syn' }, 'level'],
    ['another version', { ...honest(), version: 99 }, 'version'],
    ['no start', withEntries(entries.slice(1)), 'start'],
    ['a second start', withEntries([...entries.slice(0, 3), { type: 'start', wall: 9000 }]), 'order'],
    ['time that runs backwards', withEntries([...entries.slice(0, 5), answer(10, 'opening.0.seq', '0')]), 'order'],
    ['an answer to nothing', withEntries([...entries.slice(0, 3), answer(9000, 'opening.9.seq', '0')]), 'nobody-asked'],
    [
      'an answer to what is right',
      withEntries([...entries.slice(0, 3), answer(9000, 'filter', 'tcp')]),
      'nobody-asked',
    ],
    ['quicker than a hand', honest(logOf(first, 150)), 'too-fast'],
    ['half of it', withEntries(entries.slice(0, 20)), 'not-won'],
    ['more after the end', withEntries([...entries, answer(99_000, 'filter', 'tcp')]), 'after-win'],
    ['more points', claiming({ points: 1040 }), 'edited'],
    ['less time', claiming({ thinking: 9 }), 'edited'],
    ['a wrong answer left out of the claim', withEntries(slipped(3, ['opening.0.seq', '0'])), 'edited'],
  ])('%s is refused', (_, run, fault) => {
    expect(verifyLab(wire(run))).toMatchObject({ ok: false, refusal: { fault } });
  });

  test('longer than the time since it began is refused', () => {
    const lasted = honest().entries.at(-1)?.wall ?? 0;
    expect(verifyLab(wire(honest()), { ...nothingKnown, elapsed: lasted })).toMatchObject({ ok: true });
    expect(verifyLab(wire(honest()), { ...nothingKnown, elapsed: lasted / 2 })).toMatchObject({
      refusal: { fault: 'too-short' },
    });
  });
});
