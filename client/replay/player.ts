/** Shows a film in the store that the socket feeds: play, pause, step, scrub. The scene knows no difference. */
import { batch, computed, signal } from '@preact/signals';
import { developed, type Reel } from '../../shared/protocol/recording.ts';
import { newId } from '../state/newId.ts';
import type { ReplayPlace } from '../state/replayPath.ts';
import { session, takeSnapshot, takeUpdate } from '../state/store.ts';
import { unpackRecording } from './link.ts';
import { type Speed, frameAt, nextRefused, passage, snapshotOf, updateOf } from './projector.ts';

type Shown = Reel | { readonly type: 'fetching' } | { readonly type: 'missing' };

export const reel = signal<Shown>({ type: 'fetching' });
/** The frame that is shown. */
export const at = signal(0);
export const playing = signal(false);
export const speed = signal<Speed>(1);
export const film = computed(() => (reel.value.type === 'film' ? reel.value.film : null));

let showing = '';
let timer: ReturnType<typeof setTimeout> | null = null;
/** Which place was asked for last: an answer for another one comes too late. */
let wanted: ReplayPlace | null = null;

const isLast = (n: number): boolean => n >= (film.peek()?.length ?? 1) - 1;

async function fetchRecording({ id, packed }: ReplayPlace): Promise<unknown> {
  if (id === null) return unpackRecording(packed ?? '');
  const answer = await fetch(`/replays/${encodeURIComponent(id)}`, { headers: { accept: 'application/json' } });
  return answer.ok ? answer.json() : undefined;
}

export async function open(place: ReplayPlace): Promise<void> {
  close();
  wanted = place;
  reel.value = { type: 'fetching' };
  const json = await fetchRecording(place).catch(() => undefined);
  if (wanted !== place) return;
  reel.value = json === undefined ? { type: 'missing' } : developed(json);
  if (reel.value.type !== 'film') return;
  showing = newId();
  seek(0);
}

export function close(): void {
  halt();
  wanted = null;
  batch(() => {
    playing.value = false;
    at.value = 0;
    reel.value = { type: 'fetching' };
    // A room may have taken the store already.
    if (session.peek()?.match === showing) session.value = null;
  });
}

function halt(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

/** To any frame. Only the next one is reached by sailing; everywhere else the picture is simply there. */
export function seek(wish: number): void {
  const now = film.peek();
  if (now === null) return;
  halt();
  const n = Math.max(0, Math.min(now.length - 1, wish));
  const sails = n === at.peek() + 1 && session.peek() !== null;
  if (!sails && n !== at.peek()) showing = newId();
  if (playing.peek() && isLast(n)) playing.value = false;
  const { rate, wait } = passage(now, n, speed.peek());
  const runs = playing.peek() ? rate : 0;
  batch(() => {
    at.value = n;
    if (sails) takeUpdate(updateOf(now, n, runs, showing));
    else takeSnapshot(snapshotOf(now, n, runs, showing));
  });
  if (playing.peek()) timer = setTimeout(() => seek(n + 1), wait);
}

/** From the end it begins anew. */
export function playOrPause(): void {
  playing.value = !playing.peek();
  seek(playing.peek() && isLast(at.peek()) ? 0 : at.peek());
}

export function stepBy(step: 1 | -1): void {
  playing.value = false;
  seek(at.peek() + step);
}

export function toRefused(step: 1 | -1): void {
  const now = film.peek();
  const there = now === null ? null : nextRefused(now, at.peek(), step);
  if (there === null) return;
  playing.value = false;
  seek(there);
}

export function setSpeed(wish: Speed): void {
  speed.value = wish;
  seek(at.peek());
}

/** What just happened. */
export const happened = computed(() => (film.value === null ? [] : frameAt(film.value, at.value).events));
