/**
 * A private copy of a TCB, for the rules to change: the TCB itself and those of its parts that change at most events.
 * The other parts are replaced when they change. Field by field, because this is done at every event: spreads take
 * twice the time, and copies of one and the same shape make all that follows quicker.
 */
import type { TimerName } from './state.ts';
import type { Tcb, Timer, Timers } from './tcb.ts';

type Mutable<T> = { -readonly [key in keyof T]: T[key] };
export type Draft = Mutable<Omit<Tcb, 'snd' | 'rcv' | 'owed'>> & {
  snd: Mutable<Tcb['snd']>;
  rcv: Mutable<Tcb['rcv']>;
  owed: Mutable<Tcb['owed']>;
};

export const draftOf = (tcb: Tcb): Draft => ({
  state: tcb.state,
  config: tcb.config,
  opened: tcb.opened,
  iss: tcb.iss,
  irs: tcb.irs,
  snd: sndOf(tcb.snd),
  rcv: rcvOf(tcb.rcv),
  owed: owedOf(tcb.owed),
  timers: tcb.timers,
  rtt: tcb.rtt,
  agreed: tcb.agreed,
  fastOpen: tcb.fastOpen,
  challenges: tcb.challenges,
});

/** `draft` becomes `tcb`, a new one that nobody else has: whoever holds the draft sees that one from now on. */
export function overwrite(draft: Draft, tcb: Tcb): void {
  draft.state = tcb.state;
  draft.config = tcb.config;
  draft.opened = tcb.opened;
  draft.iss = tcb.iss;
  draft.irs = tcb.irs;
  draft.snd = tcb.snd;
  draft.rcv = tcb.rcv;
  draft.owed = tcb.owed;
  draft.timers = tcb.timers;
  draft.rtt = tcb.rtt;
  draft.agreed = tcb.agreed;
  draft.fastOpen = tcb.fastOpen;
  draft.challenges = tcb.challenges;
}

const sndOf = (snd: Tcb['snd']): Draft['snd'] => ({
  una: snd.una,
  unaMovedAt: snd.unaMovedAt,
  askedAt: snd.askedAt,
  nxt: snd.nxt,
  max: snd.max,
  wnd: snd.wnd,
  maxWnd: snd.maxWnd,
  up: snd.up,
  wl1: snd.wl1,
  wl2: snd.wl2,
  mss: snd.mss,
  text: snd.text,
  textSeq: snd.textSeq,
  closing: snd.closing,
  queue: snd.queue,
});

const rcvOf = (rcv: Tcb['rcv']): Draft['rcv'] => ({
  nxt: rcv.nxt,
  wnd: rcv.wnd,
  up: rcv.up,
  held: rcv.held,
  unread: rcv.unread,
  latest: rcv.latest,
  shut: rcv.shut,
  unacked: rcv.unacked,
});

const owedOf = (owed: Tcb['owed']): Draft['owed'] => ({
  syn: owed.syn,
  ack: owed.ack,
  resets: owed.resets,
  retransmission: owed.retransmission,
  probe: owed.probe,
});

/** The timers with one of them changed: those of a TCB are never changed in place. */
export const withTimer = (timers: Timers, name: TimerName, timer: Timer | null): Timers => ({
  retransmission: name === 'retransmission' ? timer : timers.retransmission,
  persist: name === 'persist' ? timer : timers.persist,
  delayedAck: name === 'delayedAck' ? timer : timers.delayedAck,
  timeWait: name === 'timeWait' ? timer : timers.timeWait,
  user: name === 'user' ? timer : timers.user,
});
