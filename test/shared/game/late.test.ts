/** Waiting too long: with the live clock time passes where nobody presses Wait, and the judge says so once. */
import { describe, expect, test } from 'vitest';
import type { Match } from '../../../shared/game/match.ts';
import { nextDue } from '../../../shared/game/pace.ts';
import { reduce } from '../../../shared/game/reduce.ts';
import { seen } from '../../../shared/game/see.ts';
import { formsOf } from '../../../shared/judge/forms.ts';
import { ofType, play, started, untilDecision, type Wish } from './builders.ts';

const live: Wish = { clock: 'live', client: 'human', server: 'bot' };
const at = (match: Match, instant: number): Match => reduce(match, { type: 'advance', at: instant }).match;
const late = ({ history }: Match) => ofType(history, 'late');
const right = (match: Match): Match => {
  const [form] = formsOf(match.ends.client.tcb);
  if (form === undefined) throw new Error('nothing is owed');
  return play(match, 'client', form.move).match;
};

describe('with the live clock', () => {
  test('half a second with a SYN unsent is too long, and is said once', () => {
    const match = started(live);
    expect(late(at(match, 499))).toEqual([]);
    expect(nextDue(match)).toBe(500);
    const told = at(match, 500);
    expect(late(told)).toMatchObject([
      { at: 500, host: 'client', move: { type: 'wait' }, verdict: { field: 'move', clause: 'open-active' } },
    ]);
    expect(late(told)[0]?.verdict.misconceptions[0]).toBe('syn-forgotten');
    expect(told.ends.client.refused).toBe(1);
    expect(late(at(told, 5000))).toHaveLength(1);
  });

  test('who answers in time hears nothing, and the next time counts anew', () => {
    const sent = right(at(started(live), 400));
    // The SYN,ACK comes at 600: its ACK is owed from then on.
    expect(late(at(sent, 1099))).toEqual([]);
    const told = late(at(sent, 1100));
    expect(told).toMatchObject([{ at: 1100, host: 'client', verdict: { field: 'move', wanted: 'send' } }]);
    expect(told[0]?.verdict.misconceptions[0]).toBe('ack-omitted');
  });

  test('an ACK that may wait is not owed yet', () => {
    const established = right(at(right(started(live)), 200));
    const spoken = at(established, 5000);
    expect(late(spoken).every(({ verdict }) => verdict.clause !== 'delayed-ack' || verdict.field === 'move')).toBe(
      true,
    );
    expect(late(at(established, established.now + 100))).toEqual([]);
  });

  test('it is for the own end only, until the match is over', () => {
    const told = at(started(live), 500);
    const [event] = late(told);
    if (event === undefined) throw new Error('nothing was told');
    expect(seen(told, event, 'client')).toEqual(event);
    expect(seen(told, event, 'server')).toBeNull();
  });

  test('a bot is never late', () => {
    let match = started({ ...live, client: 'bot' });
    while (nextDue(match) !== null) match = at(match, nextDue(match) ?? 0);
    expect(late(match)).toEqual([]);
  });
});

test('with the study clock time stands still, so nobody is late', () => {
  const match = untilDecision(started({ ...live, clock: 'study' }));
  expect(at(match, 10_000).now).toBe(match.now);
  expect(late(at(match, 10_000))).toEqual([]);
});
