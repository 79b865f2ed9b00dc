/**
 * A level played against the engine directly, without a match: from instant to instant, and at each one arrivals in
 * the order in which they left, timers, application calls, and then moves. Mutable: a stage is one play.
 */
import { otherRole, type Role, roles } from '../../../shared/game/role.ts';
import { formsOf } from '../../../shared/judge/forms.ts';
import { isOwed, judge } from '../../../shared/judge/judge.ts';
import type { Exchange } from '../../../shared/judge/moment.ts';
import type { Move } from '../../../shared/judge/move.ts';
import { type Counts, fateOf } from '../../../shared/net/fate.ts';
import { unmet } from '../../../shared/levels/goals.ts';
import type { Call, Goal, Level, Scene } from '../../../shared/levels/level.ts';
import { cookieOf, isnOf, tcbOf } from '../../../shared/levels/start.ts';
import { filler, segmentOf } from '../../../shared/levels/steps.ts';
import { NONE } from '../../../shared/octets.ts';
import type { TcpEvent } from '../../../shared/tcp/event.ts';
import { offers } from '../../../shared/tcp/offers.ts';
import type { Segment } from '../../../shared/tcp/segment.ts';
import type { Signal } from '../../../shared/tcp/state.ts';
import type { Tcb } from '../../../shared/tcp/tcb.ts';
import { nextTimer, transition } from '../../../shared/tcp/transition.ts';

export interface End {
  readonly role: Role;
  tcb: Tcb;
  /** How many connections it began. */
  begun: number;
  exchange: Exchange;
  delivered: number;
  signals: Signal[];
  /** Something happened that its keeper has to answer. */
  asked: boolean;
}

interface Flight {
  readonly lands: number;
  readonly leaves: number;
  readonly to: Role;
  readonly segment: Segment;
}

export interface Logged {
  readonly at: number;
  readonly host: Role;
  readonly segment: Segment | null;
}

export interface Stage {
  readonly level: Level;
  readonly scene: Scene;
  now: number;
  readonly ends: Record<Role, End>;
  flights: Flight[];
  calls: Call[];
  counts: Counts;
  /** All that the keepers did: null is a wait. */
  readonly log: Logged[];
}

export function setStage(level: Level, scene: Scene = level): Stage {
  const end = (role: Role): End => ({
    role,
    tcb: tcbOf(level.vars, scene, role),
    begun: 0,
    exchange: { received: null, sent: null },
    delivered: 0,
    signals: [],
    asked: false,
  });
  const flights = scene.arrivals.map((arrival): Flight => ({
    lands: arrival.at,
    leaves: -1,
    to: arrival.host,
    segment: segmentOf(level.vars, { wnd: 4096, ...arrival }),
  }));
  const ends = { client: end('client'), server: end('server') };
  return { level, scene, now: 0, ends, flights, calls: [...scene.calls], counts: {}, log: [] };
}

/** The next instant at which something happens by itself; Infinity: none. */
export function nextInstant({ flights, calls, ends }: Stage): number {
  const timers = roles.map((role) => nextTimer(ends[role].tcb)?.at ?? Infinity);
  return Math.min(...flights.map(({ lands }) => lands), ...calls.map(({ at }) => at), ...timers);
}

/** Arrivals, timers and calls of this instant. */
export function happenings(stage: Stage): void {
  const landing = stage.flights.filter(({ lands }) => lands <= stage.now).toSorted((a, b) => a.leaves - b.leaves);
  stage.flights = stage.flights.filter(({ lands }) => lands > stage.now);
  for (const { to, segment } of landing) arrive(stage, stage.ends[to], segment);
  for (const role of roles) {
    const end = stage.ends[role];
    for (let due = nextTimer(end.tcb); due !== null && due.at <= stage.now; due = nextTimer(end.tcb)) {
      happen(stage, end, { type: 'timeout', timer: due.timer });
      if (due.timer !== 'timeWait' && due.timer !== 'user') ask(end);
    }
  }
  const due = stage.calls.filter(({ at }) => at <= stage.now);
  stage.calls = stage.calls.filter(({ at }) => at > stage.now);
  for (const call of due) carryOutCall(stage, stage.ends[call.host], call);
}

function arrive(stage: Stage, end: End, segment: Segment): void {
  const host = stage.scene.hosts[end.role];
  const iss = isnOf(stage.level.vars, host, end.begun);
  const cookie = cookieOf(host) ?? NONE;
  end.exchange = { ...end.exchange, received: segment };
  happen(stage, end, { type: 'segmentArrives', segment, iss, cookie });
  ask(end);
}

/** As in the game: nobody is asked about a connection that does not exist, unless a reset is owed. */
function ask(end: End): void {
  end.asked = end.tcb.state !== 'CLOSED' || offers(end.tcb).length > 0;
}

function carryOutCall(stage: Stage, end: End, { call, octets: length = 0 }: Call): void {
  const host = stage.scene.hosts[end.role];
  const cookie = cookieOf(host);
  const iss = isnOf(stage.level.vars, host, end.begun);
  const data = filler(length);
  switch (call) {
    case 'OPEN': {
      const fast = cookie === null ? {} : { cookie, data };
      happen(stage, end, { type: 'userCall', call: { type: 'OPEN', mode: 'active', iss, ...fast } });
      break;
    }
    case 'LISTEN':
      happen(stage, end, { type: 'userCall', call: { type: 'OPEN', mode: 'passive' } });
      return;
    case 'SEND':
      happen(stage, end, { type: 'userCall', call: { type: 'SEND', data, urgent: false } });
      break;
    case 'RECEIVE':
      happen(stage, end, { type: 'userCall', call: { type: 'RECEIVE', most: length } });
      if (!isOwed(end.tcb)) return;
      break;
    case 'CLOSE':
    case 'ABORT':
      happen(stage, end, { type: 'userCall', call: { type: call } });
  }
  // Departs from the game, which asks nobody about a connection that is gone: what CLOSE does in SYN-SENT is a lesson.
  end.asked = true;
}

function happen(stage: Stage, end: End, event: TcpEvent): void {
  const { iss } = end.tcb;
  const { tcb, effects } = transition(end.tcb, event, stage.now);
  end.tcb = tcb;
  if (tcb.iss !== iss && tcb.iss !== 0) end.begun += 1;
  for (const effect of effects) {
    if (effect.type === 'sendSegment') leave(stage, end, effect.segment);
    if (effect.type === 'deliver') end.delivered += effect.data.length;
    if (effect.type === 'signalUser') end.signals = [...end.signals, effect.signal];
  }
}

function leave(stage: Stage, end: End, segment: Segment): void {
  end.exchange = { ...end.exchange, sent: segment };
  stage.log.push({ at: stage.now, host: end.role, segment });
  const { fate, counts } = fateOf(stage.scene.faults, stage.counts, end.role, segment);
  stage.counts = counts;
  if (fate?.type === 'lost') return;
  const { delay } = stage.level;
  const fly = (takes: number): void => {
    const leaves = stage.now + stage.log.length / 1e6;
    stage.flights.push({ lands: stage.now + takes, leaves, to: otherRole(end.role), segment });
  };
  fly(fate?.type === 'delayed' ? fate.takes : delay);
  if (fate?.type === 'copied') fly(fate.takes);
}

/** A move of this end's keeper; what the judge says. A right one is done. */
export function move(stage: Stage, end: End, wanted: Move): ReturnType<typeof judge> {
  const judgement = judge(end.tcb, wanted, end.exchange);
  if (!judgement.right) return judgement;
  if (judgement.segment === null) stage.log.push({ at: stage.now, host: end.role, segment: null });
  else happen(stage, end, { type: 'transmit', segment: judgement.segment });
  if (!isOwed(end.tcb)) end.asked = false;
  return judgement;
}

/** The bots answer as they do in a match: with the first right answer, until nothing is owed. */
export function letBotsPlay(stage: Stage): void {
  for (const role of roles.filter((one) => !stage.scene.players.includes(one))) {
    const end = stage.ends[role];
    while (end.asked) {
      const [form] = formsOf(end.tcb);
      if (!move(stage, end, form?.move ?? { type: 'wait' }).right) throw new Error('the bot was refused');
    }
  }
}

/** The goals that do not hold yet. */
export const missing = ({ level, scene, ends, log }: Stage): readonly Goal[] =>
  unmet({ win: scene.win, vars: level.vars }, { ends, sent: log.filter(({ segment }) => segment !== null).length });

/** All goals hold, nothing is owed, nobody is asked, and no call or forged segment is still to come. */
export const isWon = (stage: Stage): boolean =>
  missing(stage).length === 0 &&
  stage.calls.length === 0 &&
  stage.flights.every(({ leaves }) => leaves >= 0) &&
  roles.every((role) => !stage.ends[role].asked && !isOwed(stage.ends[role].tcb));
