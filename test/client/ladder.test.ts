import { expect, test } from 'vitest';
import { layLadder, lifeline } from '../../client/ladder/layout.ts';
import { makeScale } from '../../client/ladder/scale.ts';
import { foldFlights } from '../../client/state/flights.ts';
import type { Told } from '../../shared/game/event.ts';
import type { Verdict } from '../../shared/judge/verdict.ts';
import { arrived, lost, sent } from './story.ts';

const lay = (history: readonly Told[], now: number) => layLadder(history, foldFlights(new Map(), history), now);

test('time runs downwards, in order, and short gaps keep their proportion', () => {
  const { ys, pauses } = makeScale(
    [0, 20, 60, 140].map((at) => ({ at, room: 0 })),
    10,
  );
  expect(ys).toEqual([10, 20, 40, 80]);
  expect(pauses).toEqual([]);
});

test('a long gap is shortened and marked', () => {
  const { ys, pauses } = makeScale(
    [0, 10_000].map((at) => ({ at, room: 0 })),
    0,
  );
  expect(ys[1]).toBeLessThan(200);
  expect(pauses).toMatchObject([{ from: 0, to: 10_000 }]);
});

test('an arrow slants from lifeline to lifeline', () => {
  const [arrow] = lay([sent(0, 1, 0), arrived(1, 1, 100)], 100).arrows;
  expect(arrow).toMatchObject({ x1: lifeline.client, x2: lifeline.server, fate: 'arrived' });
  expect(arrow?.y2).toBeGreaterThan(arrow?.y1 ?? Infinity);
});

function slant(at: number): number {
  const [arrow] = lay([sent(0, 1, 0), arrived(1, 1, at)], at).arrows;
  return (arrow?.y2 ?? 0) - (arrow?.y1 ?? 0);
}

test('a later arrival slants more', () => {
  expect(slant(180)).toBeGreaterThan(slant(100));
});

test('an overtaken segment crosses its successor', () => {
  const history = [sent(0, 1, 0), sent(1, 2, 20), arrived(2, 2, 90), arrived(3, 1, 180)];
  const [first, second] = lay(history, 200).arrows;
  expect(first?.y1).toBeLessThan(second?.y1 ?? 0);
  expect(first?.y2).toBeGreaterThan(second?.y2 ?? 0);
});

test('a lost segment breaks off where it sank', () => {
  const [arrow] = lay([sent(0, 1, 0), lost(1, 1, 40)], 40).arrows;
  expect(arrow?.x2).toBeCloseTo(lifeline.client + (lifeline.server - lifeline.client) * 0.4);
});

test('a segment under way is drawn as far as it has come', () => {
  const [arrow] = lay([sent(0, 1, 0)], 50).arrows;
  expect(arrow?.fate).toBe('underWay');
  expect(arrow?.x2).toBeCloseTo((lifeline.client + lifeline.server) / 2);
});

test('a pause inside a crossing has no mark: the slant shows it', () => {
  expect(lay([sent(0, 1, 0), arrived(1, 1, 900)], 900).pauses).toEqual([]);
  expect(lay([sent(0, 1, 0), lost(1, 1, 40), sent(2, 2, 1000)], 1000).pauses).toHaveLength(1);
});

const change = (n: number, to: 'SYN-SENT' | 'ESTABLISHED'): Told => ({
  n,
  at: 5,
  type: 'changed',
  host: 'client',
  from: 'CLOSED',
  to,
  clause: 'open-active',
});

test('states that change at once stand below one another', () => {
  const [a, b] = lay([change(0, 'SYN-SENT'), change(1, 'ESTABLISHED')], 5).states;
  expect((b?.y ?? 0) - (a?.y ?? 0)).toBeGreaterThanOrEqual(12);
});

test('a boat that left against the rules is known by what was told before it', () => {
  const verdict: Verdict = {
    field: 'move',
    given: 'send',
    wanted: 'wait',
    clause: 'no-ack-of-ack',
    expected: [{ type: 'wait' }],
    misconceptions: [],
  };
  const broke: Told = { n: 0, at: 0, type: 'broke', host: 'client', move: { type: 'wait' }, verdict };
  const flights = foldFlights(new Map(), [broke, sent(1, 1, 0), sent(2, 2, 0)]);
  expect([...flights.values()].map((flight) => flight.broke)).toEqual([true, false]);
  const other: Told = { ...broke, host: 'server' };
  expect(foldFlights(new Map(), [other, sent(1, 1, 0)]).get(1)?.broke).toBe(false);
});
