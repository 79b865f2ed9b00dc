/** The consequence of a refused move in a room: the peer's real reaction, and nothing that this seat may not know. */
import { describe, expect, test } from 'vitest';
import type { Told } from '../../../shared/game/event.ts';
import { consequences, type Fork, forkOf, forkView, goOnWith, toldOf } from '../../../shared/game/fork.ts';
import type { End, Match } from '../../../shared/game/match.ts';
import { isDecisionDue } from '../../../shared/game/pace.ts';
import { otherRole, type Role, roles } from '../../../shared/game/role.ts';
import { formsOf } from '../../../shared/judge/forms.ts';
import type { Move, SendMove } from '../../../shared/judge/move.ts';
import { fromText } from '../../../shared/octets.ts';
import { rngFrom } from '../../../shared/rng.ts';
import { seqAdd, toSeq } from '../../../shared/seq.ts';
import type { Tcb } from '../../../shared/tcp/tcb.ts';
import { play, started, untilDecision, type Wish } from './builders.ts';

const wait: Move = { type: 'wait' };
const right = (tcb: Tcb): Move => formsOf(tcb)[0]?.move ?? wait;

interface Moment {
  readonly match: Match;
  readonly role: Role;
}

/** Every decision of a whole life between two humans who do what is right, one after the other. */
function decisions(wish: Wish): readonly Moment[] {
  const found: Moment[] = [];
  let match = untilDecision(started({ client: 'human', server: 'human', ...wish }));
  while (match.phase === 'playing' && isDecisionDue(match) && found.length < 80) {
    for (const role of roles) if (match.ends[role].triggers.length > 0) found.push({ match, role });
    const role = roles.find((one) => match.ends[one].triggers.length > 0) ?? 'client';
    match = untilDecision(play(match, role, right(match.ends[role].tcb)).match);
  }
  return found;
}
/** The SYN has come, and its answer is the other player's to send: its number is chosen, and on no wire yet. */
const unanswered = ((): Moment => {
  const match = untilDecision(started({ client: 'human', server: 'human' }));
  return { match: untilDecision(play(match, 'client', right(match.ends.client.tcb)).match), role: 'client' };
})();
const moments = [unanswered, ...decisions({ seed: 3 }), ...decisions({ seed: 4, closer: 'server', weather: 'stormy' })];

const wrongMoves = ({ match, role }: Moment): readonly Move[] => {
  const { tcb } = match.ends[role];
  const move = right(tcb);
  const ack: SendMove = { type: 'send', flags: ['ACK'], seq: tcb.snd.nxt, ack: tcb.rcv.nxt, payload: null };
  const send = move.type === 'send' ? move : ack;
  return [
    wait,
    { ...send, seq: seqAdd(toSeq(send.seq), 1000) },
    { ...send, ack: seqAdd(toSeq(send.ack ?? 0), 7), flags: [...new Set([...send.flags, 'ACK' as const])] },
    { ...send, flags: ['RST'], ack: null },
    { ...send, flags: ['SYN'], seq: 5, ack: null, payload: null },
    { ...send, flags: ['FIN', 'ACK'] },
    { ...send, flags: [] },
  ];
};

/** All that would be shown. */
function shownOf(first: Fork): readonly unknown[] {
  const frames: unknown[] = [];
  for (let fork = first; frames.length < 200; fork = goOnWith(fork)) {
    frames.push([forkView(fork), toldOf(fork)]);
    if (fork.over) return frames;
  }
  throw new Error('it does not end');
}

/** The far end with other secrets: what its application said and will say, its ISN where nobody has seen it. */
function otherInside(end: End): End {
  const { tcb } = end;
  const { snd } = tcb;
  const unseen = snd.max === tcb.iss;
  const moved: Tcb = unseen
    ? {
        ...tcb,
        iss: toSeq(77),
        snd: { ...snd, una: toSeq(77), nxt: toSeq(77), max: toSeq(77), up: toSeq(77), textSeq: toSeq(78) },
      }
    : tcb;
  const speaks = tcb.state === 'ESTABLISHED' || tcb.state === 'CLOSE-WAIT';
  const known = moved.snd.text.length === 0 || !speaks;
  const text = known && speaks && !snd.closing ? fromText('a secret') : moved.snd.text;
  return { ...end, isns: [toSeq(4242)], program: [], stepAt: null, tcb: { ...moved, snd: { ...moved.snd, text } } };
}

const otherSecrets = ({ match, role }: Moment): Match => ({
  ...match,
  rng: rngFrom(987),
  losses: {},
  coming: [],
  sea: { ...match.sea, conditions: { ...match.sea.conditions, loss: 0.9, duplication: 0.5 } },
  flights: match.flights.map((flight) => ({ ...flight, sinksAt: flight.sinksAt === null ? flight.sentAt + 1 : null })),
  ends: { ...match.ends, [otherRole(role)]: otherInside(match.ends[otherRole(role)]) },
});

describe('in a room', () => {
  test('there are decisions of both ends to try it at', () => {
    expect(moments.length).toBeGreaterThan(25);
    expect(new Set(moments.map(({ role }) => role)).size).toBe(2);
  });

  test.each(moments.map((moment, i) => [i, moment] as const))(
    'what is shown depends on nothing hidden (%i)',
    (_, moment) => {
      const { match, role } = moment;
      for (const move of wrongMoves(moment)) {
        const shown = shownOf(forkOf(match, role, move, 'own'));
        expect(shownOf(forkOf(otherSecrets(moment), role, move, 'own'))).toEqual(shown);
      }
    },
  );

  test.each(moments.map((moment, i) => [i, moment] as const))(
    'nothing of the inside of the other end is told (%i)',
    (_, moment) => {
      const { match, role } = moment;
      const open = ['sent', 'arrived', 'finished'];
      for (const move of wrongMoves(moment)) {
        for (let fork = forkOf(match, role, move, 'own'); !fork.over; fork = goOnWith(fork)) {
          expect(forkView(fork)).toMatchObject({ peer: null, judging: 'strict', phase: 'playing' });
          const foreign = toldOf(fork).filter((told) => 'host' in told && told.host !== role);
          expect(foreign.filter(({ type }) => !open.includes(type))).toEqual([]);
        }
      }
    },
  );

  test('nor on what waits behind a shut window', () => {
    const moment = moments.find(({ match }) => match.ends.server.tcb.state === 'ESTABLISHED');
    if (moment === undefined) throw new Error('never established');
    const { match } = moment;
    const far = match.ends.server;
    const shut: Tcb = { ...far.tcb, snd: { ...far.tcb.snd, wnd: 0, text: fromText('a secret') } };
    const probing: Tcb = { ...shut, owed: { ...shut.owed, probe: true } };
    const knocking: Tcb = { ...shut, timers: { ...shut.timers, persist: { since: match.now, at: match.now + 50 } } };
    const empty: Tcb = { ...far.tcb, snd: { ...far.tcb.snd, wnd: 0, text: fromText('') } };
    const shown = (tcb: Tcb) => {
      const other: Match = { ...match, ends: { ...match.ends, server: { ...far, tcb } } };
      return shownOf(forkOf(other, 'client', wait, 'own'));
    };
    expect(shown(probing)).toEqual(shown(empty));
    expect(shown(knocking)).toEqual(shown(empty));
  });

  test('nor on a CLOSE whose FIN has not left', () => {
    const moment = moments.find(
      ({ match, role }) =>
        role === 'client' && match.ends.server.tcb.state === 'ESTABLISHED' && match.flights.length === 0,
    );
    if (moment === undefined) throw new Error('never established');
    const { match } = moment;
    const far = match.ends.server;
    const closing: Tcb = { ...far.tcb, state: 'FIN-WAIT-1', snd: { ...far.tcb.snd, closing: true } };
    const other: Match = { ...match, ends: { ...match.ends, server: { ...far, tcb: closing } } };
    for (const move of wrongMoves(moment)) {
      expect(shownOf(forkOf(other, 'client', move, 'own'))).toEqual(shownOf(forkOf(match, 'client', move, 'own')));
    }
  });

  test('the match itself is not touched', () => {
    const [first] = moments;
    if (first === undefined) throw new Error('no decision');
    const before = JSON.stringify(first.match);
    shownOf(forkOf(first.match, first.role, { ...wait }, 'own'));
    expect(JSON.stringify(first.match)).toBe(before);
  });
});

/** What is seen of a wrong move in the end. */
function consequence({ match, role }: Moment, move: Move): readonly Told[] {
  let fork = forkOf(match, role, move, 'own');
  while (!fork.over) fork = goOnWith(fork);
  return consequences(toldOf(fork));
}
const answers = (told: readonly Told[], role: Role): readonly (readonly string[])[] =>
  told.flatMap((event) => (event.type === 'sent' && event.host !== role ? [event.header.flags] : []));

const at = (match: Match): Moment => ({ match, role: 'client' });

describe('the reaction of the peer', () => {
  const open = untilDecision(started({ client: 'human', server: 'bot' }));
  const opened = untilDecision(play(open, 'client', right(open.ends.client.tcb)).match);
  const established = untilDecision(play(opened, 'client', right(opened.ends.client.tcb)).match);
  const { snd, rcv } = established.ends.client.tcb;
  const send = (parts: Partial<SendMove>): SendMove => ({
    type: 'send',
    flags: ['ACK'],
    seq: snd.nxt,
    ack: rcv.nxt,
    payload: null,
    ...parts,
  });

  test('a RST: to a third segment with a wrong ack', () => {
    const move: SendMove = { type: 'send', flags: ['ACK'], seq: opened.ends.client.tcb.snd.nxt, ack: 5, payload: null };
    expect(answers(consequence(at(opened), move), 'client')[0]).toEqual(['RST']);
  });
  test('a challenge ACK: to a SYN on a standing connection, and to a doubtful reset', () => {
    expect(answers(consequence(at(established), send({ flags: ['SYN'], ack: null })), 'client')).toEqual([['ACK']]);
    const inside = send({ flags: ['RST'], seq: seqAdd(snd.nxt, 9), ack: null });
    expect(answers(consequence(at(established), inside), 'client')).toEqual([['ACK']]);
  });
  test('silence: to a segment without ACK', () => {
    expect(answers(consequence(at(established), send({ flags: ['PSH'], ack: null })), 'client')).toEqual([]);
  });
  test('a deadlock that only a timer breaks: nobody answers a SYN,ACK, and it comes again', () => {
    const told = consequence(at(opened), wait);
    expect(told.filter(({ type }) => type === 'sent')).toMatchObject([
      { host: 'server', at: 1100, retransmission: true, header: { flags: ['SYN', 'ACK'] } },
    ]);
    const server = untilDecision(started({ client: 'bot', server: 'human' }));
    expect(answers(consequence({ match: server, role: 'server' }, wait), 'server')).toEqual([['SYN']]);
  });
  test("the peer's number is made up until its SYN has told it", () => {
    const told = consequence(at(open), { type: 'send', flags: ['SYN'], seq: 77, ack: null, payload: null });
    const answer = told.find((event) => event.type === 'sent' && event.host === 'server');
    expect(answer).toMatchObject({ header: { flags: ['SYN', 'ACK'], seq: 1_000_000_000, ack: 78 } });
  });
});
