/**
 * One transition under way: a private copy of the TCB that the rules change, and the effects so far. The copy is
 * made when the door (`transition`) is entered and handed out when it is left; nobody sees it in between.
 */
import type { Octets } from '../octets.ts';
import { type Seq, seqAdd, seqMax } from '../seq.ts';
import type { Millis } from '../time.ts';
import type { ClauseId } from './clauses.ts';
import { type Draft, draftOf, overwrite, withTimer } from './draft.ts';
import type { Effect } from './effect.ts';
import { ACK, makeSegment, RST, type Segment, segEnd } from './segment.ts';
import { type Signal, type State, type TimerName, timerNames } from './state.ts';
import { newTcb, type Tcb, type Timers } from './tcb.ts';

export interface Run {
  readonly tcb: Draft;
  readonly effects: Effect[];
  readonly now: Millis;
}

export const begin = (tcb: Tcb, now: Millis): Run => ({ tcb: draftOf(tcb), effects: [], now });

/** The one writer of the state. */
export function enter(run: Run, to: State, clause: ClauseId): void {
  const from = run.tcb.state;
  if (from === to) return;
  run.tcb.state = to;
  run.effects.push({ type: 'changeState', from, to, clause });
}

/** Deletes the TCB: CLOSED, with all queues flushed and all timers off. Resets that are owed still leave. */
export function deleteTcb(run: Run, clause: ClauseId): void {
  enter(run, 'CLOSED', clause);
  emptyTcb(run, clause);
}

/** The connection goes back to where its passive OPEN left it; the user need not know. */
export function returnToListen(run: Run, clause: ClauseId): void {
  enter(run, 'LISTEN', clause);
  emptyTcb(run, clause);
  run.tcb.opened = 'passively';
}

function emptyTcb(run: Run, clause: ClauseId): void {
  const { state, owed, rcv, config } = run.tcb;
  const { resets } = owed;
  const { unread } = rcv;
  for (const timer of timerNames) stopTimer(run, timer, clause);
  overwrite(run.tcb, newTcb(config));
  run.tcb.state = state;
  run.tcb.owed.resets = resets;
  // Octets that TCP took responsibility for stay readable after a normal close (3.10.3).
  run.tcb.rcv.unread = unread;
}

export const signal = (run: Run, name: Signal, clause: ClauseId): void => {
  run.effects.push({ type: 'signalUser', signal: name, clause });
};

export const drop = (run: Run, clause: ClauseId): void => {
  run.effects.push({ type: 'drop', clause });
};

export function startTimer(run: Run, timer: TimerName, after: Millis, clause: ClauseId): void {
  const at = run.now + after;
  run.tcb.timers = withTimer(run.tcb.timers, timer, { since: run.now, at });
  run.effects.push({ type: 'startTimer', timer, at, clause });
}

/** Asked at nearly every event, and a name that is looked up costs as much as all of these comparisons. */
const isRunning = (timers: Timers, timer: TimerName): boolean =>
  (timer === 'retransmission' && timers.retransmission !== null) ||
  (timer === 'persist' && timers.persist !== null) ||
  (timer === 'delayedAck' && timers.delayedAck !== null) ||
  (timer === 'timeWait' && timers.timeWait !== null) ||
  (timer === 'user' && timers.user !== null);

export function stopTimer(run: Run, timer: TimerName, clause: ClauseId): void {
  if (!isRunning(run.tcb.timers, timer)) return;
  run.tcb.timers = withTimer(run.tcb.timers, timer, null);
  run.effects.push({ type: 'stopTimer', timer, clause });
}

/** An ACK is owed now: <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>. */
export const oweAck = (run: Run, clause: ClauseId): void => {
  if (run.tcb.owed.ack?.urgency !== 'now') run.tcb.owed.ack = { urgency: 'now', clause };
};

/** A challenge ACK of RFC 5961 is owed, unless there were too many of them; the segment is dropped. */
export function challenge(run: Run, clause: ClauseId): void {
  const { tcb, now } = run;
  const limit = tcb.config.challengeAcks;
  drop(run, clause);
  if (limit !== null) {
    const { since, count } = now - tcb.challenges.since < limit.per ? tcb.challenges : { since: now, count: 0 };
    if (count >= limit.most) return;
    tcb.challenges = { since, count: count + 1 };
  }
  oweAck(run, clause);
}

/**
 * <SEQ=SND.NXT><CTL=RST>; past a window probe, so that the peer finds the number it expects. Real stacks send RST,ACK
 * here, with ack = RCV.NXT: 3.10.5 does not ask for it, and to the peer, which looks at SEG.SEQ only, it is the same.
 */
export function oweAbort(run: Run, clause: ClauseId): void {
  const { nxt, max } = run.tcb.snd;
  const segment = makeSegment({ seq: seqMax(nxt, max), ctl: RST });
  run.tcb.owed.resets = [...run.tcb.owed.resets, { segment, orAck: run.tcb.rcv.nxt, clause }];
}

/**
 * A reset is owed that the sender of `seg` will believe: RFC 9293 3.5.2 and 3.10.7.1.
 * ACK bit on: <SEQ=SEG.ACK><CTL=RST>; off: <SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>.
 */
export function oweReset(run: Run, seg: Segment, clause: ClauseId): void {
  const segment =
    (seg.ctl & ACK) === 0
      ? makeSegment({ seq: 0, ack: segEnd(seg), ctl: RST | ACK })
      : makeSegment({ seq: seg.ack, ctl: RST });
  run.tcb.owed.resets = [...run.tcb.owed.resets, { segment, orAck: null, clause }];
}

/** Hands octets to the user, or keeps them for RECEIVE. */
export function handOver(run: Run, data: Octets, clause: ClauseId): void {
  if (data.length === 0) return;
  run.effects.push({ type: 'deliver', data, clause });
}

/** The send variables of a connection that begins with number `iss`. Text that waits keeps waiting. */
export function chooseIss(run: Run, iss: Seq): void {
  run.tcb.iss = iss;
  run.tcb.snd.una = iss;
  run.tcb.snd.nxt = iss;
  run.tcb.snd.max = iss;
  run.tcb.snd.up = iss;
  run.tcb.snd.textSeq = seqAdd(iss, 1);
}
