/** Consequences of wrong moves on a fork, help that is written down, demonstrations before a level. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { demonstrationFor, withShown } from '../../client/solo/firstTime.ts';
import { type Sitting, isAsked, sitDown, step } from '../../client/solo/sitting.ts';
import { submit } from '../../client/state/outbox.ts';
import { apparition, refused, session } from '../../client/state/store.ts';
import { type Fork, consequences, forkOf, goOnWith, toldOf } from '../../shared/game/fork.ts';
import { nextDue } from '../../shared/game/pace.ts';
import type { Move, SendMove } from '../../shared/judge/move.ts';
import { levels, levelOf } from '../../shared/levels/catalogue.ts';
import type { Level } from '../../shared/levels/level.ts';
import { noProgress } from '../../shared/levels/progress.ts';
import { moveFor } from '../../shared/levels/steps.ts';

vi.mock('../../client/net/socket.ts', () => ({
  ask: vi.fn<() => void>(),
  isConnected: () => false,
  line: { peek: () => 'offline' },
}));
vi.mock('../../client/solo/speed.ts', () => ({ wantedSpeed: () => 1 }));

const { leaveGhost, showConsequence } = await import('../../client/solo/ghost.ts');
const { askForHelp, close, play, sitting, thinking, win } = await import('../../client/solo/table.ts');

const level = (id: string): Level => {
  const found = levelOf(id);
  if (found === null) throw new Error(id);
  return found;
};

const send = (parts: Partial<SendMove>): SendMove => ({
  type: 'send',
  flags: ['SYN'],
  seq: 1000,
  ack: null,
  payload: null,
  ...parts,
});

/** The whole consequence, with an end to it. */
function watch(fork: Fork, most = 200): Fork {
  return fork.over || most === 0 ? fork : watch(goOnWith(fork), most - 1);
}

/** Every sitting of the par at which the player is asked, with the right move. */
function decisionsOf(one: Level): readonly { readonly sitting: Sitting; readonly move: Move }[] {
  const found: { sitting: Sitting; move: Move }[] = [];
  const steps = one.par.filter(({ host }) => one.players.includes(host));
  let now = sitDown(one, 0, 'test');
  while (now.outcome === 'open') {
    const { match } = now.attempt;
    const [next] = steps;
    if (next !== undefined && next.at <= match.now && isAsked(match, next.host)) {
      steps.shift();
      const move = moveFor(one.vars, next, match.ends[next.host].tcb);
      found.push({ sitting: { ...now, eyes: next.host }, move });
      now = step(now, { type: 'move', at: match.now, role: next.host, move }, 0);
    } else now = step(now, { type: 'advance', at: nextDue(match) ?? match.now }, 0);
  }
  return found;
}

const wrongs = (move: Move): readonly Move[] =>
  move.type === 'wait'
    ? [send({ flags: ['ACK'], ack: 1 }), send({ flags: ['RST'] })]
    : [
        { type: 'wait' },
        { ...move, seq: (move.seq + 1) % 2 ** 32 },
        { ...move, ack: ((move.ack ?? 0) + 1) % 2 ** 32, flags: [...new Set([...move.flags, 'ACK' as const])] },
        { ...move, flags: ['RST'] },
        { ...move, flags: [] },
        { ...move, flags: ['SYN', 'FIN'] },
      ];

describe('the consequence of a wrong move', () => {
  test.each(levels.filter(({ mode }) => mode === 'play'))('comes to an end at every decision of $id', (one) => {
    for (const { sitting: now, move } of decisionsOf(one)) {
      for (const wrong of wrongs(move)) {
        const before = JSON.stringify(now.attempt.match);
        expect(watch(forkOf(now.attempt.match, now.eyes, wrong, 'everything')).over).toBe(true);
        expect(JSON.stringify(now.attempt.match)).toBe(before);
      }
    }
  });

  test('a third ACK with a wrong ack makes the server reset', () => {
    const [now] = decisionsOf(level('est-03-third-ack'));
    if (now === undefined || now.move.type === 'wait') throw new Error('no decision');
    const wrong = { ...now.move, ack: (now.move.ack ?? 0) + 1 };
    const told = consequences(toldOf(watch(forkOf(now.sitting.attempt.match, 'client', wrong, 'everything'))));
    expect(told.map(({ type }) => type)).toContain('arrived');
    const answer = told.find((event) => event.type === 'sent' && event.host === 'server');
    expect(answer).toMatchObject({ header: { flags: ['RST'], seq: wrong.ack } });
  });
});

describe('at the table', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    leaveGhost();
    close();
    vi.useRealTimers();
  });

  test('the ghost is shown for a while, and the decision is as it was', async () => {
    play(level('est-01-first-syn'), 0);
    await vi.advanceTimersByTimeAsync(1000);
    submit(send({ flags: ['FIN'] }));
    const verdict = refused.value;
    const match = session.value?.match;
    expect(verdict).not.toBeNull();
    const entries = sitting.value?.entries.length;
    const spent = thinking();
    showConsequence();
    expect(session.value?.match).not.toBe(match);
    expect(session.value?.view.flights).toMatchObject([{ header: { flags: ['FIN'] } }]);
    // Nothing may be sent into it.
    submit(send({}));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(apparition.value?.over).toBe(true);
    leaveGhost();
    expect(session.value?.match).toBe(match);
    expect(refused.value).toBe(verdict);
    expect(sitting.value?.entries.length).toBe(entries);
    expect(thinking()).toBe(spent);
    submit(send({}));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(win.value).toMatchObject({ stars: 2, refused: 1 });
  });

  test('help is written down and caps the stars', async () => {
    play(level('est-01-first-syn'), 0);
    askForHelp(0);
    askForHelp(3);
    submit(send({}));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(win.value).toMatchObject({ stars: 1, hint: 3 });
  });
});

describe('demonstrations', () => {
  test('the first meeting with a procedure shows how it is done, the second does not', () => {
    const shown = demonstrationFor(level('est-01-first-syn'), noProgress);
    expect(shown?.procedure).toBe('open');
    expect(demonstrationFor(level('est-01-first-syn'), withShown(noProgress, 'open'))).toBeNull();
    expect(demonstrationFor(level('est-02-syn-ack'), withShown(noProgress, 'open'))?.procedure).toBe('answer-syn');
  });

  test('a level that asks why shows nothing before it', () => {
    expect(demonstrationFor(level('loss-03-third-ack-lost'), noProgress)).toBeNull();
  });

  test('marking the same procedure twice changes nothing', () => {
    const once = withShown(noProgress, 'open');
    expect(withShown(once, 'open')).toBe(once);
  });
});
