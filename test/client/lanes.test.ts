import { expect, test } from 'vitest';
import { keepLanes, laneCount } from '../../client/motion/lanes.ts';
import { flight } from './story.ts';

test('three boats have three lanes', () => {
  const lanes = keepLanes(new Map(), [flight(1), flight(2), flight(3)]);
  expect(new Set(lanes.values()).size).toBe(laneCount);
});

test('a boat keeps its lane when the one before it has arrived', () => {
  const before = keepLanes(new Map(), [flight(1), flight(2)]);
  const after = keepLanes(before, [flight(2), flight(3)]);
  expect(after.get(2)).toBe(before.get(2));
  expect(after.get(3)).not.toBe(after.get(2));
  expect(after.has(1)).toBe(false);
});

test('a fourth boat shares a lane', () => {
  const lanes = keepLanes(
    new Map(),
    [1, 2, 3, 4].map((id) => flight(id)),
  );
  expect([...lanes.values()].every((lane) => lane >= 0 && lane < laneCount)).toBe(true);
});
