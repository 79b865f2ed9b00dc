import { expect, test } from 'vitest';
import { type Scenery, plan, stateOf, wayDone } from '../../client/motion/plan.ts';
import { keepLanes } from '../../client/motion/lanes.ts';
import type { Told } from '../../shared/game/event.ts';
import type { FlightView } from '../../shared/game/view.ts';
import { arrived, end, flight, header, lost, sent, view } from './story.ts';

const scenery = (
  flights: readonly FlightView[] = [],
  match = 'm',
  state: 'SYN-SENT' | 'ESTABLISHED' = 'SYN-SENT',
): Scenery => ({
  match,
  view: view({ flights, own: end('client', { state }) }),
  lanes: keepLanes(new Map(), flights),
});

test('nothing happened: nothing moves', () => {
  expect(plan(scenery([flight(1)]), scenery([flight(1)]), [])).toEqual([]);
});

test('a boat that was sent casts off', () => {
  const [motion] = plan(scenery(), scenery([flight(1)]), [sent(0, 1, 0)]);
  expect(motion).toMatchObject({ type: 'appear', casts: true, lane: 1, flight: { id: 1 } });
});

test('a boat that nobody saw leave is placed where time says', () => {
  const [motion] = plan(scenery(), scenery([flight(1)]), []);
  expect(motion).toMatchObject({ type: 'appear', casts: false });
});

test('a twin casts off too', () => {
  const twin = flight(2, { copyOf: 1, delay: 100 });
  const event = { n: 1, at: 0, type: 'duplicated', host: 'client', flight: 2, copyOf: 1, delay: 100 } as const;
  expect(plan(scenery([flight(1)]), scenery([flight(1), twin]), [event])).toEqual([
    { type: 'appear', flight: twin, lane: 2, casts: true },
  ]);
});

test('arriving, sinking where it was lost, and vanishing are told apart', () => {
  expect(plan(scenery([flight(1)]), scenery(), [arrived(0, 1, 100)])).toEqual([{ type: 'arrive', flight: 1 }]);
  expect(plan(scenery([flight(1)]), scenery(), [lost(0, 1, 40)])).toEqual([{ type: 'sink', flight: 1, way: 0.4 }]);
  expect(plan(scenery([flight(1)]), scenery(), [])).toEqual([{ type: 'vanish', flight: 1 }]);
});

test('the place of a boat is never a motion', () => {
  const later = { ...scenery([flight(1)]), view: view({ flights: [flight(1)], now: 50 }) };
  expect(plan(scenery([flight(1)]), later, [])).toEqual([]);
});

test('a lamp changes with its state; the other end stays in fog', () => {
  expect(plan(scenery(), scenery([], 'm', 'ESTABLISHED'), [])).toEqual([
    { type: 'lamp', role: 'client', state: 'ESTABLISHED' },
  ]);
  expect(stateOf(scenery(), 'server')).toBeNull();
});

test('a new match clears the water and lights both lamps', () => {
  expect(plan(scenery([flight(1)], 'old'), scenery([], 'new'), [])).toEqual([
    { type: 'vanish', flight: 1 },
    { type: 'lamp', role: 'client', state: 'SYN-SENT' },
    { type: 'lamp', role: 'server', state: null },
  ]);
});

test('the way done follows virtual time and ends at the quays', () => {
  const boat = flight(1, { sentAt: 100, delay: 200 });
  expect([50, 100, 200, 300, 900].map((now) => wayDone(boat, now))).toEqual([0, 0, 0.5, 1, 1]);
  expect(wayDone(flight(1, { delay: 0 }), 0)).toBe(1);
});

test('a RST that arrives fires a flare over the harbour it reached; one that was there before does not', () => {
  const reset = { ...arrived(0, 1, 100), header: header({ flags: ['RST'] }) } as Told;
  expect(plan(scenery([flight(1)]), scenery(), [reset])).toContainEqual({ type: 'flare', role: 'server' });
  expect(plan(null, scenery(), [reset]).some(({ type }) => type === 'flare')).toBe(false);
  expect(plan(scenery([flight(1)]), scenery(), [arrived(0, 1, 100)]).some(({ type }) => type === 'flare')).toBe(false);
});
