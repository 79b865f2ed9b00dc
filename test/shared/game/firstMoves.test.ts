import { describe, expect, test } from 'vitest';
import { nextDue, paceOf } from '../../../shared/game/pace.ts';
import { reduce } from '../../../shared/game/reduce.ts';
import { viewOf } from '../../../shared/game/see.ts';
import { moveOf } from '../../../shared/judge/forms.ts';
import { offers } from '../../../shared/tcp/offers.ts';
import type { Match } from '../../../shared/game/match.ts';
import type { Move, SendMove } from '../../../shared/judge/move.ts';
import type { Role } from '../../../shared/game/role.ts';
import { ofType, play, started, untilDecision } from './builders.ts';

const rightMove = (match: Match, role: Role): Move => {
  const [offer] = offers(match.ends[role].tcb);
  return offer === undefined ? { type: 'wait' } : moveOf(match.ends[role].tcb, offer.segment);
};
const syn = (match: Match): SendMove => ({
  type: 'send',
  flags: ['SYN'],
  seq: viewOf(match, 'client').own?.tcb.iss ?? 0,
  ack: null,
  payload: null,
});

describe('a human client', () => {
  test('owes the SYN as soon as the match has started', () => {
    const match = started({ client: 'human' });
    expect(match.ends.client.triggers).toMatchObject([{ type: 'called', call: { call: 'OPEN' } }]);
    expect(paceOf(match)).toBe('standing');
    expect(viewOf(match, 'client').own?.tcb.state).toBe('SYN-SENT');
  });

  test('a right SYN flies and closes the decision', () => {
    const before = started({ client: 'human' });
    const { match, events } = play(before, 'client', syn(before));
    expect(ofType(events, 'sent')).toMatchObject([{ host: 'client', header: { flags: ['SYN'], ack: null } }]);
    expect(match.ends.client.triggers).toEqual([]);
    expect(paceOf(match)).toBe('sailing');
  });

  test('a wrong SYN is refused, nothing flies, and the decision stays', () => {
    const before = started({ client: 'human' });
    const { match, events } = play(before, 'client', { ...syn(before), seq: 1 });
    expect(ofType(events, 'sent')).toEqual([]);
    expect(ofType(events, 'refused')).toMatchObject([{ verdict: { field: 'seq', given: 1, wanted: syn(before).seq } }]);
    expect(match.ends.client.triggers).toHaveLength(1);
    expect(match.flights).toEqual([]);
    expect(match.ends.client.refused).toBe(1);
  });

  test('waiting instead of the SYN is refused', () => {
    const { events } = play(started({ client: 'human' }), 'client', { type: 'wait' });
    expect(ofType(events, 'refused')).toMatchObject([{ verdict: { field: 'move', given: 'wait', wanted: 'send' } }]);
  });

  test('time stands still while the decision is due (study), and runs without it (live)', () => {
    const study = reduce(started({ client: 'human' }), { type: 'advance', at: 5000 }).match;
    expect(study.now).toBe(0);
    const live = reduce(started({ client: 'human', clock: 'live' }), { type: 'advance', at: 5000 }).match;
    expect(live.now).toBe(5000);
  });

  test('after a pure ACK the right move is to wait', () => {
    let match = started({ client: 'human' });
    // SYN, ACK, then the message: the next decision is the server's pure ACK.
    for (let i = 0; i < 3; i += 1) match = untilDecision(play(match, 'client', rightMove(match, 'client')).match);
    expect(match.ends.client.triggers).toMatchObject([{ type: 'arrived', header: { flags: ['ACK'], len: 0 } }]);
    const { seq, ack } = viewedNumbers(match);
    const again: Move = { type: 'send', flags: ['ACK'], seq, ack, payload: null };
    expect(ofType(play(match, 'client', again).events, 'refused')).toMatchObject([
      { verdict: { field: 'move', given: 'send', wanted: 'wait', clause: 'no-ack-of-ack' } },
    ]);
    expect(ofType(play(match, 'client', { type: 'wait' }).events, 'waited')).toHaveLength(1);
  });

  test('a lost SYN is owed again when the timer runs out, and not before', () => {
    const lost = Array.from({ length: 60 }, (_, seed) => started({ client: 'human', weather: 'stormy', seed }))
      .map((match) => play(match, 'client', syn(match)).match)
      .find((match) => match.flights[0]?.sinksAt !== null);
    if (lost === undefined) throw new Error('no seed of sixty loses the first SYN');
    const early = play(reduce(lost, { type: 'advance', at: 900 }).match, 'client', syn(lost));
    expect(ofType(early.events, 'refused')).toMatchObject([{ verdict: { wanted: 'wait', clause: 'too-early' } }]);
    const due = untilDecision(lost);
    expect(due.now).toBe(1000);
    expect(due.ends.client.triggers).toMatchObject([{ type: 'expired', timer: 'retransmission' }]);
    expect(ofType(play(due, 'client', { type: 'wait' }).events, 'refused')).toMatchObject([
      { verdict: { clause: 'retransmission' } },
    ]);
    expect(ofType(play(due, 'client', syn(due)).events, 'sent')).toMatchObject([{ retransmission: true }]);
  });
});

const viewedNumbers = (match: Match): { readonly seq: number; readonly ack: number } => {
  const tcb = viewOf(match, 'client').own?.tcb;
  return { seq: tcb?.sndNxt ?? 0, ack: tcb?.rcvNxt ?? 0 };
};

describe('a seat that changes hands', () => {
  test('a bot that takes an end answers its open decision at once', () => {
    const { match, events } = reduce(started({ client: 'human' }), {
      type: 'occupy',
      at: 0,
      role: 'client',
      keeper: 'bot',
    });
    expect(ofType(events, 'sent')).toHaveLength(1);
    expect(match.ends.client.triggers).toEqual([]);
  });

  test('a move into a match that has not begun does nothing', () => {
    const finished = untilDecision(started());
    expect(finished.phase).toBe('finished');
    expect(play(finished, 'client', { type: 'wait' }).match).toEqual(finished);
    expect(nextDue(finished)).toBeNull();
  });
});
