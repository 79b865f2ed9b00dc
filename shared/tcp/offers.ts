/**
 * What a connection owes the peer and what it may say now: the one place that forms segments. In `engine` pacing
 * the owed ones leave at once; in `keeper` pacing a player chooses among all of them, and the judge compares.
 */
import { cut, NONE } from '../octets.ts';
import { seqAdd, seqDiff, seqGt } from '../seq.ts';
import type { ClauseId } from './clauses.ts';
import { again, effSndMss, form } from './form.ts';
import { optionsLength } from './option.ts';
import { synOptions } from './negotiate.ts';
import { ACK, FIN, PSH, type Segment, SYN } from './segment.ts';
import { finSent, isSynchronized, type OwedReset, type Tcb, textEnd, unsentLength } from './tcb.ts';

export interface Offer {
  /** Every field as it would leave now, with as much text as may go. */
  readonly segment: Segment;
  /** The text may be cut down to this many octets (then a FIN, if any, does not fit on it any more). */
  readonly least: number;
  /** It must leave now; false: it may, but waiting is right as well. */
  readonly owed: boolean;
  readonly kind: 'reset' | 'syn' | 'retransmission' | 'probe' | 'text' | 'ack';
  readonly clause: ClauseId;
}

/** All that is right to send now, the most pressing first. Empty: only waiting is right. */
export function offers(tcb: Tcb): readonly Offer[] {
  const all: Offer[] = tcb.owed.resets.flatMap(resetOffers);
  for (const one of [
    synOffer(tcb),
    retransmissionOffer(tcb),
    textOffer(tcb),
    probeOffer(tcb),
    ackOffer(tcb),
    repeatedSynAck(tcb),
  ]) {
    if (one !== null) all.push(one);
  }
  return all;
}

/** The next segment that must leave, or null. What `engine` pacing sends. */
export function nextOwed(tcb: Tcb): Offer | null {
  const { resets, syn, retransmission, probe, ack } = tcb.owed;
  if (resets.length > 0) return resets.map(plainReset)[0] ?? null;
  // Asked after every event, and mostly the answer is no: so nothing is called, and nothing formed, in vain.
  return (
    (syn === null ? null : synOffer(tcb)) ??
    (retransmission ? retransmissionOffer(tcb) : null) ??
    (isMoreToSend(tcb) ? ifOwed(textOffer(tcb)) : null) ??
    (probe ? probeOffer(tcb) : null) ??
    (ack !== null && ack.urgency === 'now' ? ackOffer(tcb) : null)
  );
}

const ifOwed = (offer: Offer | null): Offer | null => (offer !== null && offer.owed ? offer : null);

const plainReset = ({ segment, clause }: OwedReset): Offer => ({
  segment,
  least: 0,
  owed: true,
  kind: 'reset',
  clause,
});

/** A reset, and with the acknowledgment that it may carry. */
function resetOffers(reset: OwedReset): readonly Offer[] {
  const plain = plainReset(reset);
  const { segment, orAck } = reset;
  return orAck === null ? [plain] : [plain, { ...plain, segment: { ...segment, ack: orAck, ctl: segment.ctl | ACK } }];
}

/** <SEQ=ISS><CTL=SYN>, or <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>. */
function synOffer(tcb: Tcb): Offer | null {
  if (tcb.owed.syn === null) return null;
  const segment = form(tcb, tcb.iss, SYN, cut(tcb.snd.text, 0, synTextLength(tcb)));
  return { segment, least: segment.data.length, owed: true, kind: 'syn', clause: tcb.owed.syn };
}

/** Text rides on a SYN only with a Fast Open cookie, and as if the peer's MSS were 536: RFC 7413 4.2.1. */
function synTextLength(tcb: Tcb): number {
  const { state, snd, fastOpen } = tcb;
  if (state !== 'SYN-SENT' || fastOpen === null || fastOpen.option === null) return 0;
  if (fastOpen.option.cookie.length === 0) return 0;
  return Math.min(snd.text.length, snd.mss - optionsLength(synOptions(tcb)));
}

/** The segment at the front of the retransmission queue, with the current acknowledgment: 3.10.8, RFC 6298 5.4. */
function retransmissionOffer(tcb: Tcb): Offer | null {
  const front = tcb.snd.queue[0];
  if (!tcb.owed.retransmission || front === undefined) return null;
  return { segment: again(tcb, front), least: front.len, owed: true, kind: 'retransmission', clause: 'retransmission' };
}

/** The states in which text and FIN may leave: ESTABLISHED, CLOSE-WAIT, and those where CLOSE waits for its FIN. */
function maySendText({ state, owed, fastOpen }: Tcb): boolean {
  if (owed.syn !== null) return false;
  // LAST-ACK: the FIN went as a window probe, and the window opened.
  if (state === 'ESTABLISHED' || state === 'CLOSE-WAIT' || state === 'LAST-ACK') return true;
  if (state === 'FIN-WAIT-1' || state === 'CLOSING') return true;
  return state === 'SYN-RECEIVED' && fastOpen !== null && fastOpen.accepted;
}

/** The user gave octets, or called CLOSE, and not all of that has left. */
const isMoreToSend = (tcb: Tcb): boolean => seqGt(seqAdd(textEnd(tcb), tcb.snd.closing ? 1 : 0), tcb.snd.nxt);

/** U of 3.8.6.2.1: how many more numbers the window lets out; negative where it has shrunk (MUST-34). */
export const usableWindow = ({ snd }: Tcb): number => snd.wnd - seqDiff(snd.nxt, snd.una);

/** New text, as much as one segment and the window take, and the FIN behind the last octet. */
function textOffer(tcb: Tcb): Offer | null {
  if (!isMoreToSend(tcb) || !maySendText(tcb)) return null;
  const { snd } = tcb;
  const usable = usableWindow(tcb);
  const waiting = unsentLength(tcb);
  const len = Math.max(0, Math.min(waiting, usable, effSndMss(tcb)));
  const fin = tcb.state !== 'SYN-RECEIVED' && snd.closing && !finSent(tcb) && len === waiting && usable > len;
  if (len === 0 && !fin) return null;
  const from = seqDiff(snd.nxt, snd.textSeq);
  const ctl = (fin ? FIN : 0) | (len > 0 && len === waiting ? PSH : 0);
  const segment = form(tcb, snd.nxt, ctl, cut(snd.text, from, from + len));
  const owed = len === 0 || worthSending(tcb, len, waiting);
  return { segment, least: len === 0 ? 0 : 1, owed, kind: 'text', clause: fin ? 'close-sends-fin' : 'send-text' };
}

/** 3.8.6.2.1: no silly segments (MUST-38); and Nagle's condition of 3.7.4 where it is on. All text is pushed. */
function worthSending(tcb: Tcb, len: number, waiting: number): boolean {
  const { snd, config } = tcb;
  if (len >= effSndMss(tcb)) return true;
  const quiet = !config.nagle || snd.nxt === snd.una;
  return quiet && (len === waiting || len >= snd.maxWnd / 2);
}

/** One octet (or the FIN) past a closed window: 3.8.6.1. Or what fits, where only silliness held it back. */
function probeOffer(tcb: Tcb): Offer | null {
  if (!tcb.owed.probe) return null;
  const fits = textOffer(tcb);
  if (fits !== null) return { ...fits, owed: true, clause: 'override-timeout' };
  const { snd } = tcb;
  const len = Math.min(unsentLength(tcb), 1);
  const from = seqDiff(snd.nxt, snd.textSeq);
  const segment = form(tcb, snd.nxt, len === 0 ? FIN : PSH, cut(snd.text, from, from + len));
  return { segment, least: len, owed: true, kind: 'probe', clause: 'window-probe' };
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>. */
function ackOffer(tcb: Tcb): Offer | null {
  const { ack } = tcb.owed;
  if (ack === null || !(isSynchronized(tcb.state) || tcb.state === 'SYN-RECEIVED')) return null;
  return {
    segment: form(tcb, tcb.snd.nxt, 0, NONE),
    least: 0,
    owed: ack.urgency === 'now',
    kind: 'ack',
    clause: ack.clause,
  };
}

/**
 * A repeated SYN in SYN-RECEIVED: 3.10.7.4 answers with an ACK, many stacks with the SYN,ACK again, which says
 * that and more. Both are right.
 */
function repeatedSynAck(tcb: Tcb): Offer | null {
  if (tcb.state !== 'SYN-RECEIVED' || tcb.owed.ack === null || tcb.owed.syn !== null) return null;
  return { segment: form(tcb, tcb.iss, SYN, NONE), least: 0, owed: true, kind: 'syn', clause: 'repeated-syn' };
}

/** Something waits to leave and the window (or 3.8.6.2.1) holds it: what the persist timer watches. */
export function isHeldBack(tcb: Tcb): boolean {
  return isMoreToSend(tcb) && tcb.snd.queue.length === 0 && maySendText(tcb) && textOffer(tcb)?.owed !== true;
}
