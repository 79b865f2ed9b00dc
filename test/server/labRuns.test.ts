/** Labs on the board: their answers are marked again by the server. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { labIds, type LabId } from '../../shared/lessons/lab/frames.ts';
import { playLab } from '../../shared/lessons/lab/attempt.ts';
import { isLabLogTooLong, type LabLog, packLabLog, packLabRun, unpackLabLog } from '../../shared/protocol/labLog.ts';
import { logLimit } from '../../shared/protocol/log.ts';
import type { RefusalCode } from '../../shared/protocol/refusal.ts';
import { type Request, requests } from '../../shared/protocol/request.ts';
import { logOf } from '../shared/lessons/lab/solutions.ts';
import { type Arena, later, newPlayer, openArena, refusal, sendRaw } from './attempts.ts';
import { good } from './harness.ts';

const first: LabId = 'lab-01-two-tables';

const answers = (run: Request<'run'>): LabLog => run.log as LabLog;

/** A whole lab: an attempt is asked for, the report is filled in while the clock goes on. */
async function prepare({ player, clock }: Arena, id: LabId = first): Promise<Request<'run'>> {
  const { attempt, seed } = good(await player.ask('attempt', { level: id }));
  const run = packLabRun(id, seed, logOf(id));
  if (run === null) throw new Error('too long');
  later(clock, logOf(id).at(-1)?.wall ?? 0);
  return { attempt, player: newPlayer(), nickname: 'Calm Heron 27', ...run };
}

describe('a lab that was done', () => {
  test.each(labIds)('%s: is marked again, and stands on the board', async (id) => {
    const arena = await openArena();
    const run = await prepare(arena, id);
    const { stars, points, thinking } = run.claim;
    expect(stars).toBe(3);
    const own = { place: 1, nickname: 'Calm Heron 27', stars, points, thinking };
    expect(await arena.player.ask('run', run)).toEqual({ ok: true, best: true, own });
    expect(await arena.player.ask('board', { level: id, player: run.player })).toEqual({ ok: true, runs: [own], own });
    expect(await arena.player.ask('run', run)).toEqual(refusal('attempt/used'));
  });

  test.each<[what: string, code: RefusalCode, change: (run: Request<'run'>) => object]>([
    ['more points', 'run/edited', (run) => ({ ...run, claim: { ...run.claim, points: 1040 } })],
    ['half of it', 'run/not-won', (run) => ({ ...run, log: run.log.slice(0, 20) })],
    [
      'a wrong answer',
      'run/not-won',
      (run) => ({ ...run, log: answers(run).with(4, ['answer', 1000, 'opening.0.ack', '7']) }),
    ],
    ['all at once', 'run/too-fast', (run) => ({ ...run, log: answers(run).map((entry) => entry.with(1, 0)) })],
    ['no start', 'run/impossible', (run) => ({ ...run, log: run.log.slice(1) })],
    ['an old version', 'run/version', (run) => ({ ...run, version: run.version + 1 })],
    ['other rules', 'run/version', (run) => ({ ...run, rules: run.rules + 1 })],
    ['another seed', 'run/seed', (run) => ({ ...run, seed: run.seed + 1 })],
    ['an attempt at the other lab', 'attempt/unknown', (run) => ({ ...run, level: 'lab-02-hex-and-relative' })],
    [
      'a kind of entry that there is not',
      'protocol/malformed',
      (run) => ({
        ...run,
        log: [
          ['start', 0],
          ['win', 0],
        ],
      }),
    ],
    [
      'an endless answer',
      'protocol/malformed',
      (run) => ({
        ...run,
        log: [
          ['start', 0],
          ['answer', 9, 'filter', 'x'.repeat(201)],
        ],
      }),
    ],
    [
      'too much of it',
      'run/too-long',
      (run) => ({
        ...run,
        log: answers(run).concat(Array.from({ length: 13 }, () => ['answer', 1, 'filter', '抓'.repeat(40)] as const)),
      }),
    ],
  ])('%s: refused', async (_what, code, change) => {
    const arena = await openArena();
    expect(await sendRaw(arena.player, change(await prepare(arena)))).toEqual(refusal(code));
    expect(await arena.player.ask('board', { level: first, player: null })).toEqual({ ok: true, runs: [], own: null });
  });

  test('cannot have taken longer than since it was asked for', async () => {
    const arena = await openArena();
    const { attempt, seed } = good(await arena.player.ask('attempt', { level: first }));
    const run = packLabRun(first, seed, logOf(first));
    const sent = { attempt, player: newPlayer(), nickname: null, ...run };
    expect(await sendRaw(arena.player, sent)).toEqual(refusal('run/too-soon'));
  });
});

describe('the compact form', () => {
  test.each(labIds)('%s: what comes back is what was answered', (id) => {
    const log = packLabLog(logOf(id, 1000.4));
    const back = unpackLabLog(log);
    expect(playLab(id, back).answers).toEqual(playLab(id, logOf(id)).answers);
    expect(v.is(requests.run.entries.log, JSON.parse(JSON.stringify(log)))).toBe(true);
    expect(back.at(-1)?.wall).toBe(Math.round(logOf(id, 1000.4).at(-1)?.wall ?? 0));
  });

  test('has help, and leaves room for twenty mistakes', () => {
    const help = { type: 'hint', wall: 7, part: 'opening', step: 2 } as const;
    expect(packLabLog([help])).toEqual([['help', 7, 'opening', 2]]);
    expect(unpackLabLog([['help', 7, 'opening', 2]])).toEqual([help]);
    const slips = Array.from({ length: 20 }, () => ['answer', 1000, 'opening.0.seq', '3028281901'] as const);
    expect(isLabLogTooLong([...packLabLog(logOf(first)), ...slips])).toBe(false);
    const message = JSON.stringify({
      attempt: 'a'.repeat(46),
      player: 'p'.repeat(43),
      ...packLabRun(first, 1, logOf(first)),
    });
    expect(Buffer.byteLength(message)).toBeLessThan(
      4096 - (logLimit - JSON.stringify(packLabLog(logOf(first))).length),
    );
  });
});
