/** The pupil's report: what was typed, what was submitted, and the clock. The log is what `verifyLab` reads. */
import { batch, computed, signal } from '@preact/signals';
import {
  beginLab,
  enterLab,
  isPartDone,
  isRight,
  isTimed,
  type LabAttempt,
  type LabEntry,
} from '../../shared/lessons/lab/attempt.ts';
import type { LabId } from '../../shared/lessons/lab/frames.ts';
import { type Part, parts } from '../../shared/lessons/lab/labs.ts';
import { givenIn, type Practice, practiceFrom } from '../../shared/lessons/lab/practice.ts';
import { scoreOfLab } from '../../shared/lessons/lab/score.ts';
import type { LabHintStep } from '../../shared/lessons/texts/labTexts.ts';
import type { Score } from '../../shared/levels/score.ts';
import { withScore } from '../../shared/levels/progress.ts';
import { packLabRun } from '../../shared/protocol/labLog.ts';
import { today, wall } from '../clock.ts';
import { type Handed, takeHanded } from '../solo/handed.ts';
import { bestAt, keep, progress } from '../solo/progress.ts';
import { sendRun, sent } from '../solo/sent.ts';
import { place } from '../state/store.ts';
import { followOpen, layOut } from './bench.ts';

interface Report {
  readonly attempt: LabAttempt;
  readonly entries: readonly LabEntry[];
}

/** null: the card before the lab is read. */
export const report = signal<Report | null>(null);
/** What stands in the fields, submitted or not. */
export const drafts = signal<{ readonly [field: string]: string }>({});
export const part = signal<Part>('filter');
/** What a finished lab earned. `record`: the shortest thinking time so far. */
export interface LabWin extends Score {
  readonly record: boolean;
}
export const won = signal<LabWin | null>(null);
/** The last answers are read before the result is looked at. */
export const resultShown = signal(false);

/** The tables once more, with gaps and out of order; null: the lab itself. It is written down nowhere. */
export const practice = signal<Practice | null>(null);

/** What the server handed out for this attempt; null: nothing, or it was used. */
let handed: Handed | null = null;
/** The wall clock when the attempt began. */
let began = 0;

/** Begins a lab from its card, or once more. */
export async function begin(id: LabId): Promise<void> {
  const before = report.peek();
  const given = handed ?? (await takeHanded(id));
  const here = place.peek();
  // The player may have gone elsewhere while the server was asked.
  if (here.type !== 'level' || here.id !== id || report.peek() !== before) return;
  handed = given;
  start(id);
}

/** After a lab: its tables with gaps. */
export function practise(seed: number): void {
  const exercise = practiceFrom(seed);
  start('lab-01-two-tables');
  batch(() => {
    practice.value = exercise;
    for (const entry of givenIn(exercise)) {
      if (entry.type !== 'answer') continue;
      write(entry.field, entry.typed);
      enter(entry);
    }
    part.value = 'opening';
  });
}

function start(id: LabId): void {
  began = wall();
  batch(() => {
    practice.value = null;
    layOut(id);
    drafts.value = {};
    part.value = parts[id][0];
    won.value = null;
    sent.value = null;
    resultShown.value = false;
    report.value = { attempt: beginLab(id), entries: [] };
    enter({ type: 'start', wall: 0 });
  });
}

export function leave(): void {
  handed = null;
  batch(() => {
    report.value = null;
    practice.value = null;
    won.value = null;
    resultShown.value = false;
    followOpen.value = false;
  });
}

export function write(field: string, typed: string): void {
  drafts.value = { ...drafts.peek(), [field]: typed };
}
export const draftOf = (field: string): string => drafts.value[field] ?? '';

function enter(entry: LabEntry): void {
  const now = report.peek();
  if (now === null) return;
  report.value = { attempt: enterLab(now.attempt, entry), entries: [...now.entries, entry] };
}

const sinceBegan = (): number => wall() - began;

/** How a field stands: what is in it was submitted and is right or wrong, or it was not submitted. */
export type Standing = 'open' | 'right' | 'wrong';
export function standingOf(field: string): Standing {
  const answered = report.value?.attempt.answers[field];
  if (answered === undefined) return 'open';
  if (answered.right) return 'right';
  return answered.typed === draftOf(field) ? 'wrong' : 'open';
}

/** Submits what stands in these fields; what is right already stays, and so does what was found wrong as it stands. */
export function submit(fields: readonly string[]): void {
  batch(() => {
    for (const field of fields) {
      const now = report.peek()?.attempt;
      if (now === undefined || now.doneAfter !== null || isRight(now, field)) continue;
      const typed = drafts.peek()[field] ?? '';
      if (now.answers[field]?.typed === typed) continue;
      enter({ type: 'answer', wall: sinceBegan(), field, typed });
    }
    celebrate();
  });
}

/** Submits an answer that stands in no field of the report: a filter, a followed stream. */
export function answer(field: string, typed: string): void {
  batch(() => {
    write(field, typed);
    submit([field]);
  });
}

export function askForHelp(of: Part, step: LabHintStep): void {
  const now = report.peek()?.attempt;
  if (now === undefined || now.doneAfter !== null || (now.hints[of] ?? 0) >= step) return;
  enter({ type: 'hint', wall: sinceBegan(), part: of, step });
}

/** Wall milliseconds that count, so far. */
export function thinking(): number {
  const attempt = report.peek()?.attempt;
  if (attempt === undefined) return 0;
  return attempt.thinking + (isTimed(attempt) ? Math.max(0, sinceBegan() - attempt.wall) : 0);
}

export const doneParts = computed<readonly Part[]>(() => {
  const attempt = report.value?.attempt;
  return attempt === undefined ? [] : parts[attempt.id].filter((one) => isPartDone(attempt, one));
});

/** The part to go on with; null: all are done. */
export const nextPart = computed<Part | null>(() => {
  const attempt = report.value?.attempt;
  return attempt === undefined ? null : (parts[attempt.id].find((one) => !isPartDone(attempt, one)) ?? null);
});

/** lab-02's later parts show what its earlier ones ask for: they open one after the other. */
export function isOpenPart(one: Part): boolean {
  const attempt = report.value?.attempt;
  if (attempt === undefined || attempt.id === 'lab-01-two-tables') return true;
  return doneParts.value.includes(one) || one === nextPart.value;
}

function celebrate(): void {
  const now = report.peek();
  if (now === null || now.attempt.doneAfter === null || won.peek() !== null || practice.peek() !== null) return;
  const { attempt, entries } = now;
  const score = scoreOfLab(attempt);
  const before = bestAt(progress.peek(), attempt.id);
  won.value = { ...score, record: before !== null && score.thinking < before.thinking };
  keep(withScore(progress.peek(), attempt.id, score, today()));
  sendRun(handed, packLabRun(attempt.id, handed?.seed ?? 0, entries));
  // Used up, whatever the server says of it.
  handed = null;
}
