/** What the page shows, in one place. Changed only by the actions beside this file; read by every panel. */
import { batch, computed, signal } from '@preact/signals';
import type { Move } from '../../shared/judge/move.ts';
import type { Verdict } from '../../shared/judge/verdict.ts';
import type { Snapshot, Update } from '../../shared/protocol/answer.ts';
import type { Request } from '../../shared/protocol/request.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { setVirtualTime } from '../clock.ts';
import type { Silence } from '../net/socket.ts';
import { type Session, afterUpdate, fromSnapshot } from './session.ts';

/** Where the player is; inside a room, the session says which screen it is. */
export type Place =
  | { readonly type: 'start' }
  /** The world map. */
  | { readonly type: 'levels' }
  | { readonly type: 'level'; readonly id: string }
  /** '': the shelves; else a page, or one of the decks (`libraryPath.ts`). */
  | { readonly type: 'library'; readonly at: string }
  | { readonly type: 'entering'; readonly code: string | null }
  | { readonly type: 'inside'; readonly code: string }
  | { readonly type: 'superseded'; readonly code: string }
  | { readonly type: 'failed'; readonly code: string | null; readonly why: Problem };

export type Problem = Refusal['code'] | Silence['code'];

export const place = signal<Place>({ type: 'start' });
export const session = signal<Session | null>(null);

/** A move on its way to the server. `asks`: how often it was sent already. */
export interface Outgoing {
  readonly command: Request<'command'>;
  readonly asks: number;
}
export const outgoing = signal<Outgoing | null>(null);

/** The last "no" to a move, until it is mended or hidden. */
export const refused = signal<{ readonly move: Move; readonly verdict: Verdict } | null>(null);

/** The field that the last verdict blames, while it can still be mended: where rules may be broken the move is gone. */
export const faulty = computed(() =>
  session.value?.view.judging === 'free' ? null : (refused.value?.verdict.field ?? null),
);

/** Shows what the refused move would have done, where that can be shown: in levels. */
export const consequence = signal<(() => void) | null>(null);
/** It is being shown: the session is a copy, and takes no moves. */
export const haunted = signal(false);

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
    return haunted.value ? 'ghost' : session.value.view.phase;
  }
  if (here.type !== 'inside') return here.type;
  return session.value === null ? 'entering' : session.value.view.phase;
});

/** Nobody else plays: a level, in which both ends may be one's own. */
export const alone = computed(() => place.value.type === 'level');

export function takeSnapshot(snapshot: Snapshot): void {
  const before = session.peek();
  batch(() => {
    const next = fromSnapshot(snapshot, before);
    setVirtualTime(next.view.now, next.rate, before?.match !== next.match);
    session.value = next;
    if (before?.match !== next.match) refused.value = null;
  });
}

export function takeUpdate(update: Update): void {
  const before = session.peek();
  if (before === null) return;
  const next = afterUpdate(before, update);
  if (next === before) return;
  setVirtualTime(next.view.now, next.rate, false);
  session.value = next;
}
