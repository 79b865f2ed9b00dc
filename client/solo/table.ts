/**
 * The local table: a level's match, run in this page. It feeds the same store as the socket, so that strait, hand,
 * ladder and log are those of a room, and it takes the moves that the outbox would send. What it writes down is what
 * `shared/levels/verify.ts` reads: see "What a client writes into a run" there.
 */
import { batch, signal } from '@preact/signals';
import type { Command } from '../../shared/game/command.ts';
import { isWrongMove } from '../../shared/game/event.ts';
import { isDecisionDue, nextDue } from '../../shared/game/pace.ts';
import type { Role } from '../../shared/game/role.ts';
import type { Move } from '../../shared/judge/move.ts';
import type { HintStep } from '../../shared/levels/attempt.ts';
import type { Level } from '../../shared/levels/level.ts';
import { afterAttempt, afterPractice, type Progress } from '../../shared/levels/progress.ts';
import { type Score, scoreOf } from '../../shared/levels/score.ts';
import { packRun } from '../../shared/protocol/log.ts';
import { today, wall } from '../clock.ts';
import { newId } from '../state/newId.ts';
import { playHere } from '../state/outbox.ts';
import {
  accepted,
  answered,
  complaint,
  forgetApparition,
  outgoing,
  place,
  refused,
  session,
  takeSnapshot,
  takeUpdate,
} from '../state/store.ts';
import { type Handed, takeHanded } from './handed.ts';
import { sendRun, sent } from './sent.ts';
import { wantedSpeed } from './speed.ts';
import { bestAt, keep, progress } from './progress.ts';
import {
  type Sitting,
  type Way,
  asWritten,
  eventsSince,
  isAsked,
  lookFrom,
  rateOf,
  record,
  sitDown,
  snapshotOf,
  step,
  updateOf,
} from './sitting.ts';

export const sitting = signal<Sitting | null>(null);

/** What a won level earned. `record`: the shortest thinking time so far. */
export interface Win extends Score {
  readonly record: boolean;
}
export const win = signal<Win | null>(null);

/** What the server handed out for the attempt that is played; null: nothing, or it was used. */
let handed: Handed | null = null;
/** What was known of the player before the attempt: each step is worked out anew on it. */
let base: Progress = progress.peek();
/** The wall clock when the attempt began. */
let began = 0;
/** The wall clock since when it does not count, because something is shown; null: it counts. */
let pausedAt: number | null = null;
let reading = false;
let timer: ReturnType<typeof setTimeout> | null = null;

const sinceBegan = (): number => (pausedAt ?? wall()) - began;

/** The attempt stands still: nobody is asked, no boat sails. Only while a decision is open. */
export function pause(): void {
  pausedAt ??= wall();
}
export function resume(): void {
  if (pausedAt !== null) began += wall() - pausedAt;
  pausedAt = null;
  reading = false;
}

/** A hand's time, which counts however long was read. */
const handTime = 400;

/** An example is read: no clock runs, and a move ends it. */
export function read(): void {
  if (pausedAt !== null) return;
  pause();
  reading = true;
}
export function stopReading(): void {
  if (!reading || pausedAt === null) return;
  pausedAt = Math.min(pausedAt + handTime, wall());
  resume();
}

/** Wall milliseconds in which the player was asked, so far. */
export function thinking(): number {
  const attempt = sitting.peek()?.attempt;
  if (attempt === undefined) return 0;
  const running = sitting.peek()?.outcome === 'open' && isDecisionDue(attempt.match);
  return attempt.thinking + (running ? Math.max(0, sinceBegan() - attempt.wall) : 0);
}

/** Begins a level from its card: with the server's seed where there is a server, else with the numbers as written. */
export async function begin(level: Level): Promise<void> {
  const given = await takeHanded(level.id);
  const here = place.peek();
  // The player may have gone elsewhere while the server was asked.
  if (here.type !== 'level' || here.id !== level.id || sitting.peek() !== null) return;
  play(level, given?.seed ?? 0, given);
}

/** Begins an attempt. Seed 0: the numbers as they are written. */
export function play(level: Level, seed: number, given: Handed | null = null, way: Way = asWritten): void {
  close();
  handed = given;
  base = progress.peek();
  resume();
  began = wall();
  const first = sitDown(level, seed, newId(), way);
  playHere(take);
  batch(() => {
    complaint.value = null;
    outgoing.value = null;
    // The composer clears itself.
    accepted.value += 1;
    sitting.value = first;
    takeSnapshot(snapshotOf(first, wantedSpeed()));
  });
  goOn();
}

/** The same numbers once more: still the attempt that was handed out, as long as no run of it was sent. */
export const restart = (level: Level, before: Sitting): void => play(level, before.seed, handed, before.way);

/** Another way to play a level: nothing of it goes to a board. The numbers are those that it is written with. */
export const playOtherwise = (level: Level, way: Way): void => play(level, 0, null, way);

/** Another attempt, with new numbers where the level draws them. */
export async function playAgain(level: Level, before: Sitting): Promise<void> {
  const given = before.way === asWritten ? await takeHanded(level.id) : null;
  if (sitting.peek() !== before) return;
  const fresh = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
  play(level, given?.seed ?? (level.again === 'redraw' ? Math.max(1, fresh) : before.seed), given, before.way);
}

/** Puts the table away. What was decided so far counts for what the player masters. */
export function close(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  playHere(null);
  batch(() => {
    sitting.value = null;
    win.value = null;
    forgetApparition();
    sent.value = null;
    session.value = null;
    refused.value = null;
  });
}

/** Where the player keeps both ends: shows the hand of the other one. */
export function look(eyes: Role): void {
  const now = sitting.peek();
  if (now === null || now.outcome !== 'open' || now.eyes === eyes) return;
  const next = lookFrom(now, eyes);
  batch(() => {
    sitting.value = next;
    refused.value = null;
    accepted.value += 1;
    takeSnapshot(snapshotOf(next, wantedSpeed()));
  });
}

/** Help at the open decision: it is written down, because it caps the stars. */
export function askForHelp(wanted: HintStep): void {
  const now = sitting.peek();
  if (now === null || !isAsked(now.attempt.match, now.eyes)) return;
  sitting.value = record(now, { type: 'hint', wall: sinceBegan(), role: now.eyes, step: wanted });
}

/** A move; an end that is not asked has none. */
function take(move: Move): void {
  const now = sitting.peek();
  stopReading();
  if (now === null || now.outcome !== 'open' || pausedAt !== null) return;
  // Where rules may be broken, speaking out of turn is one of them.
  if (now.way.judging === 'strict' && !isAsked(now.attempt.match, now.eyes)) return;
  batch(() => {
    const next = act(now, { type: 'move', at: now.attempt.match.now, role: now.eyes, move });
    const no = eventsSince(now, next).find(isWrongMove);
    refused.value = no === undefined ? null : { move, verdict: no.verdict };
    answered.value += 1;
    if (no?.type !== 'refused') accepted.value += 1;
  });
}

function act(before: Sitting, command: Command): Sitting {
  const next = step(before, command, sinceBegan());
  batch(() => {
    sitting.value = next;
    // Other eyes, and the end, show the story from its beginning; else the step is enough.
    const whole = next.eyes !== before.eyes || next.outcome !== 'open';
    if (whole) takeSnapshot(snapshotOf(next, wantedSpeed()));
    else takeUpdate(updateOf(before, next, wantedSpeed()));
    if (next.outcome === 'won') celebrate(next);
    // Each move at once: whoever closes the page takes nothing back.
    if (command.type === 'move' || next.outcome !== 'open') write(next);
  });
  goOn();
  return next;
}

/** Of a second attempt counts what it shows, and no star; of a sandbox nothing. */
function write({ attempt, way }: Sitting): void {
  if (way.judging === 'strict') keep((way.variant === null ? afterAttempt : afterPractice)(base, attempt, today()));
}

/** Time runs on from where the match stands, and rings when something happens next. */
function goOn(): void {
  const now = sitting.peek();
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (now === null || now.outcome !== 'open') return;
  const rate = rateOf(now, wantedSpeed());
  const due = nextDue(now.attempt.match);
  if (due === null || rate === 0) return;
  const ring = (): void => void act(now, { type: 'advance', at: due });
  timer = setTimeout(ring, Math.ceil((due - now.attempt.match.now) / rate));
}

function celebrate({ level, attempt, seed, entries, way }: Sitting): void {
  if (way.judging === 'free') return;
  const score = scoreOf(attempt);
  const before = bestAt(progress.peek(), level.id);
  const plain = way.variant === null;
  win.value = { ...score, record: plain && before !== null && score.thinking < before.thinking };
  if (!plain) return;
  sendRun(handed, packRun(attempt.course, seed, entries));
  // Used up, whatever the server says of it.
  handed = null;
}
