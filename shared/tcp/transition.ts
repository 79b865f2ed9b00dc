/**
 * The only door to a connection: an event in, the next TCB and the effects out. Pure: the TCB that came in is
 * not touched, time and the next ISS are given. RFC 9293 3.10.
 */
import { NONE, type Octets } from '../octets.ts';
import type { Seq } from '../seq.ts';
import { assertNever } from '../result.ts';
import type { Millis } from '../time.ts';
import { arrivesInClosed } from './arrives/closed.ts';
import { arrivesInListen } from './arrives/listen.ts';
import { arrivesInOtherStates } from './arrives/otherStates.ts';
import { arrivesInSynSent } from './arrives/synSent.ts';
import { userCall } from './calls.ts';
import type { Effect } from './effect.ts';
import type { TcpEvent } from './event.ts';
import { isHeldBack, nextOwed, type Offer, offers } from './offers.ts';
import { begin, type Run } from './run.ts';
import { type Segment, segLen } from './segment.ts';
import { leaveRaw } from './raw.ts';
import { leave } from './sent.ts';
import { type TimerName, timerNames } from './state.ts';
import type { Tcb } from './tcb.ts';
import { timeout, watchWindow } from './timeouts.ts';

export interface Transition {
  readonly tcb: Tcb;
  readonly effects: readonly Effect[];
}

/** Does `event` to `tcb` at the instant `now`. */
export function transition(tcb: Tcb, event: TcpEvent, now: Millis): Transition {
  const run = begin(tcb, now);
  switch (event.type) {
    case 'segmentArrives':
      segmentArrives(run, event.segment, event.iss, event.cookie ?? NONE);
      break;
    case 'userCall':
      userCall(run, event.call);
      break;
    case 'timeout':
      timeout(run, event.timer);
      break;
    case 'transmit':
      leave(run, event.segment, takenUp(tcb, event.segment));
      break;
    case 'inject':
      leaveRaw(run, event.segment, event.clause);
      break;
    default:
      assertNever(event);
  }
  if (tcb.config.pacing === 'engine') letGo(run);
  watchWindow(run, isHeldBack(run.tcb));
  return { tcb: run.tcb, effects: run.effects };
}

/** 3.10.7. */
function segmentArrives(run: Run, seg: Segment, iss: Seq, cookie: Octets): void {
  switch (run.tcb.state) {
    case 'CLOSED':
      arrivesInClosed(run, seg);
      return;
    case 'LISTEN':
      arrivesInListen(run, seg, iss, cookie);
      return;
    case 'SYN-SENT':
      arrivesInSynSent(run, seg);
      return;
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      arrivesInOtherStates(run, seg);
  }
}

/** `engine` pacing: all that is owed leaves. */
function letGo(run: Run): void {
  for (let offer = nextOwed(run.tcb); offer !== null; offer = nextOwed(run.tcb)) leave(run, offer.segment, offer);
}

/** Which offer a keeper's segment takes up: the one with its numbers, or new text where it fits none. */
function takenUp(tcb: Tcb, segment: Segment): Pick<Offer, 'kind' | 'clause'> {
  const fits = offers(tcb).find(
    (offer) =>
      offer.segment.seq === segment.seq &&
      segLen(offer.segment) > 0 === segLen(segment) > 0 &&
      ((offer.segment.ctl ^ segment.ctl) & 0x06) === 0,
  );
  return fits ?? { kind: 'text', clause: 'send-text' };
}

/** The timer of a connection that runs out first, or null: where `timeout` events come from. */
export function nextTimer(tcb: Tcb): { readonly timer: TimerName; readonly at: Millis } | null {
  const at = deadline(tcb);
  const timer = timerNames.find((name) => tcb.timers[name]?.at === at);
  return timer === undefined ? null : { timer, at };
}

/** When that is; Infinity: no timer runs. */
export const deadline = ({ timers }: Tcb): Millis =>
  Math.min(
    timers.retransmission?.at ?? Infinity,
    timers.persist?.at ?? Infinity,
    timers.delayedAck?.at ?? Infinity,
    timers.timeWait?.at ?? Infinity,
    timers.user?.at ?? Infinity,
  );
