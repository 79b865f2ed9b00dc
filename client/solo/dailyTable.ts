/**
 * The table of the daily three: one puzzle at a time, shown by the same store as any match, and answered in this page.
 * Nothing is sent anywhere, no clock runs and no stars are given.
 */
import { batch, signal } from '@preact/signals';
import { reduce } from '../../shared/game/reduce.ts';
import { seen, viewOf } from '../../shared/game/see.ts';
import type { Match } from '../../shared/game/match.ts';
import type { Move } from '../../shared/judge/move.ts';
import type { HintStep, Submission } from '../../shared/levels/attempt.ts';
import { afterDaily, dailyOf, nextAsk, type Puzzle, puzzleDecision, puzzleOf } from '../../shared/levels/daily.ts';
import { type Outcome, outcomesOf } from '../../shared/levels/mastery.ts';
import type { Progress } from '../../shared/levels/progress.ts';
import type { Snapshot } from '../../shared/protocol/answer.ts';
import { today, wall } from '../clock.ts';
import { newId } from '../state/newId.ts';
import { playHere } from '../state/outbox.ts';
import { accepted, answered, complaint, outgoing, refused, session, takeSnapshot } from '../state/store.ts';
import { keep, progress } from './progress.ts';

export interface Quiz {
  readonly id: string;
  readonly puzzle: Puzzle;
  /** The wall clock when it was shown. */
  readonly since: number;
  readonly submissions: readonly Submission[];
  readonly hint: HintStep;
  /** What the answer showed of the misconception that was asked for; null: it is not answered. */
  readonly outcome: Outcome | null;
}

export const quiz = signal<Quiz | null>(null);

/** What was known before the puzzle: each submission is worked out anew on it. */
let base: Progress = progress.peek();

/** Shows the next of today's; whether there was one. */
export function ask(): boolean {
  const day = today();
  const id = nextAsk(dailyOf(progress.peek(), day));
  if (id === null) {
    close();
    return false;
  }
  const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
  const puzzle = puzzleOf(id, seed);
  base = progress.peek();
  playHere(take);
  batch(() => {
    const next = { id: newId(), puzzle, since: wall(), submissions: [], hint: 0, outcome: null } as const;
    complaint.value = null;
    outgoing.value = null;
    refused.value = null;
    accepted.value += 1;
    quiz.value = next;
    takeSnapshot(shown(next, puzzle.match));
  });
  return true;
}

/** Puts the table away; a slip has been counted already. */
export function close(): void {
  playHere(null);
  if (quiz.peek() === null) return;
  batch(() => {
    quiz.value = null;
    session.value = null;
    refused.value = null;
  });
}

export function askForHelp(step: HintStep): void {
  const now = quiz.peek();
  if (now !== null && now.outcome === null && step > now.hint) quiz.value = { ...now, hint: step };
}

function take(move: Move): void {
  const now = quiz.peek();
  if (now === null || now.outcome !== null) return;
  const { puzzle } = now;
  const { match, events } = reduce(puzzle.match, { type: 'move', at: puzzle.match.now, role: puzzle.role, move });
  const no = events.find((event) => event.type === 'refused');
  const verdict = no?.type === 'refused' ? no.verdict : null;
  const submission: Submission = { wall: wall(), move, refused: verdict?.misconceptions ?? null };
  const submissions = [...now.submissions, submission];
  const decision = puzzleDecision(puzzle, submissions, now.since, now.hint);
  const outcome = verdict === null ? (new Map(outcomesOf(decision)).get(puzzle.asks) ?? 'unclear') : null;
  keep(afterDaily(base, puzzle, decision, today()));
  batch(() => {
    const next = { ...now, submissions, outcome };
    quiz.value = next;
    answered.value += 1;
    refused.value = verdict === null ? null : { move, verdict };
    if (verdict === null) {
      accepted.value += 1;
      takeSnapshot(shown(next, match));
    }
  });
}

/** The match through the player's eyes; answered, it is over, and nothing is hidden. No boat moves: time stands. */
function shown({ id, puzzle: { role }, outcome }: Quiz, standing: Match): Snapshot {
  const match: Match = outcome === null ? standing : { ...standing, phase: 'finished' };
  const end = (one: 'client' | 'server') => ({ keeper: match.ends[one].keeper, present: true, standIn: false });
  return {
    match: id,
    version: match.history.length,
    rate: 0,
    view: viewOf(match, role),
    history: match.history.flatMap((told) => seen(match, told, role) ?? []),
    room: { code: '', ends: { client: end('client'), server: end('server') }, rematch: [], standIn: null },
  };
}
