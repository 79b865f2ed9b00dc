/** One end as its own keeper sees it: TCB, timers, orders, and what the composer can offer. */
import { toText } from '../octets.ts';
import { type Seq, seqAdd, seqDiff, seqGt, seqMax } from '../seq.ts';
import { usableWindow } from '../tcp/offers.ts';
import { dataSeq, makeSegment } from '../tcp/segment.ts';
import { type TimerName, timerNames } from '../tcp/state.ts';
import { finAcked, isSynchronized, type Tcb, textEnd } from '../tcp/tcb.ts';
import type { AppCall } from './event.ts';
import type { End, Match } from './match.ts';
import type { Role } from './role.ts';
import type { EndView, PayloadChoice, TcbView, TimerView } from './view.ts';

export function endView(match: Match, role: Role): EndView {
  const end = match.ends[role];
  return {
    role,
    tcb: match.phase === 'finished' ? epitaph(end) : tcbView(end.tcb),
    timers: timerNames.flatMap((timer) => timerView(end.tcb, timer, match.now)),
    decision: end.triggers,
    calls: end.calls.map((call) => ({ ...call, done: isDone(end, call) })),
    payloads: payloadsOf(end),
    received: toText(end.received),
    refused: end.refused,
  };
}

/** Variables appear when they get a meaning: ours with the ISS, the peer's with its SYN. */
function tcbView({ state, iss, irs, snd, rcv }: Tcb): TcbView {
  const hasIss = state !== 'CLOSED' && state !== 'LISTEN';
  const hasIrs = hasIss && state !== 'SYN-SENT';
  return {
    state,
    iss: hasIss ? iss : null,
    sndUna: hasIss ? snd.una : null,
    sndNxt: hasIss ? snd.nxt : null,
    sndWnd: hasIrs ? snd.wnd : null,
    irs: hasIrs ? irs : null,
    rcvNxt: hasIrs ? rcv.nxt : null,
    rcvWnd: state === 'CLOSED' ? null : rcv.wnd,
  };
}

/** When all is over, a deleted TCB is shown with the numbers that it ended with. */
const epitaph = ({ tcb, gone }: End): TcbView =>
  tcb.state === 'CLOSED' && gone !== null ? { ...tcbView(gone), state: tcb.state } : tcbView(tcb);

function timerView(tcb: Tcb, timer: TimerName, now: number): readonly TimerView[] {
  const running = tcb.timers[timer];
  if (running !== null) return [{ timer, startedAt: running.since, at: running.at, expired: false }];
  const expired =
    (timer === 'retransmission' && tcb.owed.retransmission) ||
    (timer === 'persist' && tcb.owed.probe) ||
    (timer === 'delayedAck' && tcb.owed.ack?.clause === 'delayed-ack');
  return expired ? [{ timer, startedAt: now, at: now, expired }] : [];
}

/** TCP has carried the order out: the peer has acknowledged it. */
function isDone(end: End, call: AppCall): boolean {
  const { tcb } = end;
  switch (call.call) {
    case 'OPEN':
      return isSynchronized(tcb.state) || end.received.length > 0 || end.calls.length > 1;
    case 'SEND':
      return tcb.state === 'CLOSED' || tcb.snd.text.length === 0;
    case 'RECEIVE':
      return true;
    case 'CLOSE':
    case 'ABORT':
      return tcb.state === 'CLOSED' || finAcked(tcb);
  }
}

/** The octets that a call gave to be sent: OPEN may give some for the SYN (Fast Open). */
const sentBy = ({ call, len }: AppCall): number => (call === 'SEND' || call === 'OPEN' ? len : 0);

/** The lengths worth offering for so many octets: all, one MSS, what the window takes, one to knock with. */
function cuts(tcb: Tcb, all: number): readonly number[] {
  if (!isSynchronized(tcb.state)) return [all];
  const usable = usableWindow(tcb);
  const some = [all, tcb.snd.mss, ...(usable > 0 ? [usable] : [1])].filter((length) => length > 0 && length <= all);
  return [...new Set(some)];
}

/** What is on its way, segment by segment, and what was never sent, order by order. */
function payloadsOf({ tcb, stream, calls }: End): readonly PayloadChoice[] {
  if (tcb.state === 'CLOSED' || tcb.state === 'LISTEN') return [];
  const first = seqAdd(tcb.iss, 1);
  const choice = (from: Seq, length: number, unsent: boolean): PayloadChoice => {
    const offset = seqDiff(from, first) >>> 0;
    return { offset, length, text: toText(stream.subarray(offset, offset + length)), seq: from, unsent };
  };
  const choices = tcb.snd.queue
    .filter((sent) => sent.len > 0)
    .map((sent) => choice(dataSeq(makeSegment(sent)), sent.len, false));
  const before = stream.length - calls.reduce((sum, call) => sum + sentBy(call), 0);
  let from = seqAdd(first, before);
  for (const call of calls) {
    const to = seqAdd(from, sentBy(call));
    const start = seqMax(from, seqMax(tcb.snd.nxt, first));
    if (seqGt(to, start) && !seqGt(to, textEnd(tcb))) {
      for (const length of cuts(tcb, seqDiff(to, start))) choices.push(choice(start, length, true));
    }
    from = to;
  }
  return choices;
}
