/** The daily three at their table: one puzzle after the other, through the store that every match has. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { submit } from '../../client/state/outbox.ts';
import { refused, session } from '../../client/state/store.ts';
import { dailyOf } from '../../shared/levels/daily.ts';
import { after, DAILY, type Row } from '../../shared/levels/mastery.ts';
import { rightMove } from '../../shared/levels/opportunities.ts';
import { noProgress } from '../../shared/levels/progress.ts';

vi.mock('../../client/net/socket.ts', () => ({ ask: vi.fn<() => void>() }));
const DAY = 100;
const time = { wall: 0 };
vi.mock('../../client/clock.ts', () => ({ today: () => DAY, wall: () => time.wall, setVirtualTime: () => {} }));

const { ask, askForHelp, close, quiz } = await import('../../client/solo/dailyTable.ts');
const { keep, progress } = await import('../../client/solo/progress.ts');

const due = (): Row => after(undefined, 'clean', 'est-01-first-syn', DAY - 2);

beforeEach(() => {
  time.wall = 0;
  keep({ ...noProgress, rows: { 'fin-without-ack': due(), 'isn-copied': due() } });
});
afterEach(close);

function asked() {
  const now = quiz.peek();
  if (now === null) throw new Error('nothing is asked');
  return now;
}
const right = () => rightMove(asked().puzzle.match.ends[asked().puzzle.role].tcb);
const today = () => dailyOf(progress.value, DAY);

describe('a puzzle', () => {
  test('stands at its decision, in fresh numbers, and shows one end only', () => {
    expect(ask()).toBe(true);
    const { view } = session.value ?? {};
    expect(view).toMatchObject({ phase: 'playing', peer: null, role: asked().puzzle.role });
    expect(view?.own?.decision.length).toBeGreaterThan(0);
  });

  test('answered at once, alone and unhurried: clean, done, and the next one comes', () => {
    ask();
    const id = asked().puzzle.asks;
    time.wall = 5000;
    submit(right());
    expect(asked().outcome).toBe('clean');
    expect(progress.value.rows[id]).toMatchObject({ box: 2, due: DAY + 3 });
    expect(progress.value.rows[id]?.cleans.at(-1)).toEqual({ day: DAY, level: DAILY, times: 1 });
    expect(today()).toMatchObject({ asks: ['isn-copied', 'fin-without-ack'], done: [id] });
    expect(session.value?.view.own?.decision).toEqual([]);
    // What is answered takes no more moves.
    submit({ type: 'wait' });
    expect(asked().submissions).toHaveLength(1);
    expect(ask()).toBe(true);
    expect(asked().puzzle.asks).not.toBe(id);
    time.wall = 9000;
    submit(right());
    expect(ask()).toBe(false);
    expect(quiz.value).toBeNull();
    expect(session.value).toBeNull();
    expect(today().done).toHaveLength(2);
  });

  test('answered wrong shows the verdict, counts at once and once, and may be mended', () => {
    ask();
    const wrong = { type: 'send', flags: ['URG'], seq: 1, ack: null, payload: null } as const;
    time.wall = 3000;
    submit(wrong);
    time.wall = 8000;
    submit(wrong);
    expect(refused.value?.move).toEqual(wrong);
    const slips = Object.values(progress.value.rows).filter(({ slip }) => slip !== null);
    time.wall = 14_000;
    submit(right());
    expect(refused.value).toBeNull();
    expect(Object.values(progress.value.rows).filter(({ slip }) => slip !== null)).toEqual(
      slips.map((row) => expect.objectContaining({ slip: row.slip })),
    );
    expect(asked().outcome).not.toBe('clean');
    expect(today().done).toHaveLength(1);
  });

  test('with help from the rule on counts neither way', () => {
    ask();
    askForHelp(2);
    time.wall = 5000;
    const id = asked().puzzle.asks;
    submit(right());
    expect(asked().outcome).toBe('unclear');
    expect(progress.value.rows[id]).toMatchObject({ box: 1, due: DAY - 1 });
  });
});

test('nothing due, nothing asked', () => {
  keep({ ...noProgress, daily: { day: DAY, asks: ['isn-copied'], done: ['isn-copied'] } });
  expect(ask()).toBe(false);
});
