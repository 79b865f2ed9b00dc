/** What can happen to a connection: RFC 9293 3.10. */
import type { Octets } from '../octets.ts';
import type { Seq } from '../seq.ts';
import type { ClauseId } from './clauses.ts';
import type { Segment } from './segment.ts';
import type { TimerName } from './state.ts';

export type TcpEvent =
  /**
   * `iss`: the number to use if this segment makes a listening connection answer (3.4.1). `cookie`: the Fast Open
   * cookie that this host gives to this peer (RFC 7413 4.1.2); who computes it keeps the key.
   */
  | { readonly type: 'segmentArrives'; readonly segment: Segment; readonly iss: Seq; readonly cookie?: Octets }
  | { readonly type: 'userCall'; readonly call: UserCall }
  | { readonly type: 'timeout'; readonly timer: TimerName }
  /** `keeper` pacing: this segment leaves now. Whether it may is for `offers` to say, before. */
  | { readonly type: 'transmit'; readonly segment: Segment }
  /**
   * `keeper` pacing, where rules may be broken: this segment leaves, past TCP and whatever it says. `clause`: the rule
   * that it breaks.
   */
  | { readonly type: 'inject'; readonly segment: Segment; readonly clause: ClauseId };

export type UserCall =
  /** `cookie`: the peer's Fast Open cookie, or no octets to ask for one; `data` may ride on the SYN then. */
  | {
      readonly type: 'OPEN';
      readonly mode: 'active';
      readonly iss: Seq;
      readonly cookie?: Octets;
      readonly data?: Octets;
    }
  | { readonly type: 'OPEN'; readonly mode: 'passive' }
  | { readonly type: 'SEND'; readonly data: Octets; readonly urgent: boolean }
  /** At most `most` octets. */
  | { readonly type: 'RECEIVE'; readonly most: number }
  /** No more to send, and octets that were not read are lost to the user: with any on hand the peer gets a RST. */
  | { readonly type: 'CLOSE' }
  /** `send`: CLOSE as 3.6 has it, reading goes on. `receive`: what comes from now on is thrown away. */
  | { readonly type: 'SHUTDOWN'; readonly side: 'send' | 'receive' }
  | { readonly type: 'ABORT' }
  | { readonly type: 'STATUS' };
