/**
 * What a browser keeps of a pupil, and what a file carries to another one: plain JSON with a version. No name and no
 * date, only day numbers. Two files merge into the same one in whatever order and however often they are read.
 */
import { type MisconceptionId, misconceptionIds } from '../judge/misconceptions.ts';
import { roles } from '../game/role.ts';
import type { Millis } from '../time.ts';
import type { Attempt, Decision } from './attempt.ts';
import { type LevelId, levelIds } from './ids.ts';
import {
  after,
  boxes,
  committedIn,
  DAILY,
  joinRows,
  mostCleans,
  type Outcome,
  outcomes,
  outcomesOf,
  type Row,
} from './mastery.ts';
import { type Procedure, procedures } from './procedures.ts';
import { type Score, scoreOf, type Stars } from './score.ts';

export const PROGRESS_VERSION = 1;

/** The best of all attempts, each field for itself. */
export interface Best {
  readonly stars: Stars;
  readonly points: number;
  /** The shortest thinking time of an attempt that was won. */
  readonly thinking: Millis;
  /** The day on which it was first won. */
  readonly won: number;
}

export interface Progress {
  readonly version: typeof PROGRESS_VERSION;
  /** Levels that were won. */
  readonly levels: { readonly [id in LevelId]?: Best };
  readonly rows: { readonly [id in MisconceptionId]?: Row };
  /** Procedures whose demonstration was seen. */
  readonly shown: readonly Procedure[];
  /** The daily three of the last day on which one was begun; null: never. */
  readonly daily: Daily | null;
}

/** Three at most: what was to be asked on that day, and what has been answered of it. */
export interface Daily {
  readonly day: number;
  readonly asks: readonly MisconceptionId[];
  readonly done: readonly MisconceptionId[];
}

export const noProgress: Progress = { version: PROGRESS_VERSION, levels: {}, rows: {}, shown: [], daily: null };

/** After an attempt, also one that is still going on: its score, if it was won, and what its decisions show. */
export const afterAttempt = (progress: Progress, attempt: Attempt, day: number): Progress =>
  withScore(afterPractice(progress, attempt, day), attempt.course.level.id, scoreOf(attempt), day);

/** After a second attempt at a level, played otherwise: what its decisions show, and no score. */
export function afterPractice(progress: Progress, attempt: Attempt, day: number): Progress {
  const { id } = attempt.course.level;
  const decided = attempt.decisions.reduce((sofar, decision) => afterDecision(sofar, decision, id, day), progress.rows);
  // A mistake is a mistake, also where the player goes away without mending it.
  const open = roles.flatMap((role) => [...committedIn(attempt.open[role]?.submissions ?? [])]);
  const rows = open.reduce<Progress['rows']>(
    (sofar, slip) => withOutcome(sofar, slip, 'committed', { level: id, day }),
    decided,
  );
  return { ...progress, rows };
}

/** After a puzzle of the daily three; `submissions` alone, where it is not answered yet. */
export const afterPuzzle = (progress: Progress, decision: Decision, day: number): Progress => {
  const answered = decision.submissions.at(-1)?.refused === null;
  const slips = [...committedIn(decision.submissions)];
  return {
    ...progress,
    rows: answered
      ? afterDecision(progress.rows, decision, DAILY, day)
      : slips.reduce<Progress['rows']>(
          (sofar, slip) => withOutcome(sofar, slip, 'committed', { level: DAILY, day }),
          progress.rows,
        ),
  };
};

const afterDecision = (rows: Progress['rows'], decision: Decision, level: string, day: number): Progress['rows'] =>
  outcomesOf(decision).reduce<Progress['rows']>(
    (sofar, [id, outcome]) => withOutcome(sofar, id, outcome, { level, day }),
    rows,
  );

const withOutcome = (
  rows: Progress['rows'],
  id: MisconceptionId,
  outcome: Outcome,
  { level, day }: { readonly level: string; readonly day: number },
): Progress['rows'] => ({ ...rows, [id]: after(rows[id], outcome, level, day) });

/** A level that was solved without a match (the lab) has a score, too. */
export function withScore(progress: Progress, id: string, score: Score, day: number): Progress {
  const level = levelIds.find((one) => one === id);
  if (level === undefined || score.stars === 0) return progress;
  const { stars, points, thinking } = score;
  const best = bestOf(progress.levels[level], { stars, points, thinking, won: day });
  return { ...progress, levels: { ...progress.levels, [level]: best } };
}

function bestOf(a: Best | undefined, b: Best): Best {
  if (a === undefined) return b;
  return {
    stars: a.stars > b.stars ? a.stars : b.stars,
    points: Math.max(a.points, b.points),
    thinking: Math.min(a.thinking, b.thinking),
    won: Math.min(a.won, b.won),
  };
}

/** Both files' best; of each misconception, what either knows. Nothing that one file has is lost. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const levels: { [id in LevelId]?: Best } = {};
  for (const id of levelIds) {
    const best = both(a.levels[id], b.levels[id], bestOf);
    if (best !== undefined) levels[id] = best;
  }
  const rows: { [id in MisconceptionId]?: Row } = {};
  for (const id of misconceptionIds) {
    const row = both(a.rows[id], b.rows[id], joinRows);
    if (row !== undefined) rows[id] = row;
  }
  const shown = procedures.filter((one) => a.shown.includes(one) || b.shown.includes(one));
  return { version: PROGRESS_VERSION, levels, rows, shown, daily: laterDaily(a.daily, b.daily) };
}

const both = <T>(a: T | undefined, b: T | undefined, join: (a: T, b: T) => T): T | undefined =>
  a === undefined ? b : b === undefined ? a : join(a, b);

/** The later day's; of one day's, the one that is further. Any total order would do. */
function laterDaily(a: Daily | null, b: Daily | null): Daily | null {
  if (a === null || b === null) return a ?? b;
  if (a.day !== b.day) return a.day > b.day ? a : b;
  if (a.done.length !== b.done.length) return a.done.length > b.done.length ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

/** Why a file is not taken. */
export const progressErrors = ['not-json', 'not-progress', 'too-new', 'damaged'] as const;
export type ProgressError = (typeof progressErrors)[number];
export type ProgressRead =
  | { readonly ok: true; readonly value: Progress }
  /** `field`: where the damage is; '' where nothing could be read. */
  | { readonly ok: false; readonly error: ProgressError; readonly field: string };

export const writeProgress = (progress: Progress): string => JSON.stringify(progress);

/** Progress from a file, or why not. Parsed by hand: valibot lives above this floor. */
export function readProgress(text: string): ProgressRead {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return { ok: false, error: 'not-json', field: '' };
  }
  if (!isRecord(found)) return { ok: false, error: 'not-progress', field: '' };
  const { version, levels, rows, shown, daily } = found;
  if (typeof version !== 'number') return { ok: false, error: 'not-progress', field: 'version' };
  if (version > PROGRESS_VERSION) return { ok: false, error: 'too-new', field: 'version' };
  const damage = damageOf({ levels, rows, shown, daily });
  if (damage !== null) return { ok: false, error: 'damaged', field: damage };
  // With itself: that leaves out what this version does not know, and puts the rest in order.
  const read = found as unknown as Progress;
  return { ok: true, value: mergeProgress(read, read) };
}

type Fields = { readonly [name: string]: unknown };
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown, most = Number.MAX_SAFE_INTEGER): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;
const isDay = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value);
const isOneOf = (list: readonly unknown[], value: unknown): boolean => list.includes(value);

/** The first field that is not what it must be; null: all are. Unknown levels and misconceptions are left out later. */
function damageOf({ levels, rows, shown, daily }: Fields): string | null {
  if (!isRecord(levels)) return 'levels';
  if (!isRecord(rows)) return 'rows';
  if (!Array.isArray(shown) || !shown.every((one) => isOneOf(procedures, one))) return 'shown';
  for (const [id, best] of Object.entries(levels)) if (!isBest(best)) return `levels.${id}`;
  for (const [id, row] of Object.entries(rows)) if (!isRow(row)) return `rows.${id}`;
  return isDaily(daily) ? null : 'daily';
}

const isBest = (best: unknown): boolean =>
  isRecord(best) &&
  isOneOf([1, 2, 3], best['stars']) &&
  typeof best['points'] === 'number' &&
  best['points'] >= 0 &&
  best['points'] <= 1040 &&
  isCount(best['thinking'] === undefined ? -1 : Math.floor(Number(best['thinking']))) &&
  isDay(best['won']);

const areAsks = (list: unknown): list is readonly unknown[] =>
  Array.isArray(list) && list.length <= 3 && list.every((id) => isOneOf(misconceptionIds, id));

function isDaily(daily: unknown): boolean {
  if (daily === null) return true;
  if (!isRecord(daily)) return false;
  const { day, asks, done } = daily;
  return isDay(day) && areAsks(asks) && areAsks(done) && done.every((id) => asks.includes(id));
}

function isRow(row: unknown): boolean {
  if (!isRecord(row)) return false;
  const { slip, cleans, box, due, recent, met, seen } = row;
  if (!isCount(met) || !isOneOf(boxes, box) || !isDay(due) || !isDay(seen)) return false;
  if (slip !== null && !(isRecord(slip) && isDay(slip['day']) && isCount(slip['nth']))) return false;
  if (!Array.isArray(cleans) || cleans.length > mostCleans || !cleans.every(isClean)) return false;
  return Array.isArray(recent) && recent.length <= 3 && recent.every((one) => isOneOf(outcomes, one));
}

const isClean = (clean: unknown): boolean =>
  isRecord(clean) &&
  isDay(clean['day']) &&
  typeof clean['level'] === 'string' &&
  clean['level'].length <= 64 &&
  isCount(clean['times'], 10_000) &&
  clean['times'] !== 0;
