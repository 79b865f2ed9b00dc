/** Levels played in the page: the local table through the store, every par to its win. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { submit } from '../../client/state/outbox.ts';
import { accepted, place, refused, session } from '../../client/state/store.ts';
import { noProgress } from '../../shared/levels/progress.ts';
import { levels, levelOf } from '../../shared/levels/catalogue.ts';
import { ownSteps } from '../../shared/levels/course.ts';
import type { Level, ParStep } from '../../shared/levels/level.ts';
import { runOf, verify } from '../../shared/levels/verify.ts';
import { moveFor } from '../../shared/levels/steps.ts';

vi.mock('../../client/net/socket.ts', () => ({
  ask: vi.fn<() => void>(),
  isConnected: () => false,
  line: { peek: () => 'offline' },
}));

vi.mock('../../client/solo/speed.ts', () => ({ wantedSpeed: () => 1 }));

const { close, look, play, playAgain, playOtherwise, read, restart, sitting, thinking, win } =
  await import('../../client/solo/table.ts');
const { bestAt, keep, progress } = await import('../../client/solo/progress.ts');
const { sent } = await import('../../client/solo/sent.ts');
const { fates, waiting } = await import('../../client/state/runs.ts');

const level = (id: string): Level => {
  const found = levelOf(id);
  if (found === null) throw new Error(id);
  return found;
};

beforeEach(() => {
  vi.useFakeTimers();
  keep(noProgress);
});
afterEach(() => {
  close();
  vi.useRealTimers();
});

/** The sitting that is played. */
function played() {
  const now = sitting.peek();
  if (now === null) throw new Error('nobody sits at the table');
  return now;
}

/** Answers every decision by the par, as a player would: through the store and the outbox. */
async function playPar(): Promise<readonly string[]> {
  const faults: string[] = [];
  const begun = sitting.peek();
  if (begun === null) return ['no sitting'];
  const steps: ParStep[] = [...ownSteps(begun.attempt.course)];
  for (let rounds = 0; rounds < 400 && sitting.peek()?.outcome === 'open'; rounds += 1) {
    const now = sitting.peek();
    const [step] = steps;
    if (now === null) break;
    if (
      step === undefined ||
      step.at > now.attempt.match.now ||
      now.attempt.match.ends[step.host].triggers.length === 0
    ) {
      await vi.advanceTimersToNextTimerAsync();
      continue;
    }
    steps.shift();
    // Nobody answers at once.
    await vi.advanceTimersByTimeAsync(400);
    look(step.host);
    submit(moveFor(now.level.vars, step, now.attempt.match.ends[step.host].tcb));
    const no = refused.peek();
    if (no !== null) faults.push(JSON.stringify(no));
  }
  return faults;
}

describe('every level is won by its par at the local table', () => {
  test.each(levels.filter(({ mode }) => mode === 'play'))('$id', async (one) => {
    place.value = { type: 'level', id: one.id };
    play(one, one.again === 'redraw' ? 77 : 0);
    expect(session.value?.view.phase).toBe('playing');
    expect(await playPar()).toEqual([]);
    expect(sitting.value?.outcome).toBe('won');
    expect(win.value).toMatchObject({ stars: 3, refused: 0 });
    expect(bestAt(progress.value, one.id)).toMatchObject({ stars: 3 });
    // What was written down is a run that a server would take.
    const done = played();
    const run = runOf(done.attempt.course, done.seed, done.entries, done.attempt);
    expect(verify(JSON.parse(JSON.stringify(run)))).toMatchObject({ ok: true });
    // The result shows both ends and the whole story.
    expect(session.value?.view).toMatchObject({ phase: 'finished', own: {}, peer: {} });
  });
});

const seconds = levels.flatMap((one) => one.variants.map(({ name }) => [one.id, name, one] as const));

describe('every variant is a second attempt', () => {
  test.each(seconds)('%s: %s', async (_, name, one) => {
    playOtherwise(one, { variant: name, judging: 'strict' });
    expect(await playPar()).toEqual([]);
    expect(played()).toMatchObject({ outcome: 'won', way: { variant: name } });
    expect(win.value).toMatchObject({ stars: 3, refused: 0, record: false });
    // No star is kept and no run is sent; what was avoided counts.
    expect(bestAt(progress.value, one.id)).toBeNull();
    expect(sent.value).toBeNull();
    expect(Object.keys(progress.value.rows).length).toBeGreaterThan(0);
    const { seed, level: drawn } = played();
    restart(one, played());
    expect(played()).toMatchObject({ seed, way: { variant: name }, level: { vars: drawn.vars } });
  });
});

describe('a sandbox', () => {
  const ghostSyn = { type: 'send', flags: ['SYN'], seq: 77, ack: null, payload: null } as const;

  test('lets anything leave, and comments on it', async () => {
    playOtherwise(level('est-01-first-syn'), { variant: null, judging: 'free' });
    const before = accepted.value;
    submit(ghostSyn);
    expect(refused.value?.verdict).toMatchObject({ field: 'seq', given: 77 });
    expect(accepted.value).toBe(before + 1);
    expect(session.value?.view).toMatchObject({ judging: 'free', flights: [{ header: { seq: 77 } }] });
    // Out of turn as well.
    submit({ ...ghostSyn, seq: 78 });
    expect(session.value?.view.flights).toHaveLength(2);
  });

  test('ends where nothing more can happen; nothing of it counts', async () => {
    playOtherwise(level('est-01-first-syn'), { variant: null, judging: 'free' });
    submit({ type: 'wait' });
    expect(session.value?.view.own?.decision).toEqual([{ type: 'standstill' }]);
    submit({ type: 'wait' });
    expect(played().outcome).toBe('missed');
    expect(win.value).toBeNull();
    expect(progress.value).toEqual(noProgress);
  });

  test('may reach the goal all the same, and wins nothing', async () => {
    playOtherwise(level('est-01-first-syn'), { variant: null, judging: 'free' });
    expect(await playPar()).toEqual([]);
    expect(played().outcome).toBe('won');
    expect([win.value, sent.value, progress.value]).toEqual([null, null, noProgress]);
  });
});

test('the view has one end at a time: the other one shows only when the eyes change', () => {
  play(level('est-04-full-3whs'), 0);
  expect(session.value?.view).toMatchObject({ role: 'client', own: { role: 'client' }, peer: null });
  expect(JSON.stringify(session.value?.view)).not.toContain('300');
  look('server');
  expect(session.value?.view).toMatchObject({ role: 'server', own: { role: 'server' }, peer: null });
  expect(session.value?.history.some((event) => event.type === 'called' && event.host === 'client')).toBe(false);
});

test('the eyes go to the end that owes a decision', async () => {
  play(level('est-04-full-3whs'), 0);
  submit({ type: 'send', flags: ['SYN'], seq: 100, ack: null, payload: null });
  expect(session.value?.view.role).toBe('client');
  await vi.advanceTimersToNextTimerAsync();
  expect(session.value?.view).toMatchObject({ role: 'server', now: 100, own: { decision: [{ type: 'arrived' }] } });
});

test('an end that a bot keeps cannot be looked at', () => {
  play(level('est-01-first-syn'), 0);
  look('server');
  expect(session.value?.view.role).toBe('client');
});

test('a refused move shows its verdict, changes nothing, and costs a star', async () => {
  play(level('est-01-first-syn'), 0);
  const before = accepted.value;
  submit({ type: 'wait' });
  expect(refused.value?.verdict).toMatchObject({ field: 'move', wanted: 'send' });
  expect(accepted.value).toBe(before);
  submit({ type: 'send', flags: ['SYN'], seq: 1000, ack: null, payload: null });
  expect(refused.value).toBeNull();
  await vi.runOnlyPendingTimersAsync();
  await vi.runOnlyPendingTimersAsync();
  expect(win.value).toMatchObject({ stars: 2, refused: 1 });
});

test('thinking time runs while a decision is open, and stands while boats sail', async () => {
  play(level('est-03-third-ack'), 0);
  const spent = thinking();
  await vi.advanceTimersByTimeAsync(3000);
  expect(thinking() - spent).toBeCloseTo(sitting.value?.attempt.match.ends.client.triggers.length === 0 ? 0 : 3000, -2);
});

test('play again draws new numbers where the level does, and restart keeps them', async () => {
  const one = level('est-01-first-syn');
  play(one, 0);
  await playAgain(one, played());
  const drawn = played();
  expect(drawn.seed).not.toBe(0);
  expect(drawn.level.vars).not.toEqual(one.vars);
  restart(one, drawn);
  expect(sitting.value?.level.vars).toEqual(drawn.level.vars);
  expect(sitting.value?.id).not.toBe(drawn.id);
  const figure = level('est-04-full-3whs');
  play(figure, 0);
  await playAgain(figure, played());
  expect(sitting.value?.level.vars).toEqual(figure.vars);
});

test('a table that was put away takes no moves and rings no more', async () => {
  play(level('est-01-first-syn'), 0);
  submit({ type: 'send', flags: ['SYN'], seq: 1000, ack: null, payload: null });
  close();
  expect(vi.getTimerCount()).toBe(0);
  expect(session.value).toBeNull();
  submit({ type: 'wait' });
  expect(sitting.value).toBeNull();
});

const given = (seed: number) => ({ attempt: `attempt-${seed}`, seed, nickname: 'Calm Heron 27' });

describe('a run for the board', () => {
  test('is posted with its attempt when the level is won, and is what a server takes', async () => {
    place.value = { type: 'level', id: 'est-04-full-3whs' };
    play(level('est-04-full-3whs'), 4711, given(4711));
    await playPar();
    expect(sent.value).toEqual({ type: 'posted', attempt: 'attempt-4711' });
    expect(fates.value.get('attempt-4711')).toEqual({ type: 'waiting' });
    expect(waiting.value).toBe(1);
  });

  test('has no server to verify it where none handed out the attempt: it counts here', async () => {
    play(level('est-01-first-syn'), 0);
    await playPar();
    expect(sent.value).toEqual({ type: 'alone' });
    expect(bestAt(progress.value, 'est-01-first-syn')).toMatchObject({ stars: 3 });
  });

  test('restarting keeps the attempt until it is won; afterwards it is used up', async () => {
    const one = level('est-01-first-syn');
    play(one, 9, given(9));
    submit({ type: 'wait' });
    restart(one, played());
    await playPar();
    expect(sent.value).toMatchObject({ attempt: 'attempt-9' });
    restart(one, played());
    await playPar();
    expect(sent.value).toEqual({ type: 'alone' });
  });
});

test('an example that is read stops the clock; a move ends it, and takes a hand’s time', async () => {
  play(level('est-03-third-ack'), 0);
  await vi.advanceTimersByTimeAsync(700);
  read();
  const before = thinking();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(thinking()).toBe(before);
  const { tcb } = played().attempt.match.ends.client;
  submit({ type: 'send', flags: ['ACK'], seq: tcb.snd.nxt, ack: tcb.rcv.nxt, payload: null });
  expect(refused.value).toBeNull();
  expect(played().attempt.thinking - before).toBeGreaterThanOrEqual(300);
  expect(played().attempt.thinking - before).toBeLessThan(500);
});

test('a mistake counts at once, also where the page is closed before it is mended', () => {
  play(level('est-01-first-syn'), 0);
  submit({ type: 'send', flags: ['SYN', 'ACK'], seq: 1000, ack: 0, payload: null });
  expect(progress.value.rows['ack-on-first-syn']).toMatchObject({ recent: ['committed'], met: 1 });
  submit({ type: 'send', flags: ['SYN', 'ACK'], seq: 1000, ack: 0, payload: null });
  submit({ type: 'send', flags: ['SYN'], seq: 1000, ack: null, payload: null });
  expect(progress.value.rows['ack-on-first-syn']).toMatchObject({ recent: ['committed'], met: 1 });
});
