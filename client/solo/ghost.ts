/**
 * Shows the consequence of the refused move: the store has the fork for a while, with its own clock, and the level's
 * thinking time stands. Then back to the decision, with the verdict as it was.
 */
import { batch, signal } from '@preact/signals';
import { nextDue, paceOf, rates } from '../../shared/game/pace.ts';
import { seen, viewOf } from '../../shared/game/see.ts';
import type { Snapshot } from '../../shared/protocol/answer.ts';
import { haunted, refused, takeSnapshot } from '../state/store.ts';
import { type Fork, forkOf, goOnWith } from './fork.ts';
import { type Sitting, snapshotOf } from './sitting.ts';
import { wantedSpeed } from './speed.ts';
import { pause, resume, sitting } from './table.ts';

export const ghost = signal<Fork | null>(null);

let timer: ReturnType<typeof setTimeout> | null = null;
let verdict = refused.peek();
let shows = 0;

/** The refused move really sails. */
export function showConsequence(): void {
  const now = sitting.peek();
  const no = refused.peek();
  if (now === null || no === null || now.outcome !== 'open' || ghost.peek() !== null) return;
  verdict = no;
  shows += 1;
  pause();
  show(now, forkOf(now.attempt.match, now.eyes, no.move));
}

function show(now: Sitting, fork: Fork): void {
  const rate = fork.over ? 0 : rates[paceOf(fork.match)] * wantedSpeed();
  batch(() => {
    ghost.value = fork;
    haunted.value = true;
    takeSnapshot(storyOf(now, fork, rate));
  });
  const due = nextDue(fork.match);
  if (fork.over || due === null) return;
  timer = setTimeout(() => show(now, goOnWith(fork)), Math.ceil((due - fork.match.now) / Math.max(rate, 0.01)));
}

function storyOf(now: Sitting, { match, role }: Fork, rate: number): Snapshot {
  return {
    ...snapshotOf(now, 0),
    match: `${now.id}.ghost.${shows}`,
    version: match.history.length,
    rate,
    view: viewOf(match, role),
    history: match.history.flatMap((told) => seen(match, told, role) ?? []),
  };
}

/** Back to the decision. */
export function leaveGhost(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (ghost.peek() === null) return;
  const now = sitting.peek();
  batch(() => {
    ghost.value = null;
    haunted.value = false;
    if (now !== null) takeSnapshot(snapshotOf(now, wantedSpeed()));
    refused.value = verdict;
  });
  resume();
}
