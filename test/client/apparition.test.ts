/** A copy of the match stands in front of it for a while; the match goes on behind it. */
import { beforeEach, expect, test } from 'vitest';
import { fromSnapshot } from '../../client/state/session.ts';
import {
  appear,
  apparition,
  refused,
  session,
  takeRoom,
  takeSnapshot,
  takeUpdate,
  vanish,
} from '../../client/state/store.ts';
import type { Verdict } from '../../shared/judge/verdict.ts';
import { arrived, sent, snapshot, view } from './story.ts';

const real = snapshot({ history: [sent(0, 1, 0)] });
const copy = snapshot({ match: 'match-01.ghost', history: [sent(0, 1, 0), sent(1, 2, 0)] });
const shown = { role: 'client', told: [], over: false, back: () => {} } as const;
const verdict: Verdict = {
  field: 'move',
  given: 'send',
  wanted: 'wait',
  clause: 'no-ack-of-ack',
  expected: [{ type: 'wait' }],
  misconceptions: [],
};

beforeEach(() => {
  vanish();
  session.value = fromSnapshot(real, null);
  refused.value = { move: { type: 'wait' }, verdict };
});

test('while it is shown, news of the match are kept behind it', () => {
  appear(copy, shown);
  expect(session.value?.match).toBe('match-01.ghost');
  takeUpdate({ match: 'match-01', version: 4, rate: 0, view: view({ now: 100 }), events: [arrived(1, 1, 100)] });
  const ends = {
    client: { keeper: 'human', present: true, standIn: false },
    server: { keeper: 'human', present: false, standIn: false },
  } as const;
  takeRoom({ code: 'ABC234', ends, rematch: [], standIn: null });
  expect(session.value?.history).toHaveLength(2);
  vanish();
  expect(apparition.value).toBeNull();
  expect(session.value).toMatchObject({ match: 'match-01', version: 4, view: { now: 100 }, room: { ends } });
  expect(session.value?.flights.get(1)?.fate).toEqual({ type: 'arrived', at: 100 });
  expect(refused.value?.verdict).toBe(verdict);
});

test('its next instant replaces it, and the match behind it stays', () => {
  appear(copy, shown);
  appear({ ...copy, version: 9 }, { ...shown, over: true });
  expect(session.value).toMatchObject({ match: 'match-01.ghost', version: 9 });
  expect(apparition.value?.over).toBe(true);
  vanish();
  expect(session.value?.match).toBe('match-01');
});

test('a new match behind it takes the verdict of the old one away', () => {
  appear(copy, shown);
  takeSnapshot(snapshot({ match: 'match-02' }));
  vanish();
  expect(session.value?.match).toBe('match-02');
  expect(refused.value).toBeNull();
});
