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
  /**
   * R1 of 3.8.3: after so many retransmissions of one segment the user is told that nothing comes back (SHLD-9);
   * null: never. It counts only where R2 does.
   */
  readonly r1: number | null;
  /** 3.9.1: how long the oldest unacknowledged octet may wait; null: the user set none. */
  readonly userTimeout: Millis | null;
  /** Octets that SEND may leave waiting here; null: as many as it likes. */
  readonly sndBuff: number | null;
  /** RCV.BUFF of 3.8.6.2.2. */
  readonly rcvBuff: number;
  /** Octets go to the user as they come, so that the window never fills. Off: they wait for RECEIVE. */
  readonly autoReceive: boolean;
  /** What the MSS option on our SYN says; null: no option is sent, so the peer takes 536. */
  readonly mss: number | null;
  /** MMS_S of 3.7.1: the largest segment, header included, that the IP layer sends. Ethernet: 1480. */
  readonly mmsS: number;
  /** How long an ACK of in-order data may wait, under 500 (MUST-40); null: it is sent at once. */
  readonly delayedAck: Millis | null;
  /** 3.7.4. */
  readonly nagle: boolean;
  /** RFC 7323 2: the shift that our SYN offers, 0..14; null: windows are not scaled. */
  readonly windowScale: number | null;
  /** RFC 2018: our SYN says that we understand SACK blocks. */
  readonly sack: boolean;
  /** RFC 7323 3: timestamps, and with them PAWS. */
  readonly timestamps: boolean;
  /** What our TSval says at instant 0: RFC 7323 5.4 wants it different for each connection. */
  readonly timestampOffset: number;
  /** RFC 7413: a SYN with a valid cookie may bring text. */
  readonly fastOpen: boolean;
  /**
   * RFC 4987 3.6: a listener keeps no connection. It exists only while its SYN,ACK is made, and is made anew from an
   * ACK that brings its ISS back: `iss` of the event, which must be the cookie of whoever sent the segment.
   */
  readonly synCookies: boolean;
  /** MAY-2 and RFC 6191: a new SYN ends TIME-WAIT (effect `reopen`). */
  readonly reopen: boolean;
  /** RFC 5961 7: at most `most` challenge ACKs in `per` milliseconds; null: as many as are provoked. */
  readonly challengeAcks: { readonly most: number; readonly per: Millis } | null;
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
  r1: 3,
  userTimeout: null,
  sndBuff: null,
  rcvBuff: 65_535,
  autoReceive: false,
  mss: 1460,
  mmsS: 1480,
  delayedAck: null,
  nagle: false,
  windowScale: null,
  sack: false,
  timestamps: false,
  timestampOffset: 0,
  fastOpen: false,
  synCookies: false,
  reopen: false,
  challengeAcks: null,
};
