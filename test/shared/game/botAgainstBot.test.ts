import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WholeLife } from '../../../shared/game/command.ts';
import { initial, type Match } from '../../../shared/game/match.ts';
import { replay } from '../../../shared/game/reduce.ts';
import { otherRole, roles } from '../../../shared/game/role.ts';
import { toText } from '../../../shared/octets.ts';
import { mostTries } from '../../../shared/net/fate.ts';
import { weathers } from '../../../shared/net/weather.ts';
import { ofType, setupOf, wholeLog } from './builders.ts';

const seed = fc.nat(0xffff_ffff);
const role = fc.constantFrom(...roles);

/** Every promise about a finished match in one place, so that each weather is held to all of them. */
function expectWholeLife(match: Match, { texts }: WholeLife): void {
  expect(match.phase).toBe('finished');
  for (const each of roles) {
    const end = match.ends[each];
    expect(end.tcb.state).toBe('CLOSED');
    expect(end.refused).toBe(0);
    expect(toText(end.received)).toBe(texts[otherRole(each)]);
  }
}

const story = (weather: 'calm' | 'stormy') =>
  Array.from({ length: 50 }, (_, i) => wholeLog(setupOf({ seed: i, weather })).match.history).flat();

describe('bot against bot', () => {
  test.each(weathers)('ends CLOSED with each message delivered once and no move refused: %s', (weather) => {
    fc.assert(
      fc.property(seed, role, (drawn, closer) => {
        const setup = setupOf({ seed: drawn, weather, closer });
        expectWholeLife(wholeLog(setup).match, setup);
      }),
      { numRuns: 1000 },
    );
  });

  test('the same log folds to the same state, byte for byte', () => {
    fc.assert(
      fc.property(seed, fc.constantFrom(...weathers), role, (drawn, weather, closer) => {
        const setup = setupOf({ seed: drawn, weather, closer });
        const { match, log } = wholeLog(setup);
        expect(JSON.stringify(replay(initial(setup), log))).toBe(JSON.stringify(match));
      }),
      { numRuns: 200 },
    );
  });

  test('a fold does not touch the match that it began with', () => {
    const setup = setupOf({ weather: 'stormy', seed: 7 });
    const before = initial(setup);
    const frozen = JSON.stringify(before);
    replay(before, wholeLog(setup).log);
    expect(JSON.stringify(before)).toBe(frozen);
  });

  test('a storm loses, doubles and reorders; calm weather does none of it', () => {
    expect(ofType(story('calm'), 'lost')).toEqual([]);
    expect(ofType(story('calm'), 'duplicated')).toEqual([]);
    expect(ofType(story('stormy'), 'lost').length).toBeGreaterThan(50);
    expect(ofType(story('stormy'), 'duplicated').length).toBeGreaterThan(20);
    const arrivals = ofType(story('stormy'), 'arrived').map(({ flight }) => flight);
    expect(arrivals.some((flight, i) => flight < (arrivals[i - 1] ?? 0))).toBe(true);
  });

  test('no segment is lost more often in a row than the four tries allow', () => {
    for (let i = 0; i < 200; i += 1) {
      const { match } = wholeLog(setupOf({ seed: i, weather: 'stormy' }));
      expect(Math.max(0, ...Object.values(match.losses))).toBeLessThan(mostTries);
    }
  });
});
