/** A "no" to a player: which field, what it said, what the RFC wants there, and the clause that wants it. */
import type { MisconceptionId } from './misconceptions.ts';
import type { Move, PayloadRef } from './move.ts';
import type { ClauseId } from '../tcp/clauses.ts';
import type { Flag } from '../tcp/segment.ts';

export type Fault =
  /** Sending where only waiting is right, or waiting where something is owed. */
  | { readonly field: 'move'; readonly given: 'send' | 'wait'; readonly wanted: 'send' | 'wait' }
  | { readonly field: 'flags'; readonly given: readonly Flag[]; readonly wanted: readonly Flag[] }
  /** null: blank. */
  | { readonly field: 'seq' | 'ack'; readonly given: number | null; readonly wanted: number | null }
  | { readonly field: 'payload'; readonly given: PayloadRef | null; readonly wanted: PayloadRef | null };

export type Verdict = Fault & {
  readonly clause: ClauseId;
  /** Every move that would have been right, the nearest first; Wait, where that is right too, last. Never empty. */
  readonly expected: readonly Move[];
  /** What the move shows that its player believes: the first is shown, all are kept. Empty: the clause says it all. */
  readonly misconceptions: readonly MisconceptionId[];
};
