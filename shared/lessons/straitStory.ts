/**
 * A strait while one action is folded into it: a private copy that the rules change. What happens to an end goes
 * through the engine; its application may answer before all that is owed leaves.
 */
import type { MatchEvent } from '../game/event.ts';
import { headerOf } from '../game/header.ts';
import { otherRole, type Role, roles } from '../game/role.ts';
import { fromText, toText } from '../octets.ts';
import { toSeq } from '../seq.ts';
import type { Effect } from '../tcp/effect.ts';
import type { TcpEvent, UserCall } from '../tcp/event.ts';
import { nextOwed } from '../tcp/offers.ts';
import { flagsOf, type Segment } from '../tcp/segment.ts';
import type { TimerName } from '../tcp/state.ts';
import { nextTimer, transition } from '../tcp/transition.ts';
import type { Millis } from '../time.ts';
import type { Afloat, Strait, StraitCall, StraitEnd } from './strait.ts';

type Mutable<T> = { -readonly [key in keyof T]: T[key] };
export type Draft = Mutable<Omit<Strait, 'ends'>> & { ends: { [role in Role]: Mutable<StraitEnd> } };

/** The timer that runs out next, and whose it is; null: none runs. */
export const bellOf = ({
  ends,
}: Pick<Strait, 'ends'>): { readonly host: Role; readonly timer: TimerName; readonly at: Millis } | null =>
  roles
    .flatMap((host) => {
      const due = nextTimer(ends[host].tcb);
      return due === null ? [] : [{ host, ...due }];
    })
    .toSorted((a, b) => a.at - b.at)[0] ?? null;

/** Without its instant and place: the story knows both. */
type Untimed = MatchEvent extends infer Event ? (Event extends MatchEvent ? Omit<Event, 'at'> : never) : never;

function tell(draft: Draft, event: Untimed): void {
  draft.history = [...draft.history, { ...event, at: draft.now, n: draft.history.length }];
}

/** Old segments die, timers run out, each at its own instant. */
export function passTo(draft: Draft, until: Millis): void {
  for (;;) {
    const bell = bellOf(draft)?.at ?? Infinity;
    const oldest = draft.afloat.find(
      ({ sentAt }) => draft.life !== null && sentAt + draft.life <= Math.min(bell, until),
    );
    if (oldest !== undefined && draft.life !== null) {
      draft.now = Math.max(draft.now, oldest.sentAt + draft.life);
      endVoyage(draft, oldest, 'lose');
    } else if (bell <= until) {
      draft.now = Math.max(draft.now, bell);
      for (const role of roles) ring(draft, role);
    } else break;
  }
  draft.now = Math.max(draft.now, until);
}

function ring(draft: Draft, role: Role): void {
  const end = draft.ends[role];
  for (let due = nextTimer(end.tcb); due !== null && due.at <= draft.now; due = nextTimer(end.tcb)) {
    tell(draft, { type: 'expired', host: role, timer: due.timer });
    happen(draft, role, { type: 'timeout', timer: due.timer }, null);
  }
}

export function endVoyage(draft: Draft, boat: Afloat, how: 'arrive' | 'lose'): void {
  const { id, from, segment } = boat;
  draft.afloat = draft.afloat.filter((one) => one !== boat);
  if (how === 'lose') {
    tell(draft, { type: 'lost', host: from, flight: id });
    return;
  }
  const host = otherRole(from);
  tell(draft, { type: 'arrived', host, flight: id, header: headerOf(segment) });
  happen(draft, host, { type: 'segmentArrives', segment, iss: toSeq(draft.ends[host].isns[0] ?? 0) }, id);
}

export function callTcp(draft: Draft, action: StraitCall): void {
  const { host } = action;
  const text = action.type === 'send' ? action.text : action.type === 'listen' ? 'passive' : '';
  const len = action.type === 'send' ? fromText(action.text).length : 0;
  const call = action.type === 'send' ? 'SEND' : action.type === 'close' ? 'CLOSE' : 'OPEN';
  // What an application does before anything else happens is where the story begins.
  if (action.type !== 'listen') tell(draft, { type: 'called', host, call: { call, text, len } });
  happen(draft, host, { type: 'userCall', call: userCallOf(action, draft.ends[host]) }, null);
}

function userCallOf(action: StraitCall, { isns }: Pick<StraitEnd, 'isns'>): UserCall {
  switch (action.type) {
    case 'open':
      return { type: 'OPEN', mode: 'active', iss: toSeq(isns[0] ?? 0) };
    case 'listen':
      return { type: 'OPEN', mode: 'passive' };
    case 'send':
      return { type: 'SEND', data: fromText(action.text), urgent: false };
    case 'close':
      return { type: 'CLOSE' };
  }
}

/** An event to one end, what its application answers by itself, and all that is owed leaves. */
function happen(draft: Draft, role: Role, event: TcpEvent, flight: number | null): void {
  const end = draft.ends[role];
  const effects = change(draft, role, event, flight);
  const heardEnd = effects.some((effect) => effect.type === 'signalUser' && effect.signal === 'closing');
  const closes = heardEnd && end.tcb.state === 'CLOSE-WAIT';
  if (closes && end.answer === 'closes-at-once') reflex(draft, role, 'CLOSE', { type: 'CLOSE' });
  letGo(draft, role);
  if (closes && end.answer === 'closes') {
    reflex(draft, role, 'CLOSE', { type: 'CLOSE' });
    letGo(draft, role);
  }
  if (end.listens && end.tcb.state === 'CLOSED')
    change(draft, role, { type: 'userCall', call: { type: 'OPEN', mode: 'passive' } }, null);
}

function reflex(draft: Draft, role: Role, call: 'CLOSE', userCall: UserCall): void {
  tell(draft, { type: 'called', host: role, call: { call, text: '', len: 0 } });
  change(draft, role, { type: 'userCall', call: userCall }, null);
}

/** Everything that is owed leaves now, as from a real stack. */
function letGo(draft: Draft, role: Role): void {
  const end = draft.ends[role];
  for (let owed = nextOwed(end.tcb); owed !== null; owed = nextOwed(end.tcb)) {
    change(draft, role, { type: 'transmit', segment: owed.segment }, null);
  }
}

function change(draft: Draft, role: Role, event: TcpEvent, flight: number | null): readonly Effect[] {
  const end = draft.ends[role];
  const before = end.tcb.state;
  const { tcb, effects } = transition(end.tcb, event, draft.now);
  end.tcb = tcb;
  const began = (before === 'CLOSED' || before === 'LISTEN') && tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN';
  if (began && end.isns.length > 1) end.isns = end.isns.slice(1);
  for (const effect of effects) carryOut(draft, role, effect, flight);
  return effects;
}

function carryOut(draft: Draft, host: Role, effect: Effect, flight: number | null): void {
  switch (effect.type) {
    case 'sendSegment':
      setOut(draft, host, effect.segment, effect.retransmission);
      return;
    case 'changeState':
      tell(draft, { type: 'changed', host, from: effect.from, to: effect.to, clause: effect.clause });
      return;
    case 'deliver':
      tell(draft, { type: 'delivered', host, text: toText(effect.data), len: effect.data.length });
      return;
    case 'signalUser':
      // That everything was acknowledged is no news to somebody who watches the segments.
      if (effect.signal !== 'sent')
        tell(draft, { type: 'signalled', host, signal: effect.signal, clause: effect.clause });
      return;
    case 'drop':
      if (flight !== null) tell(draft, { type: 'ignored', host, flight, clause: effect.clause });
      return;
    case 'callFailed':
      draft.failed = effect.error;
      return;
    case 'startTimer':
    case 'stopTimer':
    case 'status':
    case 'cookie':
    case 'reopen':
  }
}

/** 'SYN', 'SYN,ACK', 'ACK'; text has a name of its own. */
const kindOf = ({ ctl, data }: Segment): string => {
  const flags = flagsOf(ctl).filter((flag) => flag !== 'PSH');
  return data.length > 0 && flags.join() === 'ACK' ? 'DATA' : flags.join();
};

function setOut(draft: Draft, from: Role, segment: Segment, retransmission: boolean): void {
  const kind = kindOf(segment);
  const count = (draft.names[kind] ?? 0) + 1;
  draft.names = { ...draft.names, [kind]: count };
  const boat: Afloat = { id: draft.sails, name: `${kind} ${count}`, from, segment, sentAt: draft.now };
  draft.sails += 1;
  draft.afloat = [...draft.afloat, boat];
  const header = headerOf(segment);
  tell(draft, { type: 'sent', host: from, flight: boat.id, header, retransmission, delay: 0, ghost: false });
}
