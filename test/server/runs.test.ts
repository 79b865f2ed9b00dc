import { describe, expect, test } from 'vitest';
import { levels } from '../../shared/levels/catalogue.ts';
import { type Log, isTooLong, packRun } from '../../shared/protocol/log.ts';
import { playWay, theCourse } from '../shared/levels/ways.ts';
import {
  honest,
  later,
  newPlayer,
  openArena,
  prepare,
  refusal,
  type RunRequest,
  sendChanged,
  theLevel,
  withEntry,
} from './attempts.ts';
import { connect, good } from './harness.ts';

const day = 86_400_000;
/** A level that draws its numbers anew, and one that has the same for everybody. */
const drawn = 'close-01-first-fin';
const fixed = 'exam-02-seven-losses';
const first = (log: Log, type: Log[number][0]): number => log.findIndex(([found]) => found === type);
const firstSend = (log: Log): number => first(log, 'send');

describe('a par that was played', () => {
  const some = ['est-01-first-syn', 'loss-02-synack-lost', 'num-03-hole', 'close-06-last-ack-lost', fixed];
  test.each(some)('%s: is taken, and stands on the board, also after a restart', async (level) => {
    const arena = await openArena();
    const run = await prepare(arena, level);
    const { stars, points, thinking } = run.claim;
    const own = { place: 1, nickname: 'Calm Heron 27', stars, points, thinking };
    expect(await arena.player.ask('run', run)).toEqual({ ok: true, best: true, own });
    expect(await arena.player.ask('board', { level, player: run.player })).toEqual({ ok: true, runs: [own], own });

    await arena.server.close();
    const again = await openArena(arena.server.config.dataDir, arena.clock);
    expect(await again.player.ask('board', { level, player: null })).toEqual({ ok: true, runs: [own], own: null });
    expect(await again.player.ask('run', run)).toEqual(refusal('attempt/used'));
  });

  test('of every level fits into a message, with 35 refused moves as well', async () => {
    for (const level of levels.filter(({ mode }) => mode === 'play')) {
      const course = theCourse(level, 4711);
      const bad = { type: 'send', flags: ['URG'], seq: 0xffff_ffff, ack: 0xffff_ffff, payload: null } as const;
      const slips = (_step: unknown, nth: number) => (nth === 0 ? Array.from({ length: 35 }, () => bad) : []);
      const { entries } = playWay(course, 4711, { think: 1500.123456789, slips });
      const run = packRun(course, 4711, entries);
      expect(run).not.toBeNull();
      const request = { attempt: 'a'.repeat(46), player: 'p'.repeat(43), nickname: '海'.repeat(20), ...run };
      expect(Buffer.byteLength(`42999["run",${JSON.stringify(request)}]`)).toBeLessThan(4096);
    }
  });

  test('an attempt outlives a restart of the server', async () => {
    const arena = await openArena();
    const run = await prepare(arena, drawn);
    await arena.server.close();
    const again = await openArena(arena.server.config.dataDir, arena.clock);
    expect(await again.player.ask('run', run)).toMatchObject({ ok: true, best: true });
  });

  test('on a connection that has no seat in a room, and on another one than asked for the attempt', async () => {
    const arena = await openArena();
    const run = await prepare(arena, drawn);
    expect(await (await connect(arena.server)).ask('run', run)).toMatchObject({ ok: true });
  });

  test('is taken with its errors, and scored for them', async () => {
    const arena = await openArena();
    const { attempt, seed } = good(await arena.player.ask('attempt', { level: drawn }));
    const course = theCourse(theLevel(drawn), seed);
    const { entries } = playWay(course, seed, { think: 900.7, slips: (_, n) => (n === 0 ? [{ type: 'wait' }] : []) });
    const run = packRun(course, seed, entries);
    if (run === null) throw new Error('too long');
    later(arena.clock, 60_000);
    const answer = await arena.player.ask('run', { attempt, player: newPlayer(), nickname: null, ...run });
    expect(run.claim.refused).toBe(1);
    expect(good(answer).own).toMatchObject({ stars: 2, points: run.claim.points });
  });
});

describe('an attempt', () => {
  test('has another seed each time, never 0, and another proposal for a nickname', async () => {
    const { player } = await openArena();
    const given = await Promise.all(
      Array.from({ length: 12 }, async () => good(await player.ask('attempt', { level: drawn }))),
    );
    expect(new Set(given.map(({ seed }) => seed)).size).toBe(12);
    expect(new Set(given.map(({ nickname }) => nickname)).size).toBeGreaterThan(8);
    for (const { seed, nickname } of given) {
      expect(seed).toBeGreaterThan(0);
      expect(nickname).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+ [1-9]\d$/);
    }
  });

  test.each([
    ['no such level', 'est-99', 'level/unknown'],
    ['a name that every object has', 'constructor', 'level/unknown'],
  ] as const)('%s: refused', async (_what, level, code) => {
    const { player } = await openArena();
    expect(await player.ask('attempt', { level })).toEqual(refusal(code));
  });
});

const waits = Array.from({ length: 20 }, () => ({ type: 'wait' }) as const);

describe('a run that is refused', () => {
  const forged: [string, RunRequest['level'], Parameters<typeof refusal>[0], (run: RunRequest) => object][] = [
    [
      'a move that is edited',
      drawn,
      'run/impossible',
      (run) => ({
        ...run,
        log: withEntry(run.log, firstSend(run.log), (entry) =>
          entry[0] === 'send' ? ([...entry.slice(0, 4), entry[4] + 1, entry[5], entry[6]] as never) : entry,
        ),
      }),
    ],
    [
      'an error that is left out of the claim',
      drawn,
      'run/edited',
      (run) => ({
        ...run,
        log: [...run.log.slice(0, firstSend(run.log)), ['wait', 0, 'client'], ...run.log.slice(firstSend(run.log))],
      }),
    ],
    ['points that are edited', drawn, 'run/edited', (run) => ({ ...run, claim: { ...run.claim, points: 1040 } })],
    ['thinking time that is edited', drawn, 'run/edited', (run) => ({ ...run, claim: { ...run.claim, thinking: 9 } })],
    ['another seed', drawn, 'run/seed', (run) => ({ ...run, seed: run.seed + 1 })],
    [
      'another seed, and its numbers',
      drawn,
      'run/seed',
      (run) => {
        const { lasted: _, ...other } = honest(drawn, 4711);
        return { ...run, ...other };
      },
    ],
    [
      'seed 0, whose numbers everybody knows',
      drawn,
      'run/seed',
      (run) => {
        const { lasted: _, ...other } = honest(drawn, 0);
        return { ...run, ...other };
      },
    ],
    [
      'an attempt at another level',
      drawn,
      'attempt/unknown',
      (run) => {
        const { lasted: _, ...other } = honest('est-01-first-syn', run.seed);
        return { ...run, ...other };
      },
    ],
    ['an attempt that nobody handed out', drawn, 'attempt/unknown', (run) => ({ ...run, attempt: 'a'.repeat(46) })],
    [
      'an attempt whose seed was changed',
      drawn,
      'attempt/unknown',
      // The first 32 bits are the seed.
      (run) => ({ ...run, attempt: run.attempt.replace(/^./, (found) => (found === 'x' ? 'y' : 'x')) }),
    ],
    ['another spelling of its attempt', drawn, 'attempt/unknown', (run) => ({ ...run, attempt: `${run.attempt}A` })],
    ['no such level', drawn, 'level/unknown', (run) => ({ ...run, level: 'est-99' })],
    ['moves for a lab', drawn, 'run/impossible', (run) => ({ ...run, level: 'lab-01-two-tables' })],
    [
      'answers for a level',
      drawn,
      'run/impossible',
      (run) => ({
        ...run,
        log: [
          ['start', 0],
          ['answer', 9, 'filter', 'tcp'],
        ],
      }),
    ],
    ['an old version', drawn, 'run/version', (run) => ({ ...run, version: run.version - 1 })],
    ['other rules of the game', drawn, 'run/version', (run) => ({ ...run, rules: run.rules + 1 })],
    ['a version to come', drawn, 'run/version', (run) => ({ ...run, version: run.version + 1 })],
    [
      'quicker than a hand',
      drawn,
      'run/too-fast',
      (run) => ({
        ...run,
        log: withEntry(run.log, firstSend(run.log), (entry) => [entry[0], 100, ...entry.slice(2)] as never),
      }),
    ],
    [
      'quicker than the sea',
      drawn,
      'run/too-fast',
      (run) => ({
        ...run,
        log: withEntry(run.log, first(run.log, 'on'), (entry) => [entry[0], 0, ...entry.slice(2)] as never),
      }),
    ],
    [
      'past what happens next',
      drawn,
      'run/impossible',
      (run) => ({
        ...run,
        log: withEntry(run.log, first(run.log, 'on'), (entry) => ['on', entry[1], 9000]),
      }),
    ],
    ['no start', drawn, 'run/impossible', (run) => ({ ...run, log: run.log.slice(1) })],
    [
      'the other end',
      drawn,
      'run/impossible',
      (run) => ({
        ...run,
        log: withEntry(
          run.log,
          firstSend(run.log),
          (entry) => [entry[0], entry[1], 'server', ...entry.slice(3)] as never,
        ),
      }),
    ],
    ['half of it', drawn, 'run/not-won', (run) => ({ ...run, log: run.log.slice(0, run.log.length >> 1) })],
    ['an empty log', drawn, 'run/not-won', (run) => ({ ...run, log: [] })],
    [
      'too long',
      fixed,
      'run/too-long',
      (run) => ({
        ...run,
        log: [...run.log, ...Array.from({ length: 130 }, () => ['wait', 0, 'client'])],
      }),
    ],
  ];
  test.each(forged)('%s', async (_what, level, code, change) => {
    const arena = await openArena();
    expect(await sendChanged(arena, level, change)).toEqual(refusal(code));
    expect(await arena.player.ask('board', { level, player: null })).toEqual({ ok: true, runs: [], own: null });
  });

  test('does not use up its attempt', async () => {
    const arena = await openArena();
    const run = await prepare(arena, drawn);
    expect(await arena.player.ask('run', { ...run, claim: { ...run.claim, points: 1 } })).toEqual(
      refusal('run/edited'),
    );
    expect(await arena.player.ask('run', run)).toMatchObject({ ok: true });
  });

  test('the same run twice, one after the other and at once', async () => {
    const arena = await openArena();
    const run = await prepare(arena, drawn);
    const other = await connect(arena.server);
    const [one, two] = await Promise.all([arena.player.ask('run', run), other.ask('run', run)]);
    expect([one, two].filter(({ ok }) => ok)).toHaveLength(1);
    expect([one, two]).toContainEqual(refusal('attempt/used'));
    expect(await other.ask('run', { ...run, player: newPlayer() })).toEqual(refusal('attempt/used'));
    expect(good(await other.ask('board', { level: drawn, player: null })).runs).toHaveLength(1);
  });

  test('an old log for a new attempt, where a level has the same numbers for everybody', async () => {
    const arena = await openArena();
    const run = await prepare(arena, fixed);
    expect(await arena.player.ask('run', run)).toMatchObject({ ok: true });
    const { attempt, seed } = good(await arena.player.ask('attempt', { level: fixed }));
    later(arena.clock, day / 2);
    const copy = { ...run, attempt, seed, player: newPlayer() };
    expect(await arena.player.ask('run', copy)).toEqual(refusal('run/copied'));
  });

  test('more time by its log than by the clock of the server', async () => {
    const arena = await openArena();
    const { attempt, seed } = good(await arena.player.ask('attempt', { level: drawn }));
    const { lasted, ...rest } = honest(drawn, seed);
    const run = { attempt, player: newPlayer(), nickname: null, ...rest };
    expect(await arena.player.ask('run', run)).toEqual(refusal('run/too-soon'));
    later(arena.clock, lasted * 0.9);
    expect(await arena.player.ask('run', run)).toEqual(refusal('run/too-soon'));
    later(arena.clock, lasted * 0.1);
    expect(await arena.player.ask('run', run)).toMatchObject({ ok: true });
  });

  test('an attempt of yesterday', async () => {
    const arena = await openArena();
    const run = await prepare(arena, drawn);
    later(arena.clock, day);
    expect(await arena.player.ask('run', run)).toEqual(refusal('attempt/unknown'));
  });

  const nothing: [string, (run: RunRequest) => object][] = [
    ['a field too many', (run) => ({ ...run, admin: true })],
    ['no log', (run) => ({ ...run, log: null })],
    ['a log that is no list', (run) => ({ ...run, log: {} })],
    ['an entry that is no list', (run) => ({ ...run, log: [{ type: 'start' }] })],
    ['an entry of no kind', (run) => ({ ...run, log: [['cheat', 0]] })],
    ['an entry with a field too many', (run) => ({ ...run, log: [['start', 0, 0]] })],
    ['a clock that runs back', (run) => ({ ...run, log: [['start', -1]] })],
    ['a clock that JSON cannot say', (run) => ({ ...run, log: [['start', Number.NaN]] })],
    ['half a sequence number', (run) => ({ ...run, log: [['send', 400, 'client', 2, 0.5, null, null]] })],
    ['flags that are no octet', (run) => ({ ...run, log: [['send', 400, 'client', 256, 1, null, null]] })],
    ['a payload of no octets', (run) => ({ ...run, log: [['send', 400, 'client', 2, 1, null, [0, 0]]] })],
    ['stars that nobody gets', (run) => ({ ...run, claim: { ...run.claim, stars: 4 } })],
    ['a short secret', (run) => ({ ...run, player: 'me' })],
    ['a nickname that is no text', (run) => ({ ...run, nickname: 7 })],
    ['a very long nickname', (run) => ({ ...run, nickname: 'a'.repeat(65) })],
    ['nothing at all', () => ({})],
    ['a list', () => []],
  ];
  test.each(nothing)('malformed: %s', async (_what, change) => {
    const arena = await openArena();
    expect(await sendChanged(arena, drawn, change)).toEqual(refusal('protocol/malformed'));
  });

  test('beyond what a message may have, `packRun` says so beforehand', () => {
    const course = theCourse(theLevel(fixed), 1);
    const { entries } = playWay(course, 1, { think: 1000, slips: () => waits });
    expect(packRun(course, 1, entries)).toBeNull();
    expect(isTooLong([['start', 0]])).toBe(false);
  });
});
