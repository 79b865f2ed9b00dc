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
import { recall, remember } from '../state/storage.ts';

const KEY = 'progress';

function stored(): Progress {
  const read = readProgress(JSON.stringify(recall(KEY)));
  return read.ok ? read.value : noProgress;
}

export const progress = signal<Progress>(stored());

export function keep(next: Progress): void {
  progress.value = next;
  remember(KEY, next);
}

/** The best of a level; null: it was not won. */
export function bestAt({ levels }: Progress, id: string): Best | null {
  const known = levelIds.find((one) => one === id);
  return known === undefined ? null : (levels[known] ?? null);
}

export const asFile = (): string => writeProgress(progress.peek());

/** Takes a file's text in: the better of both is kept. How many levels it told of, or why it was not taken. */
export function takeFile(text: string): number | ProgressError {
  const read = readProgress(text);
  if (!read.ok) return read.error;
  keep(mergeProgress(progress.peek(), read.value));
  return Object.keys(read.value.levels).length;
}
