/** What a connection does: each effect names the clause of the RFC that caused it. */
import type { Octets } from '../octets.ts';
import type { Millis } from '../time.ts';
import type { ClauseId } from './clauses.ts';
import type { Segment } from './segment.ts';
import type { Signal, State, TimerName } from './state.ts';

/** The errors of 3.10.1 to 3.10.6, in the RFC's words. */
export const callErrors = [
  'connection already exists',
  'connection does not exist',
  'connection closing',
  'remote socket unspecified',
  'insufficient resources',
] as const;
export type CallError = (typeof callErrors)[number];

export type Effect = { readonly clause: ClauseId } & (
  | { readonly type: 'sendSegment'; readonly segment: Segment; readonly retransmission: boolean }
  | { readonly type: 'startTimer'; readonly timer: TimerName; readonly at: Millis }
  | { readonly type: 'stopTimer'; readonly timer: TimerName }
  | { readonly type: 'changeState'; readonly from: State; readonly to: State }
  | { readonly type: 'signalUser'; readonly signal: Signal }
  /** Octets for the user: as they come (`autoReceive`), or as the answer to RECEIVE. */
  | { readonly type: 'deliver'; readonly data: Octets }
  /** The answer to a user call that could not be done. */
  | { readonly type: 'callFailed'; readonly error: CallError }
  /** The answer to STATUS. */
  | { readonly type: 'status'; readonly state: State }
  /** The segment, or what is left of it, was dropped. */
  | { readonly type: 'drop' }
);
