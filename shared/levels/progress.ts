/**
 * What a browser keeps of a pupil, and what a file carries to another one: plain JSON with a version. No name and no
 * date, only day numbers. Two files merge into the same one in whatever order and however often they are read.
 */
import { type MisconceptionId, misconceptionIds } from '../judge/misconceptions.ts';
import type { Millis } from '../time.ts';
import type { Attempt, Decision } from './attempt.ts';
import { type LevelId, levelIds } from './ids.ts';
import { after, boxes, DAILY, outcomes, outcomesOf, type Row } from './mastery.ts';
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
}

export const noProgress: Progress = { version: PROGRESS_VERSION, levels: {}, rows: {}, shown: [] };

/** After an attempt: its score, if it was won, and what its decisions show, won or not. */
export function afterAttempt(progress: Progress, attempt: Attempt, day: number): Progress {
  const { id } = attempt.course.level;
  const rows = attempt.decisions.reduce((sofar, decision) => afterDecision(sofar, decision, id, day), progress.rows);
  return withScore({ ...progress, rows }, id, scoreOf(attempt), day);
}

/** After a puzzle of the daily three. */
export const afterPuzzle = (progress: Progress, decision: Decision, day: number): Progress => ({
  ...progress,
  rows: afterDecision(progress.rows, decision, DAILY, day),
});

const afterDecision = (rows: Progress['rows'], decision: Decision, level: string, day: number): Progress['rows'] =>
  outcomesOf(decision).reduce<Progress['rows']>(
    (sofar, [id, outcome]) => ({ ...sofar, [id]: after(sofar[id], outcome, level, day) }),
    rows,
  );

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

/** Both files' best; of each misconception, what was seen last. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const levels: { [id in LevelId]?: Best } = {};
  for (const id of levelIds) {
    const best = both(a.levels[id], b.levels[id], bestOf);
    if (best !== undefined) levels[id] = best;
  }
  const rows: { [id in MisconceptionId]?: Row } = {};
  for (const id of misconceptionIds) {
    const row = both(a.rows[id], b.rows[id], later);
    if (row !== undefined) rows[id] = row;
  }
  const shown = procedures.filter((one) => a.shown.includes(one) || b.shown.includes(one));
  return { version: PROGRESS_VERSION, levels, rows, shown };
}

const both = <T>(a: T | undefined, b: T | undefined, join: (a: T, b: T) => T): T | undefined =>
  a === undefined ? b : b === undefined ? a : join(a, b);

/** Who saw it last knows most; of two equals the one with more behind it. Any total order would do. */
function later(a: Row, b: Row): Row {
  if (a.seen !== b.seen) return a.seen > b.seen ? a : b;
  if (a.met !== b.met) return a.met > b.met ? a : b;
  return order(a) >= order(b) ? a : b;
}

const order = (row: Row): string =>
  JSON.stringify([row.clean, row.box, row.due, row.first, row.last, row.levels, row.recent]);

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
  const { version, levels, rows, shown } = found;
  if (typeof version !== 'number') return { ok: false, error: 'not-progress', field: 'version' };
  if (version > PROGRESS_VERSION) return { ok: false, error: 'too-new', field: 'version' };
  const damage = damageOf({ levels, rows, shown });
  if (damage !== null) return { ok: false, error: 'damaged', field: damage };
  return { ok: true, value: mergeProgress(noProgress, found as unknown as Progress) };
}

type Fields = { readonly [name: string]: unknown };
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown, most = Number.MAX_SAFE_INTEGER): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;
const isDay = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value);
const isOneOf = (list: readonly unknown[], value: unknown): boolean => list.includes(value);

/** The first field that is not what it must be; null: all are. Unknown levels and misconceptions are left out later. */
function damageOf({ levels, rows, shown }: Fields): string | null {
  if (!isRecord(levels)) return 'levels';
  if (!isRecord(rows)) return 'rows';
  if (!Array.isArray(shown) || !shown.every((one) => isOneOf(procedures, one))) return 'shown';
  for (const [id, best] of Object.entries(levels)) if (!isBest(best)) return `levels.${id}`;
  for (const [id, row] of Object.entries(rows)) if (!isRow(row)) return `rows.${id}`;
  return null;
}

const isBest = (best: unknown): boolean =>
  isRecord(best) &&
  isOneOf([1, 2, 3], best['stars']) &&
  typeof best['points'] === 'number' &&
  best['points'] >= 0 &&
  best['points'] <= 1040 &&
  isCount(best['thinking'] === undefined ? -1 : Math.floor(Number(best['thinking']))) &&
  isDay(best['won']);

function isRow(row: unknown): boolean {
  if (!isRecord(row)) return false;
  const { clean, levels, first, last, box, due, recent, met, seen } = row;
  if (!isCount(met) || !isCount(clean, Number(met)) || !isOneOf(boxes, box) || !isDay(due) || !isDay(seen))
    return false;
  if (!Array.isArray(levels) || !levels.every((one) => typeof one === 'string') || levels.length > Number(clean)) {
    return false;
  }
  if (!Array.isArray(recent) || recent.length > 3 || !recent.every((one) => isOneOf(outcomes, one))) return false;
  return Number(clean) === 0 ? first === null && last === null : isDay(first) && isDay(last);
}
