/**
 * The log of a level in the form in which it crosses the socket: one short list for each entry. It says nothing that
 * follows from the rest (a move happens where the match stands), so there is less to send and less to forge. Without
 * the schema library, for browsers; the schema is in request.ts.
 */
import type { Role } from '../game/role.ts';
import type { Move } from '../judge/move.ts';
import { type Entry, type HintStep, playAttempt } from '../levels/attempt.ts';
import type { Course } from '../levels/course.ts';
import type { Run } from '../levels/run.ts';
import { quickestSea, runOf } from '../levels/verify.ts';
import { bitOf, flagsOf } from '../tcp/segment.ts';
import type { Millis } from '../time.ts';

/** At most this many octets of JSON: with all else, a message of 4,096 octets. */
export const logLimit = 3400;

/** Steps of the wall clock in a millisecond: the least time of a whole virtual millisecond, or of a hand, is whole. */
const ticks = quickestSea;

/** The second field is always the wall clock since the entry before, in milliseconds. */
export type LogEntry =
  | readonly ['start', number]
  /** On to this virtual instant. */
  | readonly ['on', number, Millis]
  | readonly ['wait', number, Role]
  /** Flags as the octet of the TCP header, SEG.SEQ, SEG.ACK, and offset and length of the payload. */
  | readonly ['send', number, Role, number, number, number | null, readonly [number, number] | null]
  | readonly ['hint', number, Role, HintStep];
export type Log = readonly LogEntry[];

export const isTooLong = (log: Log): boolean => JSON.stringify(log).length > logLimit;

/** The entries of a log, each at the instant at which the match stands then. */
export function unpackLog(log: Log): readonly Entry[] {
  let wall = 0;
  let at = 0;
  return log.map((entry): Entry => {
    wall += Math.round(entry[1] * ticks);
    const clock = { wall: wall / ticks };
    if (entry[0] === 'hint') return { type: 'hint', ...clock, role: entry[2], step: entry[3] };
    if (entry[0] === 'start') return { type: 'command', ...clock, command: { type: 'start', at: 0 } };
    if (entry[0] === 'on') {
      at = entry[2];
      return { type: 'command', ...clock, command: { type: 'advance', at } };
    }
    return { type: 'command', ...clock, command: { type: 'move', at, role: entry[2], move: moveOf(entry) } };
  });
}

function moveOf(entry: LogEntry & readonly ['wait' | 'send', ...unknown[]]): Move {
  if (entry[0] === 'wait') return { type: 'wait' };
  const [, , , ctl, seq, ack, part] = entry;
  const named = part === null ? null : { offset: part[0], length: part[1] };
  return { type: 'send', flags: flagsOf(ctl), seq, ack, payload: named };
}

/** null: entries that no attempt at a level has, such as a move at an instant at which the match does not stand. */
export function packLog(entries: readonly Entry[]): Log | null {
  let wall = 0;
  let at = 0;
  const log = entries.map((entry): LogEntry | null => {
    const until = Math.round(entry.wall * ticks);
    const passed = (until - wall) / ticks;
    wall = until;
    if (entry.type === 'hint') return ['hint', passed, entry.role, entry.step];
    const { command } = entry;
    if (command.type === 'start') return ['start', passed];
    if (command.type === 'advance') {
      at = command.at;
      return ['on', passed, at];
    }
    return command.type === 'move' && command.at === at ? packMove(passed, command.role, command.move) : null;
  });
  return log.includes(null) ? null : log.filter((entry) => entry !== null);
}

function packMove(passed: number, by: Role, move: Move): LogEntry {
  if (move.type === 'wait') return ['wait', passed, by];
  const { flags, seq, ack, payload: part } = move;
  const ctl = flags.reduce((sum, flag) => sum | bitOf(flag), 0);
  return ['send', passed, by, ctl, seq, ack, part === null ? null : [part.offset, part.length]];
}

/** What a `run` says of the attempt. The claim is that of the log as it is sent: its clock is a little coarser. */
export interface PackedRun extends Pick<Run, 'level' | 'version' | 'rules' | 'seed' | 'claim'> {
  readonly log: Log;
}

/** null: longer than a message may be, or no log of a level. Such a win counts in the browser, but on no board. */
export function packRun(course: Course, seed: number, entries: readonly Entry[]): PackedRun | null {
  const log = packLog(entries);
  if (log === null || isTooLong(log)) return null;
  const sent = unpackLog(log);
  const { level, version, rules, claim } = runOf(course, seed, sent, playAttempt(course, seed, sent));
  return { level, version, rules, seed, log, claim };
}
