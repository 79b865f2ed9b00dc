/** A segment leaves: what that does to the TCB. The one writer of SND.NXT and of the retransmission queue's end. */
import { type Seq, seqLt, seqMax } from '../seq.ts';
import type { Offer } from './offers.ts';
import { backOff, startDataRto } from './rto.ts';
import { enter, returnToListen, type Run, startTimer, stopTimer } from './run.ts';
import { ACK, FIN, PSH, RST, type Segment, segEnd, segLen, SYN } from './segment.ts';
import { stamp } from './timestamps.ts';

/** `kind` and `clause` are those of the offer that the segment takes up. */
export function leave(run: Run, formed: Segment, { kind, clause }: Pick<Offer, 'kind' | 'clause'>): void {
  const { tcb } = run;
  const segment = stamp(tcb, formed, run.now);
  const retransmission = segLen(segment) > 0 && seqLt(segment.seq, tcb.snd.max) && (segment.ctl & RST) === 0;
  run.effects.push({ type: 'sendSegment', segment, retransmission, clause });
  if ((segment.ctl & RST) !== 0) {
    const place = tcb.owed.resets.findIndex(({ segment: owed }) => owed.seq === segment.seq);
    tcb.owed.resets = tcb.owed.resets.filter((_, i) => i !== place);
    return;
  }
  if (tcb.config.synCookies && tcb.opened === 'passively' && (segment.ctl & SYN) !== 0) {
    // RFC 4987 3.6: all that will be needed is in the segment.
    returnToListen(run, 'cookie-forgets');
    return;
  }
  if ((segment.ctl & SYN) !== 0) tcb.owed.syn = null;
  if ((segment.ctl & ACK) !== 0) leaveAck(run, segment.ack);
  if (kind === 'probe') leaveAsProbe(run, segment);
  else if (kind === 'retransmission') leaveAgain(run);
  else if (segLen(segment) > 0 && !seqLt(segment.seq, tcb.snd.nxt)) leaveFirst(run, segment);
  else if ((segment.ctl & SYN) !== 0) leaveSynAgain(run);
}

/** What was received has been acknowledged. */
export function leaveAck(run: Run, ack: Seq): void {
  run.tcb.owed.ack = null;
  run.tcb.rcv.unacked = 0;
  noteAckSent(run, ack);
  stopTimer(run, 'delayedAck', 'ack-sent');
}

/** Last.ACK.sent of RFC 7323 4.3. */
function noteAckSent(run: Run, ack: Seq): void {
  const { agreed } = run.tcb;
  const { timestamps } = agreed;
  if (timestamps === null || timestamps.lastAckSent === ack) return;
  run.tcb.agreed = { ...agreed, timestamps: { ...timestamps, lastAckSent: ack } };
}

/** The SYN left before, now with an ACK or as the answer to a repeated SYN: Karn's algorithm must know (MUST-18). */
export function leaveSynAgain(run: Run): void {
  const { snd } = run.tcb;
  snd.queue = snd.queue.map((sent) => ((sent.ctl & SYN) === 0 ? sent : { ...sent, times: sent.times + 1 }));
}

/** New numbers: onto the retransmission queue, and the timer runs (RFC 6298 5.1). */
export function leaveFirst(run: Run, segment: Segment): void {
  const { tcb, now } = run;
  const { ctl, seq, data } = segment;
  startDataRto(run);
  tcb.owed.probe = false;
  // A window probe has carried the first of these numbers: Karn's algorithm must know (MUST-18).
  const times = seqLt(seq, tcb.snd.max) ? 2 : 1;
  const sent = { seq, ctl: ctl & (SYN | FIN | PSH), len: data.length, firstSentAt: now, times };
  tcb.snd.queue = tcb.snd.queue.length === 0 ? [sent] : [...tcb.snd.queue, sent];
  tcb.snd.nxt = segEnd(segment);
  tcb.snd.max = seqMax(tcb.snd.max, tcb.snd.nxt);
  if (tcb.timers.retransmission === null && !tcb.owed.retransmission) {
    startTimer(run, 'retransmission', tcb.rtt.rto, 'rto-start');
  }
  if (tcb.config.userTimeout !== null && tcb.timers.user === null) {
    startTimer(run, 'user', tcb.config.userTimeout, 'user-timeout');
  }
  // 3.10.4, CLOSE-WAIT: "then send a FIN segment, enter LAST-ACK state".
  if ((ctl & FIN) !== 0 && tcb.state === 'CLOSE-WAIT') enter(run, 'LAST-ACK', 'close-wait-fin');
}

/** The front of the queue once more: back off, and the timer starts anew (RFC 6298 5.5, 5.6). */
export function leaveAgain(run: Run): void {
  const { tcb } = run;
  const [front, ...rest] = tcb.snd.queue;
  if (front === undefined) return;
  tcb.snd.queue = [{ ...front, times: front.times + 1 }, ...rest];
  tcb.owed.retransmission = false;
  if (tcb.snd.wnd === 0 && (front.ctl & SYN) === 0) askBehindWindow(run);
  backOff(run);
  startTimer(run, 'retransmission', tcb.rtt.rto, 'rto-backoff');
}

/** A probe may be refused, so SND.NXT stays; SND.MAX remembers that its number was used. */
function leaveAsProbe(run: Run, segment: Segment): void {
  const { tcb } = run;
  tcb.owed.probe = false;
  askBehindWindow(run);
  tcb.snd.max = seqMax(tcb.snd.max, segEnd(segment));
  // Its FIN may be taken: what 3.10.4 says of CLOSE-WAIT holds for this one too.
  if ((segment.ctl & FIN) !== 0 && tcb.state === 'CLOSE-WAIT') enter(run, 'LAST-ACK', 'close-wait-fin');
}

/** What is sent though the window is shut wants an answer, and the peer must give one: 3.8.6.1. */
function askBehindWindow({ tcb, now }: Run): void {
  tcb.snd.askedAt ??= now;
}
