/**
 * A match in this page, without a server: one end is the player's, the other the perfect bot's. It feeds the store
 * that the socket feeds, and takes the moves that the outbox would send. Forks of a replay are played on it.
 */
import { batch, signal } from '@preact/signals';
import type { Command } from '../../shared/game/command.ts';
import type { Told } from '../../shared/game/event.ts';
import type { Match } from '../../shared/game/match.ts';
import { nextDue, paceOf, rates } from '../../shared/game/pace.ts';
import { reduce, replay } from '../../shared/game/reduce.ts';
import { type Role, otherRole } from '../../shared/game/role.ts';
import { seen, viewOf } from '../../shared/game/see.ts';
import type { Move } from '../../shared/judge/move.ts';
import type { RoomView, Snapshot } from '../../shared/protocol/answer.ts';
import { wantedSpeed } from '../solo/speed.ts';
import { newId } from '../state/newId.ts';
import { playHere } from '../state/outbox.ts';
import { accepted, answered, complaint, outgoing, refused, session, takeSnapshot, takeUpdate } from '../state/store.ts';

export interface Local {
  readonly id: string;
  readonly match: Match;
  readonly role: Role;
  /** What was folded since the player sat down. */
  readonly commands: readonly Command[];
}

export const local = signal<Local | null>(null);
let timer: ReturnType<typeof setTimeout> | null = null;

/** Takes `role` over in `match`, and goes on from where it stands. */
export function sitDownAt(match: Match, role: Role): void {
  getUp();
  const at = match.now;
  const commands: readonly Command[] = [
    { type: 'occupy', at, role, keeper: 'human' },
    { type: 'occupy', at, role: otherRole(role), keeper: 'bot' },
    { type: 'start', at },
  ];
  const first = { id: newId(), match: replay(match, commands), role, commands };
  playHere(take);
  batch(() => {
    complaint.value = null;
    outgoing.value = null;
    refused.value = null;
    accepted.value += 1;
    local.value = first;
    takeSnapshot(snapshotOf(first));
  });
  goOn();
}

/** Puts the table away; the store is left to the next who needs it. */
export function getUp(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const left = local.peek();
  if (left === null) return;
  playHere(null);
  batch(() => {
    local.value = null;
    // A room may have taken the store already.
    if (session.peek()?.match === left.id) session.value = null;
    refused.value = null;
  });
}

const rateOf = (match: Match): number => rates[paceOf(match)] * wantedSpeed();

function standing({ id, match, role, commands }: Local) {
  return { match: id, version: commands.length, rate: rateOf(match), view: viewOf(match, role) };
}

const visible = (events: readonly Told[], { match, role }: Local): readonly Told[] =>
  events.flatMap((told) => seen(match, told, role) ?? []);

function roomOf({ ends }: Match): RoomView {
  const end = (role: Role) => ({ keeper: ends[role].keeper, present: true, standIn: false });
  return { code: '', ends: { client: end('client'), server: end('server') }, rematch: [], standIn: null };
}

const snapshotOf = (now: Local): Snapshot => ({
  ...standing(now),
  history: visible(now.match.history, now),
  room: roomOf(now.match),
});

function act(before: Local, command: Command): readonly Told[] {
  const { match, events } = reduce(before.match, command);
  const next = { ...before, match, commands: [...before.commands, command] };
  batch(() => {
    local.value = next;
    // The end tells the whole story, with what was hidden until now.
    if (match.phase === 'finished') takeSnapshot(snapshotOf(next));
    else takeUpdate({ ...standing(next), events: visible(events, next) });
  });
  goOn();
  return events;
}

function take(move: Move): void {
  const now = local.peek();
  if (now === null || now.match.phase !== 'playing' || now.match.ends[now.role].triggers.length === 0) return;
  batch(() => {
    const events = act(now, { type: 'move', at: now.match.now, role: now.role, move });
    const no = events.find((event) => event.type === 'refused' && event.host === now.role);
    answered.value += 1;
    refused.value = no?.type === 'refused' ? { move, verdict: no.verdict } : null;
    if (no === undefined) accepted.value += 1;
  });
}

/** Time runs on from where the match stands, and rings when something happens next. */
function goOn(): void {
  const now = local.peek();
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (now === null) return;
  const rate = rateOf(now.match);
  const due = nextDue(now.match);
  if (due === null || rate === 0) return;
  timer = setTimeout(() => act(now, { type: 'advance', at: due }), Math.ceil((due - now.match.now) / rate));
}
