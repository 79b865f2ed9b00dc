import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { levels } from '../../shared/levels/catalogue.ts';
import type { Entry } from '../../shared/levels/attempt.ts';
import { isTooLong, logLimit, packLog, unpackLog } from '../../shared/protocol/log.ts';
import { requests } from '../../shared/protocol/request.ts';
import { playWay, theCourse } from '../shared/levels/ways.ts';

describe('the compact form of a log', () => {
  test.each(levels.filter(({ mode }) => mode === 'play'))('$id: what comes back is what was played', (level) => {
    const { entries } = playWay(theCourse(level, 4711), 4711, { think: 1500.05 });
    const log = packLog(entries);
    const back = unpackLog(log ?? []);
    expect(back.map(bare)).toEqual(entries.map(bare).map((command) => expectedOf(command)));
    for (const [n, { wall }] of back.entries()) expect(Math.abs(wall - (entries[n]?.wall ?? 0))).toBeLessThan(0.0051);
    expect(v.is(requests.run.entries.log, JSON.parse(JSON.stringify(log)))).toBe(true);
  });

  test('keeps what was exactly as quick as allowed as it was, wherever it began', () => {
    for (const begun of [0.001, 0.004, 0.006, 0.3, 1 / 3, 17.77]) {
      const walls = unpackLog(packLog([at(begun), at(begun + 2.57), at(begun + 302.57)]) ?? []).map(({ wall }) => wall);
      const [one = 0, two = 0, three = 0] = walls;
      expect(two - one).toBeCloseTo(2.57, 9);
      expect(three - two).toBeCloseTo(300, 9);
    }
  });

  test('has hints, and no change of seats, and no move but where the match stands', () => {
    const hint: Entry = { type: 'hint', wall: 7, role: 'server', step: 3 };
    expect(packLog([hint])).toEqual([['hint', 7, 'server', 3]]);
    expect(unpackLog([['hint', 7, 'server', 3]])).toEqual([hint]);
    const occupy: Entry = {
      type: 'command',
      wall: 0,
      command: { type: 'occupy', at: 0, role: 'client', keeper: 'bot' },
    };
    expect(packLog([occupy])).toBeNull();
    const early: Entry = {
      type: 'command',
      wall: 0,
      command: { type: 'move', at: 5, role: 'client', move: { type: 'wait' } },
    };
    expect(packLog([early])).toBeNull();
  });

  test('is too long from one octet above the limit', () => {
    // 11 octets an entry, with its comma, and a bracket at the end: 309 entries have 3,400 octets.
    const log = Array.from({ length: 309 }, () => ['on', 0, 1] as const);
    expect(JSON.stringify(log)).toHaveLength(logLimit);
    expect(isTooLong(log)).toBe(false);
    expect(isTooLong([...log.slice(1), ['on', 0, 10]])).toBe(true);
  });
});

const bare = (entry: Entry) => (entry.type === 'command' ? entry.command : entry);
const at = (wall: number): Entry => ({ type: 'command', wall, command: { type: 'advance', at: wall } });

/** Flags have no order. */
function expectedOf(command: unknown): unknown {
  if (typeof command !== 'object' || command === null || !('move' in command)) return command;
  const { move } = command;
  if (typeof move !== 'object' || move === null || !('flags' in move) || !Array.isArray(move.flags)) return command;
  return { ...command, move: { ...move, flags: expect.arrayContaining(move.flags) } };
}
