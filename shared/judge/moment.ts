/**
 * The moment of a refused move: all that a misconception can be recognised by. `tcb` and `offers` are those before
 * the move. It holds no TCP of its own: what is owed, it reads from the engine's offers.
 */
import { type Seq, toSeq } from '../seq.ts';
import type { Offer } from '../tcp/offers.ts';
import { ctlOf, type Segment, SYN } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import type { Move, SendMove } from './move.ts';

/** What the player saw last and did last; null where there is none, or where the caller does not know. */
export interface Exchange {
  readonly received: Segment | null;
  readonly sent: Segment | null;
}

export interface Moment extends Exchange {
  readonly tcb: Tcb;
  readonly offers: readonly Offer[];
}

/** A submitted segment in the engine's words. */
export interface Given {
  readonly ctl: number;
  readonly seq: Seq;
  /** null: left blank. */
  readonly ack: Seq | null;
  readonly len: number;
}

export const givenOf = (move: SendMove): Given => ({
  ctl: ctlOf(move.flags),
  seq: toSeq(move.seq),
  ack: move.ack === null ? null : toSeq(move.ack),
  len: move.payload?.length ?? 0,
});

/** A rule for a segment; a rule for Wait (null) and for a segment. */
export type SendRule = (at: Moment, given: Given) => boolean;
export type Rule = (at: Moment, given: Given | null) => boolean;

/** Makes a rule that no Wait fulfils. */
export const whenSending =
  (rule: SendRule): Rule =>
  (at, given) =>
    given !== null && rule(at, given);

export const givenOrWait = (move: Move): Given | null => (move.type === 'wait' ? null : givenOf(move));

export const has = (ctl: number, bit: number): boolean => (ctl & bit) !== 0;

/** The peer's SYN has come, so there is something to acknowledge. */
export const knowsPeer = ({ tcb }: Moment): boolean =>
  tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN' && tcb.state !== 'SYN-SENT';

/** Something must leave now. */
export const isAnythingOwed = ({ offers }: Moment): boolean => offers.some((offer) => offer.owed);

/** A reset must leave now. */
export const isResetOwed = ({ offers }: Moment): boolean => offers.some(({ kind }) => kind === 'reset');

/** A SYN or SYN,ACK must leave now, for the first time or again. */
export const isSynOwed = ({ tcb, offers }: Moment): boolean =>
  tcb.owed.syn !== null || offers.some(({ kind, segment }) => kind === 'retransmission' && has(segment.ctl, SYN));

/** One of the right answers has this number in seq. */
export const isRightSeq = ({ offers }: Moment, seq: Seq): boolean => offers.some(({ segment }) => segment.seq === seq);
