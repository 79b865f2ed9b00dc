/** One end of a connection for tests: builders that stand on each other, and what a transition did, in words. */
import { type Octets } from '../../../shared/octets.ts';
import { type Seq, seqDiff, toSeq } from '../../../shared/seq.ts';
import type { ClauseId } from '../../../shared/tcp/clauses.ts';
import { type Config, defaults } from '../../../shared/tcp/config.ts';
import type { Effect } from '../../../shared/tcp/effect.ts';
import type { TcpEvent, UserCall } from '../../../shared/tcp/event.ts';
import type { TimerName } from '../../../shared/tcp/state.ts';
import { newTcb, type Tcb } from '../../../shared/tcp/tcb.ts';
import { transition } from '../../../shared/tcp/transition.ts';
import { type Bases, octetsFrom, parse, show } from './notation.ts';

export interface Numbering {
  readonly title: string;
  readonly iss: Seq;
  readonly irs: Seq;
}

/** Our ISS and the peer's (our IRS). The second row wraps: our SYN is the last number before 0. */
export const numberings: readonly [Numbering, Numbering] = [
  { title: 'ISN 10,000', iss: toSeq(10_000), irs: toSeq(20_000) },
  { title: 'ISN 0xffffffff', iss: toSeq(0xffff_ffff), irs: toSeq(0xffff_fffd) },
];

/** Plain: no options, window 1000, octets go to the user as they come, ACKs at once. */
const plain: Config = { ...defaults, mss: null, msl: 5000, rcvBuff: 1000, autoReceive: true };

/** An end after some events; every method gives a new one. */
export interface World {
  readonly numbering: Numbering;
  readonly tcb: Tcb;
  readonly now: number;
  /** Those of the last event. */
  readonly effects: readonly Effect[];
  /** The state, then all that was sent, delivered, signalled and answered, in its order. */
  readonly did: string;
  /** The segments that left, with their windows. */
  readonly sent: string;
  readonly clauses: readonly ClauseId[];
  /** Those clauses, each once, with `drop` at the end where the segment was dropped. */
  readonly why: string;
  readonly do: (event: TcpEvent) => World;
  /** A segment in the notation of the figures arrives; its numbers count from the ISNs. */
  readonly gets: (text: string, cookie?: Octets) => World;
  readonly call: (call: UserCall) => World;
  readonly open: () => World;
  readonly listen: () => World;
  /** SEND of the next `count` octets of the stream. */
  readonly send: (count: number, urgent?: boolean) => World;
  readonly receive: (most?: number) => World;
  readonly close: () => World;
  readonly abort: () => World;
  readonly status: () => World;
  readonly shutdown: (side: 'send' | 'receive') => World;
  readonly timeout: (timer: TimerName) => World;
  /** The same end `millis` later; nothing happens by itself. */
  readonly after: (millis: number) => World;
  /** The instant at which a timer runs out, or null. */
  readonly due: (timer: TimerName) => number | null;
  /** The timer runs out, at its instant. */
  readonly expire: (timer: TimerName) => World;
}

function makeWorld(numbering: Numbering, tcb: Tcb, now: number, effects: readonly Effect[]): World {
  const theirs: Bases = { seq: numbering.irs, ack: numbering.iss };
  const ours: Bases = { seq: numbering.iss, ack: numbering.irs };
  const make = (event: TcpEvent, at: number): World => {
    const next = transition(tcb, event, at);
    return makeWorld(numbering, next.tcb, at, next.effects);
  };
  const act = (event: TcpEvent): World => make(event, now);
  const call = (userCall: UserCall): World => act({ type: 'userCall', call: userCall });
  return {
    numbering,
    tcb,
    now,
    effects,
    did: [tcb.state, ...effects.flatMap((effect) => word(effect, ours))].join(' '),
    sent: effects
      .flatMap((effect) => (effect.type === 'sendSegment' ? [show(effect.segment, ours, true)] : []))
      .join(' '),
    clauses: effects.map(({ clause }) => clause),
    why: [
      ...new Set(effects.map(({ clause }) => clause)),
      ...effects.filter(({ type }) => type === 'drop').map(({ type }) => type),
    ].join(' '),
    do: act,
    gets: (text, cookie) => {
      const event = { type: 'segmentArrives', segment: parse(text, theirs), iss: numbering.iss } as const;
      return act(cookie === undefined ? event : { ...event, cookie });
    },
    call,
    open: () => call({ type: 'OPEN', mode: 'active', iss: numbering.iss }),
    listen: () => call({ type: 'OPEN', mode: 'passive' }),
    send: (count, urgent = false) => {
      const first = tcb.iss === numbering.iss ? seqDiff(tcb.snd.textSeq, tcb.iss) : 1;
      return call({ type: 'SEND', data: octetsFrom(first + tcb.snd.text.length, count), urgent });
    },
    receive: (most = 65_536) => call({ type: 'RECEIVE', most }),
    close: () => call({ type: 'CLOSE' }),
    abort: () => call({ type: 'ABORT' }),
    status: () => call({ type: 'STATUS' }),
    shutdown: (side) => call({ type: 'SHUTDOWN', side }),
    timeout: (timer) => act({ type: 'timeout', timer }),
    after: (millis) => makeWorld(numbering, tcb, now + millis, []),
    due: (timer) => tcb.timers[timer]?.at ?? null,
    expire: (timer) => {
      const at = tcb.timers[timer]?.at;
      if (at === undefined) throw new Error(`${timer} does not run`);
      return make({ type: 'timeout', timer }, at);
    },
  };
}

function word(effect: Effect, ours: Bases): readonly string[] {
  switch (effect.type) {
    case 'sendSegment':
      return [show(effect.segment, ours)];
    case 'signalUser':
      return [`signal:${effect.signal}`];
    case 'callFailed':
      return [`error:${effect.error.replaceAll(' ', '-')}`];
    case 'deliver':
      return [`deliver:${octetRange(effect.data)}`];
    case 'status':
      return [`status:${effect.state}/${effect.urgent}`];
    case 'cookie':
      return [`cookie:${String.fromCodePoint(...effect.cookie)}`];
    case 'reopen':
      return [`reopen:${seqDiff(effect.above, ours.seq)}`];
    case 'drop':
    case 'startTimer':
    case 'stopTimer':
    case 'changeState':
      return [];
  }
}

/** `first+count` of octets that count up; `?` where they do not. */
function octetRange(data: Octets): string {
  const first = data[0] ?? 0;
  const rightly = octetsFrom(first, data.length).every((octet, i) => octet === data[i]);
  return rightly ? `${first}+${data.length}` : '?';
}

export type Builder = (numbering: Numbering, config?: Partial<Config>) => World;

export const closed: Builder = (numbering, config = {}) => makeWorld(numbering, newTcb({ ...plain, ...config }), 0, []);
export const listening: Builder = (numbering, config) => closed(numbering, config).listen();
export const synSent: Builder = (numbering, config) => closed(numbering, config).open();
/** From a passive OPEN. */
export const synReceived: Builder = (numbering, config) => listening(numbering, config).gets('<SEQ=0><CTL=SYN>');
/** From an active OPEN: both opened at once. */
export const synCrossed: Builder = (numbering, config) => synSent(numbering, config).gets('<SEQ=0><CTL=SYN>');
/** SND.NXT = RCV.NXT = 1; both windows are 1000. */
export const established: Builder = (numbering, config) =>
  synReceived(numbering, config).gets('<SEQ=1><ACK=1><CTL=ACK>');
/** Our FIN has number 1. */
export const finWait1: Builder = (numbering, config) => established(numbering, config).close();
export const finWait2: Builder = (numbering, config) => finWait1(numbering, config).gets('<SEQ=1><ACK=2><CTL=ACK>');
/** The peer's FIN has number 1. */
export const closeWait: Builder = (numbering, config) =>
  established(numbering, config).gets('<SEQ=1><ACK=1><CTL=FIN,ACK>');
export const closing: Builder = (numbering, config) => finWait1(numbering, config).gets('<SEQ=1><ACK=1><CTL=FIN,ACK>');
export const lastAck: Builder = (numbering, config) => closeWait(numbering, config).close();
export const timeWait: Builder = (numbering, config) => finWait2(numbering, config).gets('<SEQ=1><ACK=2><CTL=FIN,ACK>');
