/** What this browser knows of its player: the progress of `shared/levels`, kept in storage, and as a file. */
import { signal } from '@preact/signals';
import { levelIds } from '../../shared/levels/ids.ts';
import {
  type Best,
  type Progress,
  type ProgressError,
  mergeProgress,
  noProgress,
  readProgress,
  writeProgress,
} from '../../shared/levels/progress.ts';
import { forget, recall, remember } from '../state/storage.ts';

const KEY = 'progress';

function stored(): Progress {
  const found = recall(KEY);
  if (found === null) return noProgress;
  const read = readProgress(JSON.stringify(found));
  if (read.ok) return read.value;
  // What cannot be read is not overwritten without a trace.
  remember(`${KEY}.${read.error}`, found);
  return noProgress;
}

export const progress = signal<Progress>(stored());

/** Keeps what is new beside what is there: another tab may have written meanwhile. */
export function keep(next: Progress): void {
  progress.value = mergeProgress(stored(), next);
  remember(KEY, progress.value);
}

/** Back to the beginning, in this browser. Boards know nothing of it. */
export function reset(): void {
  progress.value = noProgress;
  forget(KEY);
}

function follow({ key }: StorageEvent): void {
  if (key === null || key.endsWith(KEY)) progress.value = stored();
}

/** Follows what other tabs write. Returns what stops it. */
export function followTabs(): () => void {
  addEventListener('storage', follow);
  return () => removeEventListener('storage', follow);
}

/** The best of a level; null: it was not won. */
export function bestAt({ levels }: Progress, id: string): Best | null {
  const known = levelIds.find((one) => one === id);
  return known === undefined ? null : (levels[known] ?? null);
}

export const asFile = (): string => writeProgress(progress.peek());

/** Takes a file's text in: the better of both is kept. What it told of, or why it was not taken. */
export function takeFile(text: string): Taken | ProgressError {
  const read = readProgress(text);
  if (!read.ok) return read.error;
  keep(mergeProgress(progress.peek(), read.value));
  const { levels, rows } = read.value;
  return { levels: Object.keys(levels).length, rows: Object.keys(rows).length };
}

/** How many levels that were won, and how many misconceptions that were met, a file had. */
export interface Taken {
  readonly levels: number;
  readonly rows: number;
}
