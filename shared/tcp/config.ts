/**
 * The switches of a connection: what RFC 9293 leaves to the implementer, and who lets owed segments go.
 * Octets and milliseconds throughout.
 */
import type { Millis } from '../time.ts';

export interface Config {
  /**
   * `engine`: what is owed leaves at once, as in every real stack. `keeper`: the engine only says what is owed
   * (`offers`), and a keeper - a player of the game - chooses by `transmit` events.
   */
  readonly pacing: 'engine' | 'keeper';
  /** RFC 5961: challenge ACKs for RST and SYN, and a lower bound for SEG.ACK (MAY-12). Off: RFC 793. */
  readonly rfc5961: boolean;
  /** RFC 1337, fix F1: a RST does not end TIME-WAIT. */
  readonly rfc1337: boolean;
  /** RFC 9293 A.2: in a simultaneous open the SYN,ACK's acknowledgment counts though its SYN is old. */
  readonly relaxedOpen: boolean;
  /** Maximum Segment Lifetime; TIME-WAIT lasts two of them (MUST-13). */
  readonly msl: Millis;
  /** RFC 6298 2.1: 1 s. */
  readonly initialRto: Millis;
  /** RFC 6298 2.4: 1 s. */
  readonly leastRto: Millis;
  /** RFC 6298 2.5: at least 60 s. */
  readonly mostRto: Millis;
  /** R2 of 3.8.3, for data and for SYN: give up after this long; null: never (MUST-21, MUST-23). */
  readonly r2: { readonly data: Millis; readonly syn: Millis } | null;
  /** 3.9.1: how long the oldest unacknowledged octet may wait; null: the user set none. */
  readonly userTimeout: Millis | null;
  /** RCV.BUFF of 3.8.6.2.2. */
  readonly rcvBuff: number;
  /** Octets go to the user as they come, so that the window never fills. Off: they wait for RECEIVE. */
  readonly autoReceive: boolean;
  /** What the MSS option on our SYN says; null: no option is sent, so the peer takes 536. */
  readonly mss: number | null;
  /** How long an ACK of in-order data may wait, under 500 (MUST-40); null: it is sent at once. */
  readonly delayedAck: Millis | null;
  /** 3.7.4. */
  readonly nagle: boolean;
}

export const defaults: Config = {
  pacing: 'engine',
  rfc5961: true,
  rfc1337: true,
  relaxedOpen: true,
  msl: 120_000,
  initialRto: 1000,
  leastRto: 1000,
  mostRto: 60_000,
  r2: { data: 100_000, syn: 180_000 },
  userTimeout: null,
  rcvBuff: 65_535,
  autoReceive: false,
  mss: 1460,
  delayedAck: null,
  nagle: false,
};
