import { describe, expect, test } from 'vitest';
import { judge } from '../../../shared/judge/judge.ts';
import { misconceptionIds } from '../../../shared/judge/misconceptions.ts';
import {
  afterDaily,
  answerPuzzle,
  dailyOf,
  dailyThree,
  nextAsk,
  nextDueDay,
  puzzleDecision,
  puzzleOf,
} from '../../../shared/levels/daily.ts';
import { after, DAILY, outcomesOf, type Row } from '../../../shared/levels/mastery.ts';
import { mistakes } from '../../../shared/levels/mistakes.ts';
import { rightMove } from '../../../shared/levels/opportunities.ts';
import { afterPuzzle, noProgress, type Progress } from '../../../shared/levels/progress.ts';

describe('a puzzle for each misconception', () => {
  test.each(misconceptionIds)('%s: the mistake is refused by its name, the right move is right', (id) => {
    for (const seed of [1, 2]) {
      const puzzle = puzzleOf(id, seed);
      const { tcb, last, triggers } = puzzle.match.ends[puzzle.role];
      expect(triggers.length).toBeGreaterThan(0);
      const right = rightMove(tcb);
      expect(answerPuzzle(puzzle, right)).toBeNull();
      const slip = mistakes[id]({ tcb, ...last, right, send: right.type === 'send' ? right : null });
      const named = slip === null || judge(tcb, slip, last).right || answerPuzzle(puzzle, slip)?.includes(id) === true;
      expect(named).toBe(true);
      const decision = puzzleDecision(puzzle, [{ wall: 5000, move: right, refused: null }], 0);
      const shown = new Map(outcomesOf(decision));
      expect(shown.get(id)).toBe(slip === null ? undefined : 'clean');
    }
  });

  test('its numbers are those of the seed, and the same seed gives the same puzzle', () => {
    const one = puzzleOf('fin-without-ack', 7);
    expect(puzzleOf('fin-without-ack', 7).match.ends).toEqual(one.match.ends);
    const isses = [1, 2, 3, 4, 5, 6].map((seed) => {
      const { match, role } = puzzleOf('fin-without-ack', seed);
      return match.ends[role].tcb.iss;
    });
    expect(new Set(isses).size).toBe(6);
  });

  test('a puzzle counts as a level of its own', () => {
    const puzzle = puzzleOf('leave-time-wait-early', 3);
    const right = rightMove(puzzle.match.ends[puzzle.role].tcb);
    const progress = afterPuzzle(
      noProgress,
      puzzleDecision(puzzle, [{ wall: 5000, move: right, refused: null }], 0),
      4,
    );
    expect(progress.rows['leave-time-wait-early']).toMatchObject({
      cleans: [{ day: 4, level: DAILY, times: 1 }],
      seen: 4,
    });
  });
});

const row = (days: readonly number[], bad = false): Row => {
  const all = days.reduce<Row | undefined>((sofar, day) => after(sofar, 'clean', 'a', day), undefined);
  const last = bad ? after(all, 'committed', 'a', days.at(-1) ?? 0) : all;
  if (last === undefined) throw new Error('no row');
  return last;
};

describe('the daily three', () => {
  test('only what was met and whose rest is over', () => {
    const rows = { rehandshake: row([1]), 'ack-stale': row([1, 2]) };
    expect(dailyThree({ rows }, 1)).toEqual([]);
    expect(dailyThree({ rows }, 2)).toEqual(['rehandshake']);
    expect(dailyThree({ rows }, 5)).toEqual(['rehandshake', 'ack-stale']);
  });

  test('mistakes first, and mixed: neighbours in the list come last', () => {
    const rows = {
      'syn-forgotten': row([0], true),
      'ack-on-first-syn': row([0], true),
      'fin-without-ack': row([0]),
      'ack-stale': row([0]),
    };
    expect(dailyThree({ rows }, 9)).toEqual(['syn-forgotten', 'fin-without-ack', 'ack-stale']);
    const { 'ack-stale': _, ...three } = rows;
    expect(dailyThree({ rows: three }, 9)).toEqual(['syn-forgotten', 'fin-without-ack', 'ack-on-first-syn']);
  });
});

const answer = (progress: Progress, day: number, wrong = 0): Progress => {
  const id = nextAsk(dailyOf(progress, day));
  if (id === null) return progress;
  const puzzle = puzzleOf(id, 3);
  const move = rightMove(puzzle.match.ends[puzzle.role].tcb);
  const slips = Array.from({ length: wrong }, () => ({ wall: 3000, move, refused: [id] }));
  const submissions = [...slips, { wall: 9000, move, refused: null }];
  return afterDaily(progress, puzzle, puzzleDecision(puzzle, submissions, 0), day);
};

describe('the three of one day', () => {
  const rows = { rehandshake: row([1]), 'ack-stale': row([1]), 'fin-without-ack': row([1]), 'isn-copied': row([1]) };
  test('are three, stay the same while they are answered, and are over then', () => {
    let progress: Progress = { ...noProgress, rows };
    const { asks } = dailyOf(progress, 2);
    expect(asks).toHaveLength(3);
    for (const n of [1, 2, 3]) {
      progress = answer(progress, 2);
      expect(dailyOf(progress, 2)).toEqual({ day: 2, asks, done: asks.slice(0, n) });
    }
    expect(nextAsk(dailyOf(progress, 2))).toBeNull();
    // What was due as well waits for tomorrow; it does not pile up.
    expect(dailyOf(progress, 3)).toMatchObject({ day: 3, done: [] });
    expect(dailyOf(progress, 3).asks).toHaveLength(3);
  });

  test('an answer is done right or late; a clean one rests longer', () => {
    const start: Progress = { ...noProgress, rows: { rehandshake: row([1]) } };
    expect(answer(start, 2).rows.rehandshake).toMatchObject({ box: 2, due: 5 });
    const slipped = answer(start, 2, 1);
    expect(dailyOf(slipped, 2).done).toEqual(['rehandshake']);
    expect(slipped.rows.rehandshake).toMatchObject({ box: 1, due: 3, cleans: [] });
  });

  test('a puzzle that was left after a mistake is not done, and the mistake counts', () => {
    const start: Progress = { ...noProgress, rows: { rehandshake: row([1]) } };
    const puzzle = puzzleOf('rehandshake', 3);
    const wrong = { wall: 3000, move: { type: 'wait' }, refused: ['rehandshake'] } as const;
    const left = afterDaily(start, puzzle, puzzleDecision(puzzle, [wrong], 0), 2);
    expect(nextAsk(dailyOf(left, 2))).toBe('rehandshake');
    expect(left.rows.rehandshake?.recent.at(-1)).toBe('committed');
  });

  test('what comes next has a day: tomorrow at the earliest, none before anything was met', () => {
    expect(nextDueDay({ rows: {} }, 4)).toBeNull();
    expect(nextDueDay({ rows: { rehandshake: row([1, 2]) } }, 2)).toBe(5);
    expect(nextDueDay({ rows }, 9)).toBe(10);
  });
});
