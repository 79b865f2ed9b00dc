/**
 * The transmission control block: RFC 9293 3.3.1. All that one end knows of a connection, by the RFC's names.
 * Which variables have a meaning depends on the state; those that have none hold 0.
 */
import { NONE, type Octets } from '../octets.ts';
import { type Seq, seqAdd, seqDiff, seqGt, toSeq } from '../seq.ts';
import type { Millis } from '../time.ts';
import type { ClauseId } from './clauses.ts';
import type { Config } from './config.ts';
import type { HeldTree } from './held.ts';
import type { Option } from './option.ts';
import { FIN, type Segment, SYN } from './segment.ts';
import type { State, TimerName } from './state.ts';

export interface Tcb {
  readonly state: State;
  readonly config: Config;
  /** Where SYN-RECEIVED came from: MUST-11. */
  readonly opened: 'actively' | 'passively';
  /** Initial send sequence number. */
  readonly iss: Seq;
  /** Initial receive sequence number. */
  readonly irs: Seq;
  readonly snd: SendVariables;
  readonly rcv: ReceiveVariables;
  readonly owed: Owed;
  readonly timers: Timers;
  readonly rtt: RoundTrip;
  readonly agreed: Agreed;
  readonly fastOpen: FastOpen | null;
  readonly challenges: Challenges;
}

export interface SendVariables {
  /** SND.UNA: the oldest unacknowledged number. */
  readonly una: Seq;
  /** When SND.UNA last moved: R2 (3.8.3) asks how long the peer has been silent. */
  readonly unaMovedAt: Millis;
  /** Since when an answer is due to what went out though the window is shut; null: to nothing (MUST-37). */
  readonly askedAt: Millis | null;
  /** SND.NXT: the next number to be sent. */
  readonly nxt: Seq;
  /** The number after the last one that ever left: SND.NXT, or one more while a window probe is out. */
  readonly max: Seq;
  /** SND.WND in octets, an offset from SND.UNA. */
  readonly wnd: number;
  /** MAX.SND.WND of RFC 5961 and 3.8.6.2.1: the largest window the peer ever offered. */
  readonly maxWnd: number;
  /** SND.UP: the number after the last urgent octet; meaningful while it is ahead of SND.UNA. */
  readonly up: Seq;
  /** SND.WL1, SND.WL2: SEG.SEQ and SEG.ACK of the segment that last moved the window. */
  readonly wl1: Seq;
  readonly wl2: Seq;
  /** SendMSS: what the peer's MSS option says, 536 without one (MUST-15). */
  readonly mss: number;
  /** Octets that the user gave and the peer has not acknowledged, from number `textSeq` on. */
  readonly text: Octets;
  readonly textSeq: Seq;
  /** CLOSE was called: a FIN follows the last octet of `text`. */
  readonly closing: boolean;
  /** The retransmission queue, oldest first. */
  readonly queue: readonly Sent[];
}

/** One segment on the retransmission queue. Its octets are still in `snd.text`. */
export interface Sent {
  readonly seq: Seq;
  /** SYN, FIN and PSH of the segment. */
  readonly ctl: number;
  /** Octets of text. */
  readonly len: number;
  readonly firstSentAt: Millis;
  /** How often it was sent; Karn's algorithm takes no sample of more than one. */
  readonly times: number;
}

export interface ReceiveVariables {
  /** RCV.NXT: the next number expected. */
  readonly nxt: Seq;
  /** RCV.WND in octets: what may come, as last decided by 3.8.6.2.2. */
  readonly wnd: number;
  /** RCV.UP: the number after the last urgent octet. */
  readonly up: Seq;
  /** Segments (and a FIN) that came before their time, by rising number: SHLD-31. */
  readonly held: HeldTree;
  /** Octets that wait for the user's RECEIVE. */
  readonly unread: Octets;
  /** Where segments were held, the latest first: the order of SACK blocks. Kept only where SACK was agreed. */
  readonly latest: readonly Seq[];
  /** The user reads no more: SHUTDOWN of the receiving side. */
  readonly shut: boolean;
  /** Octets that came in order since the last ACK: SHLD-19 acknowledges two full segments at once. */
  readonly unacked: number;
}

/** What must leave (or may): see `offers.ts`. New data and the FIN are owed by `snd` itself. */
export interface Owed {
  /** SYN in SYN-SENT; SYN,ACK in SYN-RECEIVED. */
  readonly syn: ClauseId | null;
  readonly ack: { readonly urgency: 'now' | 'soon'; readonly clause: ClauseId } | null;
  readonly resets: readonly OwedReset[];
  /** The retransmission timer ran out: the front of the queue goes again. */
  readonly retransmission: boolean;
  /** The persist timer ran out: one octet goes past the window. */
  readonly probe: boolean;
}

export interface OwedReset {
  readonly segment: Segment;
  /** The acknowledgment that it may carry as well; null: it leaves as it is, or not at all. */
  readonly orAck: Seq | null;
  readonly clause: ClauseId;
}

export interface Timer {
  readonly since: Millis;
  /** The instant at which it runs out. */
  readonly at: Millis;
}
export type Timers = { readonly [name in TimerName]: Timer | null };

/** RFC 6298. */
export interface RoundTrip {
  /** null until the first measurement. */
  readonly srtt: Millis | null;
  readonly rttvar: Millis;
  readonly rto: Millis;
  /** A SYN of ours was timed out: 5.7 wants an RTO of 3 s for what comes next. */
  readonly synTimedOut: boolean;
  /** The interval of the next window probe; 0: none was sent since the window closed. */
  readonly probeInterval: Millis;
}

/** What the options of the two SYNs settled. */
export interface Agreed {
  /** Both SYNs had the option; its shifts may be 0. */
  readonly scaled: boolean;
  /** Snd.Wind.Shift and Rcv.Wind.Shift of RFC 7323 2.3; 0: windows are as on the wire. */
  readonly sndShift: number;
  readonly rcvShift: number;
  /** Both ends understand SACK. */
  readonly sack: boolean;
  readonly timestamps: Timestamps | null;
}

/** RFC 7323 4.3. Values of the timestamp clock live on a circle like sequence numbers. */
export interface Timestamps {
  /** TS.Recent, and when it was taken over. */
  readonly recent: Seq;
  readonly recentAt: Millis;
  /** Last.ACK.sent. */
  readonly lastAckSent: Seq;
}

/** RFC 7413. */
export interface FastOpen {
  /** What the option of our SYN or SYN,ACK holds; null: it carries none. */
  readonly option: Extract<Option, { type: 'fastOpen' }> | null;
  /** In SYN-RECEIVED: the cookie was good, so text came with the SYN and ours may leave before ESTABLISHED. */
  readonly accepted: boolean;
}

/** The challenge ACKs since an instant: RFC 5961 7. */
export interface Challenges {
  readonly since: Millis;
  readonly count: number;
}

/** What holds where no option was agreed on. */
const plain: Agreed = { scaled: false, sndShift: 0, rcvShift: 0, sack: false, timestamps: null };
const noChallenges: Challenges = { since: 0, count: 0 };
const ZERO = toSeq(0);
const noResets: Owed['resets'] = [];
const noTimers: Timers = { retransmission: null, persist: null, delayedAck: null, timeWait: null, user: null };

/** The largest window that a header can tell: MUST-1. */
export const mostWindow = 65_535;

/** The connection that does not exist: CLOSED. `snd`, `rcv` and `owed` are its own; see `draft.ts`. */
export function newTcb(config: Config): Tcb {
  return {
    state: 'CLOSED',
    config,
    opened: 'actively',
    iss: ZERO,
    irs: ZERO,
    snd: {
      una: ZERO,
      unaMovedAt: 0,
      askedAt: null,
      nxt: ZERO,
      max: ZERO,
      wnd: 0,
      maxWnd: 0,
      up: ZERO,
      wl1: ZERO,
      wl2: ZERO,
      mss: 536,
      text: NONE,
      textSeq: ZERO,
      closing: false,
      queue: [],
    },
    rcv: {
      nxt: ZERO,
      wnd: Math.min(mostWindow, config.rcvBuff),
      up: ZERO,
      held: null,
      unread: NONE,
      latest: [],
      shut: false,
      unacked: 0,
    },
    owed: { syn: null, ack: null, resets: noResets, retransmission: false, probe: false },
    timers: noTimers,
    rtt: { srtt: null, rttvar: 0, rto: config.initialRto, synTimedOut: false, probeInterval: 0 },
    agreed: plain,
    fastOpen: null,
    challenges: noChallenges,
  };
}

/** The number after the last octet that the user gave: where the FIN stands, once CLOSE was called. */
export const textEnd = (tcb: Tcb): Seq => seqAdd(tcb.snd.textSeq, tcb.snd.text.length);

/** Octets that the user gave and that never left. */
export const unsentLength = (tcb: Tcb): number => Math.max(0, seqDiff(textEnd(tcb), tcb.snd.nxt));

/** Our FIN has left at least once. */
export const finSent = (tcb: Tcb): boolean => tcb.snd.closing && seqGt(tcb.snd.nxt, textEnd(tcb));

/** Our FIN was acknowledged. */
export const finAcked = (tcb: Tcb): boolean => tcb.snd.closing && seqGt(tcb.snd.una, textEnd(tcb));

/** The number after the last one that a sent segment takes. */
export const endOf = ({ seq, ctl, len }: Sent): Seq =>
  seqAdd(seq, len + ((ctl & SYN) === 0 ? 0 : 1) + ((ctl & FIN) === 0 ? 0 : 1));

/** The number after the last octet that the user took. */
export const consumed = ({ rcv }: Tcb): Seq => seqAdd(rcv.nxt, -rcv.unread.length);

/** Octets up to the end of the urgent data that the user has not taken yet: MUST-33. */
export const urgentLeft = (tcb: Tcb): number => Math.max(0, seqDiff(tcb.rcv.up, consumed(tcb)));

/** ESTABLISHED and the states after it: RFC 9293 3.5.1 calls them synchronized. */
export const isSynchronized = (state: State): boolean =>
  state !== 'CLOSED' && state !== 'LISTEN' && state !== 'SYN-SENT' && state !== 'SYN-RECEIVED';
