/**
 * Time passes: from instant to instant at which something happens. At one instant the order is fixed: arrivals (in
 * the order in which they left), timers, application calls, and then the bots.
 */
import { endsAt, type Flight } from '../net/flight.ts';
import { assertNever } from '../result.ts';
import { isOwed } from '../judge/judge.ts';
import type { TcpEvent, UserCall } from '../tcp/event.ts';
import type { Segment } from '../tcp/segment.ts';
import type { TimerName } from '../tcp/state.ts';
import { nextTimer } from '../tcp/transition.ts';
import { concat, fromText, NONE } from '../octets.ts';
import type { Millis } from '../time.ts';
import { letBotsPlay, openDecision } from './decide.ts';
import type { AppCall } from './event.ts';
import { headerOf } from './header.ts';
import { isDecisionDue, isSomebodyAway, nextDue } from './pace.ts';
import { otherRole, roles } from './role.ts';
import { tellWhoIsLate, watchPatience } from './patience.ts';
import type { Step, StepCall } from './plan.ts';
import { holds } from './scenario.ts';
import { callTcp, type EndDraft, happen, nextIss, type Story, tell } from './story.ts';

/** Lets time pass up to `at`; with the study clock it stops where a human owes a decision. */
export function passTo(story: Story, at: Millis): void {
  const { match } = story;
  for (let due = nextDue(story.match); due !== null && due <= at && !isStopped(story); due = nextDue(story.match)) {
    match.now = Math.max(match.now, due);
    instant(story);
  }
  if (!isStopped(story) && match.phase === 'playing') match.now = Math.max(match.now, at);
}

const isStopped = ({ match }: Story): boolean =>
  isSomebodyAway(match) || (match.setup.clock === 'study' && isDecisionDue(match));

/** Everything that is due now. */
function instant(story: Story): void {
  const { match } = story;
  comeIntoSight(story);
  for (const flight of match.flights.filter((one) => endsAt(one) <= match.now)) endFlight(story, flight);
  for (const role of roles) runTimers(story, match.ends[role]);
  for (const role of roles) runProgram(story, match.ends[role]);
  settle(story);
  tellWhoIsLate(story);
}

/** After anything that happened: bots answer, applications look whether their next step is due, and perhaps it is over. */
export function settle(story: Story): void {
  letBotsPlay(story);
  for (const role of roles) watchProgram(story, story.match.ends[role]);
  watchPatience(story);
  const { match } = story;
  if (match.phase !== 'playing' || nextDue(match) !== null || isDecisionDue(match)) return;
  if (match.setup.judging === 'free' && !match.standstill) askAtStandstill(story);
  if (isDecisionDue(match)) return;
  match.phase = 'finished';
  tell(story, { type: 'finished', closed: roles.every((role) => match.ends[role].tcb.state === 'CLOSED') });
}

/** Where rules may be broken, something owed may have been passed over: the players are asked once more. */
function askAtStandstill({ match }: Story): void {
  match.standstill = true;
  for (const role of roles) {
    const end = match.ends[role];
    if (end.keeper === 'human' && isOwed(end.tcb)) openDecision(end, { type: 'standstill' });
  }
}

/** Twins and ghosts whose time has come. Every other boat was told of when it left. */
export function comeIntoSight(story: Story): void {
  const { match } = story;
  for (const one of match.coming.filter(({ sentAt }) => sentAt <= match.now)) {
    match.coming = match.coming.filter((other) => other !== one);
    const flight: Flight = { ...one, id: match.nextFlight };
    match.nextFlight += 1;
    match.flights = [...match.flights, flight];
    const { id, from: host, copyOf, ghost, delay, retransmission } = flight;
    if (copyOf !== null) tell(story, { type: 'duplicated', host, flight: id, copyOf, delay });
    else
      tell(story, { type: 'sent', host, flight: id, header: headerOf(flight.segment), retransmission, delay, ghost });
  }
}

function endFlight(story: Story, flight: Flight): void {
  const { match } = story;
  match.flights = match.flights.filter((other) => other !== flight);
  if (flight.sinksAt !== null) {
    tell(story, { type: 'lost', host: flight.from, flight: flight.id });
    return;
  }
  const end = match.ends[otherRole(flight.from)];
  const header = headerOf(flight.segment);
  tell(story, { type: 'arrived', host: end.role, flight: flight.id, header });
  happen(story, end, arrival(end, flight.segment), flight.id);
  openDecision(end, { type: 'arrived', flight: flight.id, header });
}

/** A segment reaches a host, which knows its next ISS and its cookie. */
const arrival = (end: EndDraft, segment: Segment): TcpEvent => ({
  type: 'segmentArrives',
  segment,
  iss: nextIss(end),
  ...(end.cookie === null ? {} : { cookie: end.cookie }),
});

function runTimers(story: Story, end: EndDraft): void {
  for (let due = nextTimer(end.tcb); due !== null && due.at <= story.match.now; due = nextTimer(end.tcb)) {
    tell(story, { type: 'expired', host: end.role, timer: due.timer });
    happen(story, end, { type: 'timeout', timer: due.timer }, null);
    if (demandsAction(due.timer)) openDecision(end, { type: 'expired', timer: due.timer });
  }
}

/** The end of TIME-WAIT and of the user's patience are TCP's own affair. */
const demandsAction = (timer: TimerName): boolean => timer !== 'timeWait' && timer !== 'user';

function runProgram(story: Story, end: EndDraft): void {
  const [step, ...rest] = end.program;
  if (step === undefined || end.stepAt === null || end.stepAt > story.match.now) return;
  end.program = rest;
  end.stepAt = null;
  carryOutStep(story, end, step);
  watchProgram(story, end);
  runProgram(story, end);
}

function carryOutStep(story: Story, end: EndDraft, { call }: Step): void {
  switch (call.type) {
    case 'OPEN':
      open(story, end, call);
      return;
    case 'SEND': {
      const data = fromText(call.text);
      const called: AppCall = { call: 'SEND', text: call.text, len: data.length };
      order(story, end, called, { type: 'SEND', data, urgent: false });
      return;
    }
    case 'RECEIVE':
      order(story, end, { call: 'RECEIVE', text: '', len: call.most }, call);
      return;
    case 'CLOSE':
    case 'ABORT':
      order(story, end, { call: call.type, text: '', len: 0 }, call);
      return;
    default:
      assertNever(call);
  }
}

/** A passive OPEN asks for nothing to be sent. */
function open(story: Story, end: EndDraft, { mode, text }: StepCall & { readonly type: 'OPEN' }): void {
  if (mode === 'passive') {
    callTcp(story, end, { call: 'OPEN', text: mode, len: 0 }, { type: 'userCall', call: { type: 'OPEN', mode } });
    return;
  }
  const fast = end.cookie === null ? {} : { cookie: end.cookie, data: fromText(text) };
  end.stream = concat(end.stream, fast.data ?? NONE);
  const called: AppCall = { call: 'OPEN', text: mode, len: fast.data?.length ?? 0 };
  order(story, end, called, { type: 'OPEN', mode, iss: nextIss(end), ...fast });
}

/** An order of the application that its keeper has to answer. */
function order(story: Story, end: EndDraft, called: AppCall, call: UserCall): void {
  callTcp(story, end, called, { type: 'userCall', call });
  openDecision(end, { type: 'called', call: called });
}

/** Sets the instant of the application's next step, once its conditions hold. */
export function watchProgram(story: Story, end: EndDraft): void {
  const [step] = end.program;
  if (story.match.phase !== 'playing' || step === undefined || end.stepAt !== null) return;
  const { now } = story.match;
  if (step.when.every((condition) => holds(condition, end))) end.stepAt = Math.max(step.at, now + step.after);
}
