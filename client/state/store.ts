/** What the page shows, in one place. Changed only by the actions beside this file; read by every panel. */
import { batch, computed, signal } from '@preact/signals';
import type { Move } from '../../shared/judge/move.ts';
import type { Verdict } from '../../shared/judge/verdict.ts';
import type { Told } from '../../shared/game/event.ts';
import type { Role } from '../../shared/game/role.ts';
import type { RoomView, Snapshot, Update } from '../../shared/protocol/answer.ts';
import type { Request } from '../../shared/protocol/request.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { setVirtualTime, wall } from '../clock.ts';
import type { Silence } from '../net/socket.ts';
import { type Session, afterUpdate, fromSnapshot } from './session.ts';

/** Where the player is; inside a room, the session says which screen it is. */
export type Place =
  | { readonly type: 'start' }
  /** The world map. */
  | { readonly type: 'levels' }
  | { readonly type: 'level'; readonly id: string }
  /** What the player masters; the daily three. */
  | { readonly type: 'mastery' }
  | { readonly type: 'daily' }
  /** '': the shelves; else a page, or one of the decks (`libraryPath.ts`). */
  | { readonly type: 'library'; readonly at: string }
  /** A match to look at again: by its id on the server, or packed into the address. */
  | { readonly type: 'replay'; readonly id: string | null; readonly packed: string | null }
  /** A match against the bot in this page. */
  | { readonly type: 'solo' }
  | { readonly type: 'entering'; readonly code: string | null }
  | { readonly type: 'inside'; readonly code: string }
  | { readonly type: 'superseded'; readonly code: string }
  | { readonly type: 'failed'; readonly code: string | null; readonly why: Problem };

export type Problem = Refusal['code'] | Silence['code'];

export const place = signal<Place>({ type: 'start' });
export const session = signal<Session | null>(null);

/** A move on its way to the server. `asks`: how often it was sent already; `why`: what came instead of an answer. */
export interface Outgoing {
  readonly command: Request<'command'>;
  readonly asks: number;
  readonly why: Problem | null;
}
export const outgoing = signal<Outgoing | null>(null);

/** The last "no" to a move, until it is mended or hidden. `late`: to no move, but to waiting too long. */
export interface No {
  readonly move: Move;
  readonly verdict: Verdict;
  readonly late?: boolean;
}
export const refused = signal<No | null>(null);

/** The field that the last verdict blames, while it can still be mended: where rules may be broken the move is gone. */
export const faulty = computed(() =>
  session.value?.view.judging === 'free' ? null : (refused.value?.verdict.field ?? null),
);

/** Shows what the refused move would have done. null: not here. */
export const consequence = signal<(() => void) | null>(null);

/** A copy of the match is shown instead of the match: what a refused move would have done. It takes no moves. */
export interface Apparition {
  readonly role: Role;
  /** What the move led to, so far. */
  readonly told: readonly Told[];
  /** Nothing more is to be seen. */
  readonly over: boolean;
  /** Back to the decision. */
  readonly back: () => void;
}
export const apparition = signal<Apparition | null>(null);

/** A request other than a move that went wrong while inside a room. */
export const complaint = signal<Problem | null>(null);

/** Counts the moves that were accepted: the composer clears itself when it grows. */
export const accepted = signal(0);
/** How many moves were answered, right and wrong ones. */
export const answered = signal(0);

/** Addresses that other machines can reach, when the page was opened as localhost. */
export const addresses = signal<readonly string[]>([]);

export const screen = computed(() => {
  const here = place.value;
  // A level has a session from the moment it is played; before that, its card is read.
  if (here.type === 'level') {
    if (session.value === null) return 'intro';
    return apparition.value === null ? session.value.view.phase : 'ghost';
  }
  // A fork of a replay is played like a match.
  if (here.type === 'replay') return session.value?.view.role == null ? 'replay' : session.value.view.phase;
  if (here.type === 'solo') return session.value?.view.phase ?? 'entering';
  // A decision that is answered is looked at, like a ghost: it takes no moves.
  if (here.type === 'daily' && session.value !== null) {
    return session.value.view.phase === 'finished' ? 'ghost' : session.value.view.phase;
  }
  if (here.type !== 'inside') return here.type;
  if (session.value === null) return 'entering';
  return apparition.value === null ? session.value.view.phase : 'ghost';
});

/** Nobody else plays: a level, in which both ends may be one's own. */
export const alone = computed(() => ['level', 'daily', 'replay', 'solo'].includes(place.value.type));

/** The match itself while a copy is shown, and when we last heard of it. */
let behind: { readonly session: Session; readonly at: number } | null = null;

const isHaunted = (): boolean => apparition.peek() !== null;
const real = (): Session | null => (isHaunted() ? (behind?.session ?? null) : session.peek());

function put(next: Session, jump: boolean): void {
  if (isHaunted()) behind = { session: next, at: wall() };
  else {
    setVirtualTime(next.view.now, next.rate, jump);
    session.value = next;
  }
}

export function takeSnapshot(snapshot: Snapshot): void {
  const before = real();
  batch(() => {
    const next = fromSnapshot(snapshot, before);
    put(next, before?.match !== next.match);
    if (before?.match !== next.match) refused.value = null;
  });
}

export function takeUpdate(update: Update): void {
  const before = real();
  if (before === null) return;
  const next = afterUpdate(before, update);
  if (next === before) return;
  batch(() => {
    put(next, false);
    const late = update.events.find((event) => event.type === 'late' && event.host === next.view.role);
    if (late?.type === 'late') refused.value ??= { move: late.move, verdict: late.verdict, late: true };
  });
}

/** Who is in the room. */
export function takeRoom(room: RoomView): void {
  const now = real();
  if (now !== null) put({ ...now, room }, false);
}

/** Shows a copy of the match; the match goes on behind it. */
export function appear(snapshot: Snapshot, shown: Apparition): void {
  const before = session.peek();
  if (before === null) return;
  if (!isHaunted()) behind = { session: before, at: wall() };
  batch(() => {
    const next = fromSnapshot(snapshot, before);
    apparition.value = shown;
    setVirtualTime(next.view.now, next.rate, before.match !== next.match);
    session.value = next;
  });
}

/** The match is shown again as it stands now, with the verdict as it was. */
export function vanish(): void {
  if (!isHaunted()) return;
  const back = behind;
  batch(() => {
    forgetApparition();
    if (back === null || session.peek() === null) return;
    const { view, rate } = back.session;
    setVirtualTime(view.now + rate * (wall() - back.at), rate, true);
    session.value = back.session;
  });
}

/** The place is left: there is nothing to come back to. */
export function forgetApparition(): void {
  apparition.value = null;
  behind = null;
}
