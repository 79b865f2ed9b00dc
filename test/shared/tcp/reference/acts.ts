/** What the paragraphs of 3.10.7 say again and again: send this, tell that, drop it, enter a state. */
import { type Seq, seqAdd, seqGt, seqLe, seqLt, toSeq } from '../../../../shared/seq.ts';
import { ACK, RST, segLen } from '../../../../shared/tcp/segment.ts';
import type { State } from '../../../../shared/tcp/state.ts';
import type { Arrival, Endpoint, Next } from './endpoint.ts';
import type { SentenceId } from './sentences.ts';

const zero = toSeq(0);

/** "<SEQ=...><ACK=...><CTL=...>". The window of a RST says nothing. */
export function send(a: Arrival, ctl: number, seq: Seq, ack: Seq): void {
  a.acts.push({ type: 'send', seq, ack, ctl, wnd: (ctl & RST) === 0 ? a.e.rcvWnd : 0 });
}

/** "If the ACK bit is on, <SEQ=SEG.ACK><CTL=RST>", "off: <SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>". */
export function sendReset(a: Arrival): void {
  if ((a.seg.ctl & ACK) !== 0) send(a, RST, a.seg.ack, zero);
  else send(a, RST | ACK, zero, seqAdd(a.seg.seq, segLen(a.seg)));
}

/** "<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>", once, when the segment is done with: MUST-58. The first reason names it. */
export function owesAck(a: Arrival, why: SentenceId): void {
  a.ack ??= why;
}

/** "drop the segment and return" */
export function drop(a: Arrival, why: SentenceId): Next {
  a.because.add(why);
  a.dropped += 1;
  return 'return';
}

/** "send an acknowledgment ... drop the segment ... and return" */
export function ackAndDrop(a: Arrival, why: SentenceId): Next {
  owesAck(a, why);
  return drop(a, why);
}

export function enter(a: Arrival, state: State, why: SentenceId): void {
  a.e.state = state;
  a.because.add(why);
}

/** "Enter the CLOSED state, delete the TCB, and return." */
export function close(a: Arrival, why: SentenceId): Next {
  enter(a, 'CLOSED', why);
  return 'return';
}

/** "return this connection to LISTEN state and return"; "the retransmission queue should be flushed" */
export function backToListen(a: Arrival, why: SentenceId): Next {
  enter(a, 'LISTEN', why);
  return 'return';
}

/** SND.UNA <- SEG.ACK, what it takes off the retransmission queue, and what RFC 6298 5.2 and 5.3 say of the timer. */
export function acknowledge(a: Arrival, ack: Seq): void {
  const { e } = a;
  const before = e.una;
  if (!seqLt(before, ack)) return;
  const firstText = seqAdd(e.iss, 1);
  const hadText = seqLt(before, e.textEnd) && seqGt(e.textEnd, firstText);
  e.una = ack;
  if (hadText && seqLe(e.textEnd, ack)) {
    a.because.add('fifth: SENT and fully acknowledged');
    a.acts.push({ type: 'signal', signal: 'sent' });
  }
  a.because.add(e.una === e.nxt ? 'timer stops' : 'timer again');
}

/** "SND.WND <- SEG.WND, SND.WL1 <- SEG.SEQ, SND.WL2 <- SEG.ACK" */
export function takeWindow(a: Arrival): void {
  const { e, seg } = a;
  e.wnd = seg.wnd;
  e.wl1 = seg.seq;
  e.wl2 = seg.ack;
  // RFC 5961 5: "the largest window that the local sender has ever received from its peer".
  e.maxWnd = Math.max(e.maxWnd, seg.wnd);
}

/** "If our FIN is now acknowledged" */
export const finAcked = (e: Endpoint): boolean => e.fin !== null && seqGt(e.una, e.fin);
