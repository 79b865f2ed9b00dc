import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createAlarms } from '../../server/alarms.ts';
import { virtualAt, wallOf } from '../../server/anchor.ts';
import { realClock } from '../../server/clock.ts';
import { handClock } from './handClock.ts';

test('the real clock is in one file', () => {
  const folder = new URL('../../server/', import.meta.url);
  const touching = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) =>
      /\b(Date|performance|setTimeout|setInterval|hrtime)\b/.test(readFileSync(new URL(name, folder), 'utf8')),
    );
  expect(touching).toEqual(['clock.ts']);
});

test('the real clock dates in whole milliseconds: stores take no fractions of them', () => {
  const dates = Array.from({ length: 50 }, () => realClock.date());
  expect(dates.filter((date) => !Number.isSafeInteger(date))).toEqual([]);
});

describe('alarms', () => {
  test('ring in the order of their instants, by one timer', () => {
    const clock = handClock();
    const rung: string[] = [];
    const alarms = createAlarms(clock, (key) => rung.push(key));
    const instants = Array.from({ length: 200 }, (_, i) => (i * 73) % 200);
    for (const at of instants) alarms.set(`room ${at}`, at);
    expect(clock.timers()).toBe(1);
    for (let now = 0; now < 200; now += 1) clock.go(now);
    expect(rung).toEqual(instants.toSorted((a, b) => a - b).map((at) => `room ${at}`));
    expect(clock.timers()).toBe(0);
  });

  test('the last word about a room counts', () => {
    const clock = handClock();
    const rung: string[] = [];
    const alarms = createAlarms(clock, (key) => rung.push(`${key} at ${clock.now()}`));
    alarms.set('later', 1);
    alarms.set('later', 5);
    alarms.set('earlier', 9);
    alarms.set('earlier', 2);
    alarms.set('never', 3);
    alarms.set('never', null);
    for (let now = 0; now < 10; now += 1) clock.go(now);
    expect(rung).toEqual(['earlier at 2', 'later at 5']);
  });

  test('one that rings may set itself again, and none rings after the end', () => {
    const clock = handClock();
    let rung = 0;
    const alarms = createAlarms(clock, (key) => {
      rung += 1;
      alarms.set(key, clock.now() + 1);
    });
    alarms.set('room', 0);
    for (let now = 0; now < 5; now += 1) clock.go(now);
    expect(rung).toBe(5);
    alarms.close();
    clock.go(100);
    expect(rung).toBe(5);
  });
});

describe('virtual time', () => {
  const anchor = { virtual: 1000, wall: 50, rate: 0.05 };
  test.each([
    ['runs at its rate, in whole milliseconds', 50 + 199, null, 1009],
    ['never runs past what is due', 50 + 100_000, 1007.5, 1007.5],
    ['gets to what is due at the wall instant that belongs to it', 50 + 150, 1007.5, 1007.5],
    ['is before it until then', 50 + 149, 1007.5, 1007],
    ['never goes back', 0, null, 1000],
    ['stays where something is due that lies behind', 60, 900, 1000],
  ])('%s', (_fact, wall, due, expected) => {
    expect(virtualAt(anchor, wall, due)).toBe(expected);
  });

  test('stands still at rate 0', () => {
    const still = { ...anchor, rate: 0 };
    expect(virtualAt(still, 1_000_000, 1001)).toBe(1000);
    expect(wallOf(still, 1001)).toBeNull();
  });
});
