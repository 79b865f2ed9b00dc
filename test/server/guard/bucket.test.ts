import { expect, test } from 'vitest';
import { createBucket, createBuckets } from '../../../server/guard/bucket.ts';

test('so much at once, so much a second, and never more than fits', () => {
  const bucket = createBucket({ most: 10, perSecond: 2 }, 0);
  expect(bucket.drain(10, 0)).toBe(true);
  expect(bucket.has(0.5, 0)).toBe(false);
  expect(bucket.has(1, 500)).toBe(true);
  expect(bucket.drain(2, 500)).toBe(false);
  expect(bucket.has(1, 900)).toBe(false);
  expect(bucket.isFull(5499)).toBe(false);
  expect(bucket.isFull(5500)).toBe(true);
  expect(bucket.drain(11, 100_000)).toBe(false);
});

test('a clock that goes back fills nothing twice', () => {
  const bucket = createBucket({ most: 10, perSecond: 1 }, 5000);
  bucket.drain(10, 5000);
  expect(bucket.has(0.5, 1000)).toBe(false);
  expect(bucket.has(1, 6000)).toBe(true);
});

test('keys share nothing, and only those in use are remembered', () => {
  const buckets = createBuckets({ most: 1, perSecond: 1 }, 2);
  buckets('a', 0).drain(1, 0);
  expect(buckets('b', 0).has(1, 0)).toBe(true);
  // Both places are taken: b is full, and goes; a is in use, and stays.
  buckets('c', 0).drain(1, 0);
  expect(buckets('a', 0).has(1, 0)).toBe(false);
  // All are in use: the oldest goes.
  buckets('d', 0);
  expect(buckets('c', 0).has(1, 0)).toBe(false);
});
