/** RFC 9293 3.10.8: timeouts; and the persist timer of 3.8.6.1. */
import { assertNever } from '../result.ts';
import type { Millis } from '../time.ts';
import { withTimer } from './draft.ts';
import { deleteTcb, oweAck, type Run, signal, startTimer, stopTimer } from './run.ts';
import { SYN } from './segment.ts';
import type { TimerName } from './state.ts';
import { takeBackSynText } from './fastOpen.ts';
import { usableWindow } from './offers.ts';

export function timeout(run: Run, timer: TimerName): void {
  run.tcb.timers = withTimer(run.tcb.timers, timer, null);
  switch (timer) {
    case 'retransmission':
      retransmissionTimeout(run);
      return;
    case 'persist':
      if (isSilentFor(run, run.tcb.snd.askedAt, run.tcb.config.r2?.data)) giveUp(run);
      else run.tcb.owed.probe = true;
      return;
    case 'delayedAck':
      if (run.tcb.owed.ack !== null) oweAck(run, 'delayed-ack');
      return;
    case 'timeWait':
      deleteTcb(run, 'time-wait-timeout');
      return;
    case 'user':
      signal(run, 'timeout', 'user-timeout');
      deleteTcb(run, 'user-timeout');
      return;
    default:
      assertNever(timer);
  }
}

/** The front of the retransmission queue is owed again - unless R2 says that it was tried long enough (3.8.3). */
function retransmissionTimeout(run: Run): void {
  const { snd, config, owed } = run.tcb;
  const front = snd.queue[0];
  if (front === undefined) return;
  const isSyn = (front.ctl & SYN) !== 0;
  // SHLD-17, MUST-37: a peer that shut its window over this octet may keep it out as long as it likes, but must answer.
  const shutOut = !isSyn && snd.wnd === 0;
  // A segment behind others that were lost had to wait for its turn: its own time begins with the last progress.
  const since = shutOut ? snd.askedAt : Math.max(front.firstSentAt, snd.unaMovedAt);
  if (isSilentFor(run, since, isSyn ? config.r2?.syn : config.r2?.data)) {
    giveUp(run);
    return;
  }
  if (config.r2 !== null && !shutOut && front.times === config.r1) signal(run, 'unanswered', 'r1-tells-user');
  if (isSyn) {
    run.tcb.rtt = { ...run.tcb.rtt, synTimedOut: true };
    takeBackSynText(run);
  }
  owed.retransmission = true;
}

/** R2 of 3.8.3. `limit` undefined: there is none; `since` null: nothing has been asked. */
const isSilentFor = ({ now }: Run, since: Millis | null, limit: Millis | undefined): boolean =>
  since !== null && limit !== undefined && now - since >= limit;

function giveUp(run: Run): void {
  signal(run, 'timeout', 'r2-gives-up');
  deleteTcb(run, 'r2-gives-up');
}

/**
 * 3.8.6.1: while something waits to be sent, nothing is under way and the window lets nothing out, the persist
 * timer runs; its end forces a probe. The same timer overrides 3.8.6.2.1 when only silliness holds text back.
 */
export function watchWindow(run: Run, held: boolean): void {
  const { tcb } = run;
  if (!held) {
    stopTimer(run, 'persist', 'window-opened');
    tcb.owed.probe = false;
    if (tcb.rtt.probeInterval > 0) tcb.rtt = { ...tcb.rtt, probeInterval: 0 };
    return;
  }
  if (tcb.timers.persist !== null || tcb.owed.probe) return;
  const { rtt, config } = tcb;
  if (usableWindow(tcb) > 0) {
    // 3.8.6.2.1: "The override timeout should be in the range 0.1 - 1.0 seconds."
    startTimer(run, 'persist', Math.min(1000, rtt.rto), 'override-start');
    return;
  }
  const probeInterval = rtt.probeInterval === 0 ? rtt.rto : Math.min(config.mostRto, rtt.probeInterval * 2);
  tcb.rtt = { ...rtt, probeInterval };
  startTimer(run, 'persist', probeInterval, 'persist-start');
}
