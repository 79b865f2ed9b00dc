/**
 * In a level: the refused move really sails, on a copy that this page plays on, with its own clock. The level's
 * thinking time stands. Then back to the decision, with the verdict as it was.
 */
import { type Fork, consequences, forkOf, forkView, goOnWith, toldOf } from '../../shared/game/fork.ts';
import { nextDue, paceOf, rates } from '../../shared/game/pace.ts';
import { seen } from '../../shared/game/see.ts';
import type { Snapshot } from '../../shared/protocol/answer.ts';
import { appear, apparition, refused, vanish } from '../state/store.ts';
import { type Sitting, snapshotOf } from './sitting.ts';
import { wantedSpeed } from './speed.ts';
import { pause, resume, sitting } from './table.ts';

let timer: ReturnType<typeof setTimeout> | null = null;
let shows = 0;

export function showConsequence(): void {
  const now = sitting.peek();
  const no = refused.peek();
  if (now === null || no === null || now.outcome !== 'open' || apparition.peek() !== null) return;
  shows += 1;
  pause();
  show(now, forkOf(now.attempt.match, now.eyes, no.move, 'everything'));
}

function show(now: Sitting, fork: Fork): void {
  const rate = fork.over ? 0 : rates[paceOf(fork.match)] * wantedSpeed();
  appear(storyOf(now, fork, rate), {
    role: fork.role,
    told: consequences(toldOf(fork)),
    over: fork.over,
    back: leaveGhost,
  });
  const due = nextDue(fork.match);
  if (fork.over || due === null) return;
  timer = setTimeout(() => show(now, goOnWith(fork)), Math.ceil((due - fork.match.now) / Math.max(rate, 0.01)));
}

function storyOf(now: Sitting, fork: Fork, rate: number): Snapshot {
  const { from, role } = fork;
  const before = from.history.flatMap((told) => seen(from, told, role) ?? []);
  return {
    ...snapshotOf(now, 0),
    match: `${now.id}.ghost.${shows}`,
    version: fork.match.history.length,
    rate,
    view: forkView(fork),
    history: [...before, ...toldOf(fork).flatMap((told) => seen(from, told, role) ?? [])],
  };
}

export function leaveGhost(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (apparition.peek() === null) return;
  vanish();
  resume();
}
