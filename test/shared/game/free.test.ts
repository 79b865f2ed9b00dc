/** Free matches: what breaks a rule is done all the same, and the match lives with what comes of it. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../shared/game/command.ts';
import { initial, type Match } from '../../../shared/game/match.ts';
import { isDecisionDue, nextDue } from '../../../shared/game/pace.ts';
import { reduce, replay } from '../../../shared/game/reduce.ts';
import { type Role, roles } from '../../../shared/game/role.ts';
import { seen, viewOf } from '../../../shared/game/see.ts';
import { formsOf } from '../../../shared/judge/forms.ts';
import type { Move, SendMove } from '../../../shared/judge/move.ts';
import { type Dice, diceFrom, rngFrom } from '../../../shared/rng.ts';
import { flagNames } from '../../../shared/tcp/segment.ts';
import { ofType, play, setupOf, started, untilDecision, type Wish } from './builders.ts';

const free: Wish = { judging: 'free', client: 'human', server: 'bot' };
const wait: Move = { type: 'wait' };
const open = (wish: Wish = free): Match => untilDecision(started(wish));
const right = ({ ends }: Match, role: Role = 'client'): Move => formsOf(ends[role].tcb)[0]?.move ?? wait;
const rightSend = (match: Match): SendMove => {
  const move = right(match);
  if (move.type === 'wait') throw new Error('nothing is owed');
  return move;
};
/** Plays right moves until nothing happens any more, or `most` decisions are over. */
function goOn(match: Match, most = 60): Match {
  let now = match;
  for (let n = 0; n < most && now.phase === 'playing'; n += 1) {
    now = untilDecision(now);
    const role = roles.find((one) => now.ends[one].keeper === 'human' && now.ends[one].triggers.length > 0);
    if (role !== undefined) now = play(now, role, right(now, role)).match;
  }
  return now;
}

describe('a wrong segment', () => {
  test('leaves, with the verdict as a comment, and the decision is over', () => {
    const match = open();
    const move: SendMove = { ...rightSend(match), seq: 77 };
    const { match: after, events } = play(match, 'client', move);
    expect(events.map(({ type }) => type)).toEqual(['broke', 'sent']);
    expect(events[0]).toMatchObject({ host: 'client', move, verdict: { field: 'seq', given: 77 } });
    expect(events[1]).toMatchObject({ header: { flags: ['SYN'], seq: 77 } });
    expect(after.ends.client).toMatchObject({ triggers: [], refused: 1 });
  });

  test('in a strict match stays where it is', () => {
    const match = open({ ...free, judging: 'strict' });
    const { events } = play(match, 'client', { ...rightSend(match), seq: 77 });
    expect(events.map(({ type }) => type)).toEqual(['refused']);
  });

  test('meets the real peer: its answer comes, and TCP is asked for what it still owes', () => {
    const match = open();
    const after = untilDecision(play(match, 'client', { ...rightSend(match), seq: 77 }).match);
    expect(after.now).toBe(200);
    const [arrived] = ofType(after.history, 'arrived').filter(({ host }) => host === 'client');
    expect(arrived?.header).toMatchObject({ flags: ['SYN', 'ACK'], ack: 78 });
    // The answer is for a number that was never sent (3.10.7.3), and the SYN is still to come.
    expect(formsOf(after.ends.client.tcb).map(({ offer }) => offer.kind)).toEqual(['reset', 'syn']);
    expect(goOn(after)).toMatchObject({ phase: 'finished', ends: { client: { tcb: { state: 'CLOSED' } } } });
  });

  test('that resets the peer leaves this end half-open, until it speaks', () => {
    let match = open();
    match = untilDecision(play(match, 'client', right(match)).match);
    match = play(match, 'client', right(match)).match;
    const { snd } = match.ends.client.tcb;
    match = play(match, 'client', { type: 'send', flags: ['RST'], seq: snd.nxt, ack: null, payload: null }).match;
    match = untilDecision(match);
    expect(match.ends.client.tcb.state).toBe('ESTABLISHED');
    expect(match.ends.server.tcb.state).toBe('CLOSED');
    match = goOn(match);
    expect(ofType(match.history, 'signalled').filter(({ signal }) => signal === 'reset')).toHaveLength(2);
    expect(match.phase).toBe('finished');
  });

  test('is refused where eight of them are out already: nobody learns from a flood', () => {
    let match = open();
    const move: SendMove = { type: 'send', flags: ['RST'], seq: 1, ack: null, payload: null };
    for (let n = 0; n < 8; n += 1) match = play(match, 'client', move).match;
    expect(match.flights).toHaveLength(8);
    const { match: after, events } = play(match, 'client', move);
    expect(events.map(({ type }) => type)).toEqual(['refused']);
    expect(after.flights).toHaveLength(8);
  });
});

describe('a wrong Wait', () => {
  test('is done; where nothing moves any more, the player is asked once more, and then it is over', () => {
    const { match, events } = play(open(), 'client', wait);
    expect(events.map(({ type }) => type)).toEqual(['broke']);
    expect(match.ends.client.triggers).toEqual([{ type: 'standstill' }]);
    const { match: over, events: last } = play(match, 'client', wait);
    expect(last.at(-1)).toMatchObject({ type: 'finished', closed: false });
    expect(over.phase).toBe('finished');
  });

  test('leaves the peer waiting, whose timer repeats', () => {
    let match = open();
    match = untilDecision(play(match, 'client', right(match)).match);
    match = untilDecision(play(match, 'client', wait).match);
    // The application has something to say now; that waits too.
    expect(match.ends.client.triggers).toMatchObject([{ type: 'called' }]);
    match = untilDecision(play(match, 'client', wait).match);
    expect(match.now).toBe(1200);
    expect(ofType(match.history, 'sent').filter(({ retransmission }) => retransmission)).toMatchObject([
      { host: 'server', header: { flags: ['SYN', 'ACK'] } },
    ]);
    expect(goOn(match).phase).toBe('finished');
  });

  test('after a standstill that somebody ended, another standstill asks again', () => {
    let { match } = play(open(), 'client', wait);
    match = goOn(play(match, 'client', right(match)).match, 1);
    expect(match.standstill).toBe(false);
  });
});

describe('what is told', () => {
  test('a broken rule is for its own end until the match is over; the view says that the match is free', () => {
    const match = open();
    const { match: after, events } = play(match, 'client', { ...rightSend(match), seq: 77 });
    const [broke] = events;
    if (broke === undefined) throw new Error('nothing was told');
    expect(seen(after, broke, 'client')).toEqual(broke);
    expect(seen(after, broke, 'server')).toBeNull();
    expect(seen({ ...after, phase: 'finished' }, broke, 'server')).toEqual(broke);
    expect(viewOf(after, 'server').judging).toBe('free');
  });

  test('a whole life without a broken rule ends with both ends CLOSED', () => {
    const over = goOn(open());
    expect(over.history.at(-1)).toMatchObject({ type: 'finished', closed: true });
    expect(ofType(over.history, 'broke')).toEqual([]);
  });
});

/** Anything that a player can compose, near the right numbers or far from them. */
function anyMove(match: Match, role: Role, dice: Dice): Move {
  if (dice.below(4) === 0) return wait;
  const { tcb, stream } = match.ends[role];
  const numbers = [tcb.iss, tcb.snd.una, tcb.snd.nxt, tcb.irs, tcb.rcv.nxt, dice.below(0x1_0000_0000), 0xffff_ffff];
  const number = (): number => ((numbers[dice.below(numbers.length)] ?? 0) + dice.below(5) - 2) >>> 0;
  const some = dice.below(3) === 0;
  return {
    type: 'send',
    flags: flagNames.filter((flag) => dice.below(flag === 'ACK' ? 2 : 4) === 0),
    seq: number(),
    ack: dice.below(4) === 0 ? null : number(),
    payload: some ? { offset: dice.below(stream.length + 3), length: 1 + dice.below(20) } : null,
  };
}

describe('whatever is sent', () => {
  const nobodyWins = Array.from({ length: 60 }, (_, seed) => seed);
  test.each(nobodyWins)('the match goes on, ends, and folds again from its log (%i)', (seed) => {
    const dice = diceFrom(rngFrom(seed));
    const server = seed % 2 === 0 ? 'human' : 'bot';
    const setup = setupOf({
      judging: 'free',
      seed,
      client: 'human',
      server,
      weather: seed % 3 === 0 ? 'stormy' : 'calm',
    });
    const log: Command[] = [{ type: 'start', at: 0 }];
    let match = replay(initial(setup), log);
    const act = (command: Command): void => {
      log.push(command);
      ({ match } = reduce(match, command));
    };
    for (let n = 0; n < 400 && match.phase === 'playing'; n += 1) {
      const role = roles.find((one) => match.ends[one].keeper === 'human' && match.ends[one].triggers.length > 0);
      const due = nextDue(match);
      if (role !== undefined) {
        // Wild for a while, then as TCP wants it.
        const move = n < 60 && dice.below(2) === 0 ? anyMove(match, role, dice) : right(match, role);
        act({ type: 'move', at: match.now, role, move });
      } else if (due !== null) act({ type: 'advance', at: due });
    }
    expect(match.phase).toBe('finished');
    expect(isDecisionDue(match)).toBe(false);
    expect(replay(initial(setup), log)).toEqual(match);
  });
});
