/**
 * A finished attempt as it is sent to be verified: the level, its seed, the log, and what the player claims of it.
 * All that comes from outside is `unknown` until `readRun` has read it, field by field, at the first fault refused.
 */
import type { Command } from '../game/command.ts';
import { roles } from '../game/role.ts';
import type { Move, SendMove } from '../judge/move.ts';
import { flagNames } from '../tcp/segment.ts';
import { sipHash } from '../stack/sipHash.ts';
import { fromText } from '../octets.ts';
import { type Entry, hintSteps } from './attempt.ts';
import { isFields, isOneOf, isText, isUpTo, isWhole, misfit, type Shape } from './misfit.ts';
import type { Score } from './score.ts';

export const RUN_FORMAT = 1;
/** More entries than this have no human made. */
export const mostEntries = 2000;
/** A day: who thinks longer begins anew. */
export const longestWall = 86_400_000;

export interface Run {
  readonly format: typeof RUN_FORMAT;
  readonly level: string;
  readonly version: number;
  /** Of the game: `RULES`. */
  readonly rules: number;
  /** null: the level as it is written. */
  readonly variant: string | null;
  readonly seed: number;
  /** The level's variables as the player saw them. */
  readonly numbers: { readonly [name: string]: number };
  readonly entries: readonly Entry[];
  readonly claim: Claim;
}

export type Claim = Pick<Score, 'points' | 'stars' | 'thinking' | 'refused' | 'hint'>;

/** The first field that is not what it must be. */
export interface BadField {
  readonly field: string;
}
export type RunRead = { readonly ok: true; readonly value: Run } | { readonly ok: false; readonly error: BadField };

const u32 = isWhole(0xffff_ffff);
const isPayload = (value: unknown): boolean =>
  value === null || misfit(value, { offset: u32, length: (n) => isWhole(65_535)(n) && n !== 0 }, '') === null;
const isFlags = (value: unknown): boolean =>
  Array.isArray(value) && value.every(isOneOf(flagNames)) && new Set(value).size === value.length;

const sendShape = {
  type: isOneOf(['send']),
  flags: isFlags,
  seq: u32,
  ack: (value) => value === null || u32(value),
  payload: isPayload,
} as const satisfies { readonly [field in keyof SendMove]: Shape[string] };
const isMove = (value: unknown): value is Move =>
  misfit(value, { type: isOneOf(['wait']) }, '') === null || misfit(value, sendShape, '') === null;

const virtual = isUpTo(longestWall);
const commandShapes: { readonly [type in Command['type']]: Shape | null } = {
  start: { type: isText, at: virtual },
  advance: { type: isText, at: virtual },
  move: { type: isText, at: virtual, role: isOneOf(roles), move: isMove },
  // Nobody changes seats in a level.
  seat: null,
  occupy: null,
};

function misfitOfCommand(value: unknown, at: string): string | null {
  const type = isFields(value) ? value['type'] : undefined;
  if (type !== 'start' && type !== 'advance' && type !== 'move') return `${at}.type`;
  const shape = commandShapes[type];
  return shape === null ? `${at}.type` : misfit(value, shape, at);
}

function misfitOfEntry(value: unknown, n: number): string | null {
  const at = `entries.${n}`;
  const wall = isUpTo(longestWall);
  if (isFields(value) && value['type'] === 'hint') {
    return misfit(value, { type: isText, wall, role: isOneOf(roles), step: isOneOf(hintSteps) }, at);
  }
  const shape = { type: isOneOf(['command']), wall, command: isFields };
  return misfit(value, shape, at) ?? misfitOfCommand(isFields(value) ? value['command'] : null, `${at}.command`);
}

export const claimShape = {
  points: isUpTo(1040),
  stars: isOneOf([0, 1, 2, 3]),
  thinking: isUpTo(longestWall),
  refused: isWhole(mostEntries),
  hint: isOneOf(hintSteps),
} as const satisfies { readonly [field in keyof Claim]: Shape[string] };

const runShape = {
  format: isUpTo(Number.MAX_SAFE_INTEGER),
  level: isText,
  version: isWhole(1_000_000),
  rules: u32,
  variant: (value) => value === null || isText(value),
  seed: u32,
  numbers: (value) => isFields(value) && Object.values(value).every(u32) && Object.keys(value).length <= 16,
  entries: (value) => Array.isArray(value) && value.length <= mostEntries,
  claim: isFields,
} as const satisfies { readonly [field in keyof Run]: Shape[string] };

/** A run, or the first field that is none. Whether it is true is for `verify` to say. */
export function readRun(found: unknown): RunRead {
  const top = misfit(found, runShape, 'run');
  if (top !== null || !isFields(found)) return { ok: false, error: { field: top ?? 'run' } };
  const entries: readonly unknown[] = Array.isArray(found['entries']) ? found['entries'] : [];
  const wrong = entries.map(misfitOfEntry).find((one) => one !== null) ?? misfit(found['claim'], claimShape, 'claim');
  return wrong === null ? { ok: true, value: found as unknown as Run } : { ok: false, error: { field: wrong } };
}

/** The same log sent twice has the same name, whatever it claims: what a server remembers to refuse copies. */
export function runName({ level, variant, seed, entries }: Run): string {
  const { high, low } = sipHash(new Uint8Array(16), fromText(JSON.stringify([level, variant, seed, entries])));
  return [high, low].map((word) => word.toString(16).padStart(8, '0')).join('');
}
