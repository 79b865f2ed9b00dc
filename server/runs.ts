/**
 * Finished levels: a seed is handed out, the log that comes back is folded again, and what holds stands on the board
 * of its level. Nothing that a client says of itself is believed.
 */
import { createHash } from 'node:crypto';
import { levelOf } from '../shared/levels/catalogue.ts';
import { longestWall, type Run, RUN_FORMAT } from '../shared/levels/run.ts';
import { numbered } from '../shared/levels/plan.ts';
import { sayRefusal } from '../shared/levels/texts/runTexts.ts';
import { type LabRun, type LabVerified, verifyLab } from '../shared/lessons/lab/run.ts';
import {
  type Known,
  numbersOf,
  type RunFault,
  type RunRefusal,
  type Verified,
  verify,
} from '../shared/levels/verify.ts';
import type { Answer } from '../shared/protocol/answer.ts';
import { isLabLog, isLabLogTooLong, isMoveLog, unpackLabLog } from '../shared/protocol/labLog.ts';
import { isTooLong, unpackLog } from '../shared/protocol/log.ts';
import { normaliseNickname } from '../shared/protocol/nickname.ts';
import { type Refusal, type RefusalCode, refuse } from '../shared/protocol/refusal.ts';
import type { Request } from '../shared/protocol/request.ts';
import { nameAttempt, readAttempt } from './attempts.ts';
import { drawSeed } from './chance.ts';
import type { House } from './house.ts';
import { drawNickname } from './nicknames.ts';
import { type BoardOf, keptFor } from './store/runStore.ts';
import { hashOf } from './secret.ts';

/** Lines of a board. */
const top = 20;

/** What the player is told; the sentence of the log says more. */
const codes: { readonly [fault in RunFault]: RefusalCode } = {
  form: 'protocol/malformed',
  format: 'protocol/malformed',
  level: 'level/unknown',
  version: 'run/version',
  rules: 'run/version',
  variant: 'run/impossible',
  lab: 'run/impossible',
  seed: 'run/seed',
  numbers: 'run/seed',
  copy: 'run/copied',
  start: 'run/impossible',
  order: 'run/impossible',
  role: 'run/impossible',
  'nobody-asked': 'run/impossible',
  clock: 'run/impossible',
  'too-fast': 'run/too-fast',
  'too-short': 'run/too-soon',
  'not-won': 'run/not-won',
  'after-win': 'run/impossible',
  edited: 'run/edited',
};
const refuseRun = (why: RunRefusal): Refusal => ({ ...refuse(codes[why.fault]), message: sayRefusal(why, 'en') });

/** Hands out a seed. Never 0: that one stands for the numbers that everybody can read in the level. */
export async function handOut(house: House, request: Request<'attempt'>): Promise<Answer<'attempt'>> {
  const level = levelOf(request.level);
  if (level === null) return refuse('level/unknown');
  const seed = Math.max(1, drawSeed());
  const key = await house.store.attemptKey();
  const attempt = nameAttempt(key, level.id, { seed, at: house.clock.date() });
  return { ok: true, attempt, seed, nickname: drawNickname() };
}

export async function takeRun(house: House, request: Request<'run'>): Promise<Answer<'run'>> {
  const { level, version, log } = request;
  const why = whyNot(request);
  if (why !== null) return why;
  const nickname = nameFrom(request.nickname);
  if (nickname === null) return refuse('nickname/not-allowed');
  const handed = readAttempt(await house.store.attemptKey(), level, request.attempt);
  const now = house.clock.date();
  const elapsed = handed === null ? 0 : now - handed.at;
  if (handed === null || elapsed > longestWall) return refuse('attempt/unknown');
  const verified = verifyAny(request, { seed: handed.seed, elapsed, isCopy: null });
  if (!verified.ok) return refuseRun(verified.refusal);
  const { stars, points, thinking } = verified.score;
  const player = hashOf(request.player);
  const kept = { level, version, player, nickname, stars, points, thinking, seed: handed.seed, log, at: now };
  const taken = await house.store.takeRun({ ...kept, attempt: request.attempt, digest: digestOf(request) });
  if (taken === 'used') return refuse('attempt/used');
  if (taken === 'copied') return refuse('run/copied');
  const own = await house.store.standing(boardOf(house, level, version), player);
  return { ok: true, best: taken === 'better', own };
}

/** null: not allowed. */
const nameFrom = (wanted: string | null): string | null =>
  wanted === null ? drawNickname() : normaliseNickname(wanted);

/** What can be said without folding the log. */
function whyNot({ level, version, log }: Request<'run'>): Refusal | null {
  const found = levelOf(level);
  if (found === null) return refuse('level/unknown');
  if (found.version !== version) return refuse('run/version');
  if (found.mode === 'lab' ? !isLabLog(log) : !isMoveLog(log)) return refuse('run/impossible');
  return isLogTooLong(log) ? refuse('run/too-long') : null;
}

export async function board(house: House, { level, player }: Request<'board'>): Promise<Answer<'board'>> {
  const found = levelOf(level);
  if (found === null) return refuse('level/unknown');
  const which = boardOf(house, level, found.version);
  const runs = await house.store.board(which, top);
  const own = player === null ? null : await house.store.standing(which, hashOf(player));
  return { ok: true, runs, own };
}

/** All lines of a player, on every board. */
export async function renamePlayer(house: House, request: Request<'rename'>): Promise<Answer<'rename'>> {
  const nickname = nameFrom(request.nickname);
  if (nickname === null) return refuse('nickname/not-allowed');
  await house.store.renamePlayer(hashOf(request.player), nickname);
  return { ok: true, nickname };
}

export async function forgetPlayer(house: House, { player }: Request<'forget'>): Promise<Answer<'forget'>> {
  return { ok: true, runs: await house.store.forgetPlayer(hashOf(player)) };
}

const boardOf = ({ clock }: House, level: string, version: number): BoardOf => ({
  level,
  version,
  since: clock.date() - keptFor,
});

/** A level's log is folded again, a lab's answers are marked again. */
function verifyAny(request: Request<'run'>, known: Known): Verified | LabVerified {
  const { level, version, rules, seed, log, claim } = request;
  const claimed = { format: RUN_FORMAT, level, version, rules, claim } as const;
  const found = levelOf(level);
  if (found?.mode === 'lab') {
    const answers: LabRun = { ...claimed, entries: isLabLog(log) ? unpackLabLog(log) : [] };
    return seed === known.seed
      ? verifyLab(answers, known)
      : { ok: false, refusal: { fault: 'seed', at: null, field: '' } };
  }
  const numbers = found === null ? {} : numbersOf(numbered(found, seed));
  const moves: Run = { ...claimed, variant: null, seed, numbers, entries: isMoveLog(log) ? unpackLog(log) : [] };
  return verify(moves, known);
}

const isLogTooLong = (log: Request<'run'>['log']): boolean =>
  isMoveLog(log) ? isTooLong(log) : isLabLog(log) && isLabLogTooLong(log);

/** Without the seed: where a level draws no numbers, an old log would fit every new attempt. */
const digestOf = ({ level, version, log }: Request<'run'>): string =>
  createHash('sha256')
    .update(JSON.stringify([level, version, log]))
    .digest('base64url');
