import { expect, test } from 'vitest';
import type { SeatChange } from '../../../shared/game/command.ts';
import type { Match } from '../../../shared/game/match.ts';
import { nextDue, paceOf } from '../../../shared/game/pace.ts';
import { reduce } from '../../../shared/game/reduce.ts';
import type { Role } from '../../../shared/game/role.ts';
import { seen } from '../../../shared/game/see.ts';
import { ofType, play, started, untilDecision, type Wish } from './builders.ts';

const change = (match: Match, role: Role, to: SeatChange, at = match.now) =>
  reduce(match, { type: 'seat', at, role, to });

/** The client's SYN is on the water. */
function sailing(wish: Wish = {}): Match {
  const match = started({ client: 'human', server: 'human', ...wish });
  const seq = match.ends.client.tcb.iss;
  return play(match, 'client', { type: 'send', flags: ['SYN'], seq, ack: null, payload: null }).match;
}

test.each(['study', 'live'] as const)('while a player is away, time stands still, with the %s clock', (clock) => {
  const before = sailing({ clock });
  const { match, events } = change(before, 'server', 'away');
  expect(events).toEqual([]);
  expect(paceOf(match)).toBe('standing');
  const later = reduce(match, { type: 'advance', at: 60_000 }).match;
  expect(later.now).toBe(before.now);
  expect(later.flights).toEqual(before.flights);
  expect(paceOf(change(later, 'server', 'back').match)).toBe('sailing');
});

test('time passes up to the instant at which somebody goes', () => {
  const before = sailing();
  const due = nextDue(before) ?? 0;
  const { match, events } = change(before, 'server', 'away', due);
  expect(match.now).toBe(due);
  expect(ofType(events, 'arrived')).toHaveLength(1);
});

test('the bot plays for who stays away, and hands back: the one who is there plays on', () => {
  const away = change(sailing(), 'server', 'away').match;
  const { match: taken, events } = change(away, 'server', 'bot');
  expect(ofType(events, 'standIn')).toMatchObject([{ host: 'server', begins: true }]);
  expect(taken.ends.server).toMatchObject({ keeper: 'bot', seat: 'bot' });
  // The SYN arrives, and the bot answers: it is the client's turn.
  const played = untilDecision(taken);
  expect(played.ends.server.tcb.state).toBe('SYN-RECEIVED');
  expect(played.ends.client.triggers).not.toEqual([]);
  const { match: back, events: last } = change(played, 'server', 'back');
  expect(ofType(last, 'standIn')).toMatchObject([{ host: 'server', begins: false }]);
  expect(back.ends.server).toMatchObject({ keeper: 'human', seat: 'kept' });
});

test('a decision that waited for the one who went away is made by the bot at once', () => {
  const asked = untilDecision(sailing());
  expect(asked.ends.server.triggers).not.toEqual([]);
  const { match } = change(change(asked, 'server', 'away').match, 'server', 'bot');
  expect(match.ends.server.triggers).toEqual([]);
  expect(match.flights.map(({ from }) => from)).toEqual(['server']);
});

test.each<[string, readonly SeatChange[], 'kept' | 'away' | 'bot']>([
  ['the bot takes no seat whose player is there', ['bot'], 'kept'],
  ['who comes back without having been away changes nothing', ['back'], 'kept'],
  ['going away again does not call the bot off', ['away', 'bot', 'away'], 'bot'],
  ['going away twice is going away', ['away', 'away'], 'away'],
])('%s', (_what, changes, seat) => {
  const match = changes.reduce((sofar, to) => change(sofar, 'server', to).match, sailing());
  expect(match.ends.server.seat).toBe(seat);
});

test('a bot that has an end from the beginning is never away', () => {
  const match = started({ client: 'human', server: 'bot' });
  expect(change(match, 'server', 'away').match.ends.server).toMatchObject({ keeper: 'bot', seat: 'kept' });
  expect(change(match, 'server', 'back').match.ends.server).toMatchObject({ keeper: 'bot', seat: 'kept' });
});

test('everybody sees that the bot stands in', () => {
  const { match, events } = change(change(sailing(), 'server', 'away').match, 'server', 'bot');
  const [told] = ofType(events, 'standIn');
  if (told === undefined) throw new Error('it was told');
  for (const role of ['client', 'server', null] as const) expect(seen(match, told, role)).toEqual(told);
});
