/** What the reference model knows of one end, and what a segment made it do. Numbers are those of the wire. */
import type { Octets } from '../../../../shared/octets.ts';
import type { Seq } from '../../../../shared/seq.ts';
import type { Segment } from '../../../../shared/tcp/segment.ts';
import type { Signal, State } from '../../../../shared/tcp/state.ts';
import type { SentenceId } from './sentences.ts';

/** RFC 9293 3.3.1, as far as SEGMENT ARRIVES asks for it. A draft: the model changes its own copy. */
export interface Endpoint {
  state: State;
  /** "came from the LISTEN state". */
  passive: boolean;
  iss: Seq;
  irs: Seq;
  una: Seq;
  nxt: Seq;
  wnd: number;
  wl1: Seq;
  wl2: Seq;
  maxWnd: number;
  /** The number after the last octet that was SENT; all of it has left. */
  textEnd: Seq;
  /** The number of our FIN, once it has left. */
  fin: Seq | null;
  rcvNxt: Seq;
  rcvWnd: number;
  rcvUp: Seq;
  /** RCV.USER: octets that wait for RECEIVE. */
  unread: number;
  /** Segments (what is left of them) that wait for their turn. */
  kept: readonly Kept[];
}

export interface Kept {
  readonly seq: Seq;
  readonly text: Octets;
  readonly fin: boolean;
  /** The urgent pointer as a number, not looked at yet; null: none, or told already. */
  readonly urgent: Seq | null;
}

/** The choices that the RFC leaves. */
export interface Rules {
  readonly rfc5961: boolean;
  readonly rfc1337: boolean;
  /** Appendix A.2. */
  readonly relaxedOpen: boolean;
  /** MAY-2. */
  readonly reopen: boolean;
  /** The user reads all octets as they come. */
  readonly autoReceive: boolean;
  /** RCV.BUFF */
  readonly rcvBuff: number;
}

export type Act =
  | { readonly type: 'send'; readonly seq: Seq; readonly ack: Seq; readonly ctl: number; readonly wnd: number }
  | { readonly type: 'signal'; readonly signal: Signal }
  | { readonly type: 'deliver'; readonly data: Octets }
  | { readonly type: 'reopen'; readonly above: Seq };

/** One segment under way through SEGMENT ARRIVES. */
export interface Arrival {
  readonly e: Endpoint;
  readonly rules: Rules;
  /** The number to use if an ISS has to be selected. */
  readonly iss: Seq;
  seg: Segment;
  /** SEG.UP as a number: it stays where it is when the segment is trimmed. */
  readonly urgent: Seq | null;
  readonly acts: Act[];
  readonly because: Set<SentenceId>;
  dropped: number;
  /** The reason to acknowledge; one ACK for all of them: MUST-58. */
  ack: SentenceId | null;
  /** The 2MSL timer was started. */
  lingers: boolean;
}

/** What a step ends with: the RFC's "and return", or on to the next step. */
export type Next = 'return' | 'go on';
