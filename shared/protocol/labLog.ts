/** The log of a lab in the form in which it crosses the socket: the answers, one short list each. See `log.ts`. */
import type { HintStep } from '../levels/attempt.ts';
import type { LabAttempt, LabEntry } from '../lessons/lab/attempt.ts';
import { playLab } from '../lessons/lab/attempt.ts';
import type { Part } from '../lessons/lab/labs.ts';
import { type LabRun, runOfLab } from '../lessons/lab/run.ts';
import { fromText } from '../octets.ts';
import type { Run } from '../levels/run.ts';
import { type Log, logLimit } from './log.ts';

/** The second field is the wall clock since the entry before, in milliseconds. */
export type LabLogEntry =
  | readonly ['start', number]
  /** What was handed in for a field. */
  | readonly ['answer', number, string, string]
  | readonly ['help', number, Part, HintStep];
export type LabLog = readonly LabLogEntry[];

/** A log of answers, not of moves. Only a start may be in both. */
export const isLabLog = (log: Log | LabLog): log is LabLog =>
  log.every(([kind]) => kind === 'start' || kind === 'answer' || kind === 'help');
export const isMoveLog = (log: Log | LabLog): log is Log => log.every(([kind]) => kind !== 'answer' && kind !== 'help');

/** Answers may be in any script, so octets are counted, not letters. */
export const isLabLogTooLong = (log: LabLog): boolean => fromText(JSON.stringify(log)).length > logLimit;

export function unpackLabLog(log: LabLog): readonly LabEntry[] {
  let wall = 0;
  return log.map((entry): LabEntry => {
    wall += entry[1];
    if (entry[0] === 'start') return { type: 'start', wall };
    if (entry[0] === 'help') return { type: 'hint', wall, part: entry[2], step: entry[3] };
    return { type: 'answer', wall, field: entry[2], typed: entry[3] };
  });
}

/** Times are whole milliseconds. */
export function packLabLog(entries: readonly LabEntry[]): LabLog {
  let wall = 0;
  return entries.map((entry): LabLogEntry => {
    const until = Math.max(wall, Math.round(entry.wall));
    const passed = until - wall;
    wall = until;
    if (entry.type === 'start') return ['start', passed];
    if (entry.type === 'hint') return ['help', passed, entry.part, entry.step];
    return ['answer', passed, entry.field, entry.typed.trim()];
  });
}

/** What a `run` says of a lab. Its seed says nothing: a lab's numbers are the same for everybody. */
export interface PackedLabRun extends Pick<Run, 'level' | 'version' | 'rules' | 'seed' | 'claim'> {
  readonly log: LabLog;
}

/** null: longer than a message may be. Such a lab counts in the browser, but on no board. */
export function packLabRun(id: LabAttempt['id'], seed: number, entries: readonly LabEntry[]): PackedLabRun | null {
  const log = packLabLog(entries);
  if (isLabLogTooLong(log)) return null;
  const sent = unpackLabLog(log);
  const { level, version, rules, claim }: LabRun = runOfLab(sent, playLab(id, sent));
  return { level, version, rules, seed, log, claim };
}
