/** What becomes of a won attempt, at a level or in a lab, beyond this browser. */
import { signal } from '@preact/signals';
import { type Letter, post } from '../state/runs.ts';
import { drawNameNow } from './drawName.ts';
import type { Handed } from './handed.ts';

/**
 * `alone`: no server handed it out, so nobody could verify it; `long`: more than a message may have.
 */
export type Sent =
  | { readonly type: 'posted'; readonly attempt: string }
  | { readonly type: 'alone' }
  | { readonly type: 'long' };
export const sent = signal<Sent | null>(null);

/** `run`: null, where it is too long. An attempt is good for one run: the caller forgets what was handed out. */
export function sendRun(handed: Handed | null, run: Omit<Letter, 'attempt'> | null): void {
  if (handed === null) sent.value = { type: 'alone' };
  else if (run === null) sent.value = { type: 'long' };
  else {
    post({ attempt: handed.attempt, ...run }, drawNameNow() ?? handed.nickname);
    sent.value = { type: 'posted', attempt: handed.attempt };
  }
}
