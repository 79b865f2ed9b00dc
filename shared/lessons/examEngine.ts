/** What the engine says in the situations of the exam: its answers are computed, not written down. */
import { diceFrom, rngFrom } from '../rng.ts';
import { beginAttempt } from '../levels/attempt.ts';
import { levelOf } from '../levels/catalogue.ts';
import { levelDefaults, tcbOf } from '../levels/start.ts';
import type { Host, Level } from '../levels/level.ts';
import { planOf } from '../levels/plan.ts';
import { filler } from '../levels/steps.ts';
import { fromPlan, type Match } from '../game/match.ts';
import { nextDue } from '../game/pace.ts';
import { reduce } from '../game/reduce.ts';
import { toSeq } from '../seq.ts';
import type { TcpEvent } from '../tcp/event.ts';
import { offers, usableWindow } from '../tcp/offers.ts';
import { ACK, makeSegment, type Segment, SYN } from '../tcp/segment.ts';
import type { State } from '../tcp/state.ts';
import { newTcb, type Tcb } from '../tcp/tcb.ts';
import { transition } from '../tcp/transition.ts';

const hostInUse = (next: number, other: number): Host => ({
  state: 'ESTABLISHED',
  isns: [],
  tcb: { iss: next - 1, irs: other - 1, sndNxt: next, rcvNxt: other },
  config: { rcvBuff: 65_535 },
});

/** A connection in the middle of its life, with room enough. */
export function inUse(sndNxt: number, rcvNxt: number): Tcb {
  return tcbOf({}, { hosts: { client: hostInUse(sndNxt, rcvNxt), server: hostInUse(rcvNxt, sndNxt) } }, 'client');
}

const does = (tcb: Tcb, event: TcpEvent): Tcb => transition(tcb, event, 0).tcb;

/** After a segment has arrived. */
export const hears = (tcb: Tcb, segment: Segment, iss = 0): Tcb =>
  does(tcb, { type: 'segmentArrives', segment, iss: toSeq(iss) });

export const dataSegment = (seq: number, ack: number, octets: number, wnd = 65_535): Segment =>
  makeSegment({ seq, ack, ctl: ACK, wnd, data: filler(octets) });

/** What it would send now; a bug of ours where it has nothing to say. */
export function says(tcb: Tcb): Segment {
  const [offer] = offers(tcb);
  if (offer === undefined) throw new Error('the engine has nothing to say');
  return offer.segment;
}

/** What a listener with this ISS answers to a SYN. */
export function answerToSyn(x: number, y: number): Segment {
  const listening = does(newTcb(levelDefaults), { type: 'userCall', call: { type: 'OPEN', mode: 'passive' } });
  return says(hears(listening, makeSegment({ seq: x, ctl: SYN, wnd: 4096 }), y));
}

/** What a client with ISS x answers to the SYN,ACK of a server with ISS y. */
export function thirdSegment(x: number, y: number): Segment {
  const opened = does(newTcb(levelDefaults), {
    type: 'userCall',
    call: { type: 'OPEN', mode: 'active', iss: toSeq(x) },
  });
  const asked = does(opened, { type: 'transmit', segment: says(opened) });
  return says(hears(asked, makeSegment({ seq: y, ack: x + 1, ctl: SYN | ACK, wnd: 4096 })));
}

/** How much may be sent after `octets` from `seq` on have left and a window of `wnd` was told for ack = seq. */
export function sendRange(seq: number, octets: number, wnd: number): { readonly from: number; readonly to: number } {
  const queued = does(inUse(seq, 1), { type: 'userCall', call: { type: 'SEND', data: filler(octets), urgent: false } });
  const sent = does(queued, { type: 'transmit', segment: says(queued) });
  const told = hears(sent, dataSegment(1, seq, 0, wnd));
  return { from: told.snd.nxt, to: toSeq(told.snd.nxt + usableWindow(told) - 1) };
}

/** `level` played by bots at both ends, as far as it goes by itself. */
export function playedByBots(level: Level): Match {
  const setup = { ...beginAttempt({ level, scene: level, par: level.par }, 0).match.setup, keepers: bots };
  let { match } = reduce(
    fromPlan(setup, () => planOf(level)),
    { type: 'start', at: 0 },
  );
  for (let due = nextDue(match); due !== null; due = nextDue(match))
    ({ match } = reduce(match, { type: 'advance', at: due }));
  return match;
}
const bots = { client: 'bot', server: 'bot' } as const;

/** The level of the stopwatch, with another delay and another MSL. */
export function closingWith(rtt: number, msl: number): Level {
  const level = levelOf('exam-01-408-close-timing');
  if (level === null) throw new Error('no exam-01');
  const { client, server } = level.hosts;
  const patient = (host: Host): Host => ({ ...host, config: { ...host.config, msl } });
  return {
    ...level,
    delay: rtt / 2,
    hosts: { client: patient(client), server: patient(server) },
    calls: level.calls.map((call) => ({ ...call, at: call.host === 'server' ? rtt / 2 : 0 })),
  };
}

/** When each end of `match` entered `state`; null: never. */
export function enteredAt(
  match: Match,
  state: State,
): { readonly client: number | null; readonly server: number | null } {
  const at = (host: 'client' | 'server'): number | null =>
    match.history.find((event) => event.type === 'changed' && event.host === host && event.to === state)?.at ?? null;
  return { client: at('client'), server: at('server') };
}

/** Dice of an exercise. */
export const diceOf = (seed: number): ReturnType<typeof diceFrom> => diceFrom(rngFrom(seed));
