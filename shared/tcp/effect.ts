/** What a connection does: each effect names the clause of the RFC that caused it. */
import type { Octets } from '../octets.ts';
import type { Seq } from '../seq.ts';
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
  /** The answer to STATUS. `urgent`: octets of urgent data that the user has not read yet (MUST-33). */
  | { readonly type: 'status'; readonly state: State; readonly urgent: number }
  /** The segment, or what is left of it, was dropped. */
  | { readonly type: 'drop' }
  /** RFC 7413: the peer's Fast Open cookie, for the caller to keep and to give to the next OPEN. */
  | { readonly type: 'cookie'; readonly cookie: Octets }
  /**
   * TIME-WAIT is over because of this new SYN (MAY-2): the caller may hand it to a listener, whose ISS must lie
   * beyond `above`. If the SYN turns out to be an old duplicate, the TCB from before this transition is to be
   * taken up again.
   */
  | { readonly type: 'reopen'; readonly segment: Segment; readonly above: Seq }
);
