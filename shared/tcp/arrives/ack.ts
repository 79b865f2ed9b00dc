/** RFC 9293 3.10.7.4, fifth: check the ACK field. With RFC 5961, section 5, where it is switched on. */
import { seqAdd, seqGt, seqLt } from '../../seq.ts';
import { acknowledge, maybeTakeWindow, takeWindow } from '../acknowledge.ts';
import {
  challenge,
  deleteTcb,
  drop,
  enter,
  oweAck,
  oweReset,
  type Run,
  signal,
  startTimer,
  stopTimer,
} from '../run.ts';
import { ACK, type Segment } from '../segment.ts';
import { finAcked, urgentLeft } from '../tcb.ts';
import type { Step } from './otherStates.ts';

export function checkAck(run: Run, seg: Segment): Step {
  const { tcb } = run;
  if ((seg.ctl & ACK) === 0) {
    drop(run, 'ack-bit-off');
    return 'done';
  }
  if (tcb.state === 'SYN-RECEIVED' && establish(run, seg) === 'done') return 'done';
  // RFC 5961: an ACK further back than the largest window cannot be an old one of this connection.
  const tooOld = tcb.config.rfc5961 && seqLt(seg.ack, seqAdd(tcb.snd.una, -tcb.snd.maxWnd));
  if (tooOld) {
    challenge(run, 'ack-too-old');
    return 'done';
  }
  // SND.MAX is SND.NXT, or one beyond it while a window probe is out.
  if (seqGt(seg.ack, tcb.snd.max)) {
    oweAck(run, 'ack-too-new');
    drop(run, 'ack-too-new');
    return 'done';
  }
  tcb.snd.askedAt = null;
  if (seqGt(seg.ack, tcb.snd.una)) acknowledge(run, seg);
  maybeTakeWindow(run, seg);
  return afterAck(run);
}

/** SYN-RECEIVED. 3.5.2, group 2: an ACK of what was never sent is answered by a reset, whatever RFC 5961 says later. */
function establish(run: Run, seg: Segment): Step {
  const { tcb } = run;
  if (!seqGt(seg.ack, tcb.snd.una) || seqGt(seg.ack, tcb.snd.nxt)) {
    oweReset(run, seg, 'syn-received-resets-bad-ack');
    drop(run, 'syn-received-resets-bad-ack');
    return 'done';
  }
  // Our SYN,ACK is not needed any more, but the peer's SYN is still without an ACK.
  if (tcb.owed.syn !== null) oweAck(run, 'syn-received-established');
  tcb.owed.syn = null;
  tcb.fastOpen = null;
  enter(run, 'ESTABLISHED', 'syn-received-established');
  takeWindow(run, seg);
  // The SYN had an urgent pointer: its text is only now about to reach the user.
  if (urgentLeft(tcb) > 0) signal(run, 'urgent', 'urgent-signal');
  // A CLOSE that had to wait for this state (3.10.4).
  if (tcb.snd.closing) enter(run, 'FIN-WAIT-1', 'close-queued');
  return 'continue';
}

/** What the acknowledgment of our FIN means, state by state. */
function afterAck(run: Run): Step {
  const { tcb } = run;
  const ours = finAcked(tcb);
  switch (tcb.state) {
    case 'FIN-WAIT-1':
      if (ours) enter(run, 'FIN-WAIT-2', 'fin-wait-1-acked');
      return 'continue';
    case 'CLOSING':
      if (!ours) {
        drop(run, 'closing-ignores');
        return 'done';
      }
      enterTimeWait(run, 'closing-acked');
      return 'continue';
    case 'LAST-ACK':
      if (!ours) return 'continue';
      deleteTcb(run, 'last-ack-closed');
      return 'done';
    case 'CLOSED':
    case 'LISTEN':
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
    case 'TIME-WAIT':
      return 'continue';
  }
}

/** Starts the wait of two segment lifetimes and turns the other timers off: MUST-13. */
export function enterTimeWait(run: Run, clause: 'closing-acked' | 'fin-time-wait'): void {
  enter(run, 'TIME-WAIT', clause);
  for (const timer of ['retransmission', 'persist', 'delayedAck', 'user'] as const) stopTimer(run, timer, clause);
  startTimer(run, 'timeWait', 2 * run.tcb.config.msl, clause);
}
