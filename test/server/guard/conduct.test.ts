import { describe, expect, test } from 'vitest';
import { type Budgets, type Conduct, createBudgets, createConduct } from '../../../server/guard/conduct.ts';
import { refuse } from '../../../shared/protocol/refusal.ts';
import { handClock } from '../handClock.ts';

const clock = handClock();
const noRoom = refuse('room/unknown');
const wrong = (verdict: null) => ({ ok: true, version: 1, verdict }) as const;

const come = (budgets: Budgets = createBudgets(clock), address = '192.0.2.1'): Conduct =>
  createConduct(clock, budgets, address);

/** How often `act` may be done at this rate before the connection is cut; at most 100,000 times. */
function lasts(conduct: Conduct, perSecond: number, act: (conduct: Conduct) => boolean): number {
  for (let times = 0; times < 100_000; times += 1) {
    clock.go(clock.now() + 1000 / perSecond);
    if (!conduct.heard() || !act(conduct)) return times;
  }
  return 100_000;
}

const malformed = (one: Conduct): boolean => one.answered('command', refuse('protocol/malformed'));

describe('a flooder is cut within a second', () => {
  test.each([
    ['of what is refused', malformed],
    ['of unknown events', (one: Conduct) => one.answered(null, refuse('protocol/unknown-event'))],
    ['of levels to be folded', (one: Conduct) => one.answered('run', refuse('run/not-won'))],
    ['of wrong codes', (one: Conduct) => one.answered('join', noRoom)],
  ])('%s, at a hundred a second', (_what, act) => {
    expect(lasts(come(), 100, act)).toBeLessThan(100);
  });

  test('of requests that wait, at a thousand a second', () => {
    expect(lasts(come(), 1000, (one) => one.answered('board', refuse('server/busy')))).toBeLessThan(1000);
  });
});

test('where twenty were cut, one begins with little patience, and has enough to come in and play', () => {
  const budgets = createBudgets(clock);
  budgets.floods('192.0.2.1').drain(20, clock.now());
  expect(lasts(come(budgets), 1000, malformed)).toBeLessThan(10);
  expect(lasts(come(budgets), 30, (one) => one.answered('command', wrong(null)))).toBe(100_000);
  expect(lasts(come(budgets, '192.0.2.2'), 1000, malformed)).toBeGreaterThan(40);
});

describe('a player never is', () => {
  test('at thirty moves a second, half of them wrong', () => {
    let n = 0;
    const move = (one: Conduct): boolean => one.answered('command', wrong(null)) && (n += 1) > 0;
    expect(lasts(come(), 30, move)).toBe(100_000);
    expect(n).toBe(100_000);
  });

  test('nor is a program that plays two whole matches in a second', () => {
    const conduct = come();
    for (let n = 0; n < 100; n += 1) {
      expect(conduct.heard() && conduct.answered('command', { ...wrong(null), verdict: null })).toBe(true);
    }
  });
});

function guess(conduct: Conduct): boolean {
  if (conduct.whyNot('join', null) !== null) return false;
  conduct.answered('join', noRoom);
  return true;
}
const guesses = (conduct: Conduct): number => Array.from({ length: 1000 }, () => guess(conduct)).filter(Boolean).length;

describe('room codes', () => {
  test('one connection gets thirty guesses, then one every two seconds', () => {
    const conduct = come();
    expect(guesses(conduct)).toBe(30);
    expect(conduct.whyNot('resume', null)).toBe('room/guessing');
    expect(conduct.whyNot('create', null)).toBeNull();
    clock.go(clock.now() + 2000);
    expect(guesses(conduct)).toBe(1);
  });

  test('a flooder who connects again and again: 2,000 for the address', () => {
    const budgets = createBudgets(clock);
    let all = 0;
    for (let n = 0; n < 100; n += 1) all += guesses(come(budgets));
    expect(all).toBe(2000);
    expect(guesses(come(budgets, '192.0.2.2'))).toBe(30);
  });

  test('forty students with ten typos each are let in', () => {
    const budgets = createBudgets(clock);
    for (let n = 0; n < 40; n += 1) {
      const student = come(budgets);
      for (let typo = 0; typo < 10; typo += 1) expect(guess(student)).toBe(true);
      expect(student.whyNot('join', null)).toBeNull();
    }
  });
});

test('moves of a seat are counted whatever connection they come by', () => {
  const budgets = createBudgets(clock);
  const taken = Array.from({ length: 1000 }, () => come(budgets).whyNot('command', 'seat')).filter((no) => no === null);
  expect(taken).toHaveLength(600);
  expect(come(budgets).whyNot('command', 'other seat')).toBeNull();
});
