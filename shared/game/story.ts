/**
 * A match while one command is folded into it: a private copy that the rules change, the dice, and what happened so
 * far. Made when `reduce` is entered, handed out when it is left.
 */
import { drawFate, type Fate, fateOf, plannedFate, sameness } from '../net/fate.ts';
import type { Flight } from '../net/flight.ts';
import { concat, fromText, toText } from '../octets.ts';
import { type Dice, diceFrom } from '../rng.ts';
import { assertNever } from '../result.ts';
import { type Seq, seqAdd, toSeq } from '../seq.ts';
import type { Effect } from '../tcp/effect.ts';
import type { TcpEvent } from '../tcp/event.ts';
import type { Segment } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { transition } from '../tcp/transition.ts';
import type { AppCall, MatchEvent, Told } from './event.ts';
import { headerOf } from './header.ts';
import type { End, Match } from './match.ts';
import type { Role } from './role.ts';

type Mutable<T> = { -readonly [key in keyof T]: T[key] };
export type EndDraft = Mutable<End>;

export interface Story {
  readonly match: Mutable<Omit<Match, 'ends' | 'history'>> & { readonly ends: { readonly [role in Role]: EndDraft } };
  readonly dice: Dice;
  readonly told: Told[];
  /** How many events were told before this story began. */
  readonly before: number;
}

export function begin(match: Match): Story {
  const ends = { client: { ...match.ends.client }, server: { ...match.ends.server } };
  return { match: { ...match, ends }, dice: diceFrom(match.rng), told: [], before: match.history.length };
}

export function finish(story: Story, from: Match): { readonly match: Match; readonly events: readonly Told[] } {
  const history = story.told.length === 0 ? from.history : [...from.history, ...story.told];
  return { match: { ...story.match, rng: story.dice.rng, history }, events: story.told };
}

/** An event without its instant: the story knows what time it is. */
type Untimed = MatchEvent extends infer Event ? (Event extends MatchEvent ? Omit<Event, 'at'> : never) : never;

export function tell(story: Story, event: Untimed): void {
  story.told.push({ ...event, at: story.match.now, n: story.before + story.told.length });
}

/** Lets something happen to one end's TCP, and carries its effects out. `flight`: the boat that caused it. */
export function happen(story: Story, end: EndDraft, event: TcpEvent, flight: number | null): void {
  const before = end.tcb;
  const { tcb, effects } = transition(before, event, story.match.now);
  end.tcb = tcb;
  if (tcb.state === 'CLOSED' && before.state !== 'CLOSED') end.gone = before;
  if (event.type === 'segmentArrives') end.last = { ...end.last, received: event.segment };
  if (begins(before, tcb)) takeIss(story, end);
  for (const effect of effects) carryOut(story, end, effect, flight);
}

/** A connection began: it took the number that was next. */
const begins = (before: Tcb, after: Tcb): boolean =>
  (before.state === 'CLOSED' || before.state === 'LISTEN') && after.state !== 'CLOSED' && after.state !== 'LISTEN';

/**
 * The next connection gets another number: the one planned, or the clock of 3.4.1 has moved on. A cookie stays what it
 * is: it is computed, from who asks, and has to be found again in the ACK.
 */
function takeIss(story: Story, end: EndDraft): void {
  if (end.tcb.config.synCookies) return;
  const [taken, ...rest] = end.isns;
  end.isns = rest.length > 0 ? rest : [seqAdd(taken ?? end.tcb.iss, 64_000 + story.dice.below(1 << 20))];
}

/** The number that the next connection of this host begins with: 3.4.1. */
export const nextIss = (end: EndDraft): Seq => end.isns[0] ?? toSeq(0);

function carryOut(story: Story, end: EndDraft, effect: Effect, flight: number | null): void {
  const host = end.role;
  switch (effect.type) {
    case 'sendSegment':
      end.last = { ...end.last, sent: effect.segment };
      setOut(story, host, effect.segment, effect.retransmission);
      return;
    case 'changeState':
      tell(story, { type: 'changed', host, from: effect.from, to: effect.to, clause: effect.clause });
      return;
    case 'deliver':
      end.received = concat(end.received, effect.data);
      tell(story, { type: 'delivered', host, text: toText(effect.data), len: effect.data.length });
      return;
    case 'signalUser':
      tell(story, { type: 'signalled', host, signal: effect.signal, clause: effect.clause });
      return;
    case 'drop':
      if (flight !== null) tell(story, { type: 'ignored', host, flight, clause: effect.clause });
      return;
    case 'startTimer':
    case 'stopTimer':
    case 'callFailed':
    case 'status':
    case 'cookie':
    case 'reopen':
      return;
    default:
      assertNever(effect);
  }
}

/** A boat leaves, and the sea decides what becomes of it. */
function setOut(story: Story, from: Role, segment: Segment, retransmission: boolean): void {
  const { match } = story;
  const fate = decideFate(story, from, segment);
  const sentAt = match.now;
  const sinksAt = fate.sinksAfter === null ? null : sentAt + fate.sinksAfter;
  const boat: Flight = {
    id: match.nextFlight,
    from,
    segment,
    sentAt,
    delay: fate.delay,
    sinksAt,
    copyOf: null,
    retransmission,
    ghost: false,
  };
  match.nextFlight += 1;
  match.flights = [...match.flights, boat];
  match.standstill = false;
  tell(story, {
    type: 'sent',
    host: from,
    flight: boat.id,
    header: headerOf(segment),
    retransmission,
    delay: boat.delay,
    ghost: false,
  });
  if (fate.twin === null) return;
  const twin = { ...boat, sentAt: sentAt + fate.twin.after, delay: fate.twin.delay, copyOf: boat.id };
  match.coming = [...match.coming, twin];
}

/** The scenario's fault for this transmission, or the weather's. */
function decideFate({ match, dice }: Story, from: Role, segment: Segment): Fate {
  const { conditions, faults } = match.sea;
  const { fate: planned, counts } = fateOf(faults, match.sails, from, segment);
  match.sails = counts;
  const key = sameness(from, segment);
  const losses = match.losses[key] ?? 0;
  const fate = planned === null ? drawFate(conditions, losses, dice) : plannedFate(planned, conditions.delay.least);
  match.losses = { ...match.losses, [key]: fate.sinksAfter === null ? 0 : losses + 1 };
  return fate;
}

/** The application calls its TCP. */
export function callTcp(story: Story, end: EndDraft, call: AppCall, event: TcpEvent): void {
  end.calls = [...end.calls, { ...call, at: story.match.now }];
  if (call.call === 'SEND') end.stream = concat(end.stream, fromText(call.text));
  tell(story, { type: 'called', host: end.role, call });
  happen(story, end, event, null);
}
