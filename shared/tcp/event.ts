/** What can happen to a connection: RFC 9293 3.10. */
import type { Octets } from '../octets.ts';
import type { Seq } from '../seq.ts';
import type { Segment } from './segment.ts';
import type { TimerName } from './state.ts';

export type TcpEvent =
  /** `iss`: the number to use if this segment makes a listening connection answer (3.4.1). */
  | { readonly type: 'segmentArrives'; readonly segment: Segment; readonly iss: Seq }
  | { readonly type: 'userCall'; readonly call: UserCall }
  | { readonly type: 'timeout'; readonly timer: TimerName }
  /** `keeper` pacing: this segment leaves now. Whether it may is for `offers` to say, before. */
  | { readonly type: 'transmit'; readonly segment: Segment };

export type UserCall =
  | { readonly type: 'OPEN'; readonly mode: 'active'; readonly iss: Seq }
  | { readonly type: 'OPEN'; readonly mode: 'passive' }
  | { readonly type: 'SEND'; readonly data: Octets; readonly urgent: boolean }
  /** At most `most` octets. */
  | { readonly type: 'RECEIVE'; readonly most: number }
  | { readonly type: 'CLOSE' }
  | { readonly type: 'ABORT' }
  | { readonly type: 'STATUS' };
