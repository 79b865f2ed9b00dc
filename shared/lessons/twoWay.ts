/**
 * Why three and not two: client and server of the engine, in the design of RFC 9293 and in one with two segments.
 * One SYN that comes late opens, in the two-way design, a connection that nobody wants. RFC 9293 3.5, figure 8.
 */
import type { Told } from '../game/event.ts';
import { otherRole } from '../game/role.ts';
import { seqAdd } from '../seq.ts';
import { ACK, makeSegment, RST, SYN } from '../tcp/segment.ts';
import { transition } from '../tcp/transition.ts';
import { type Strait, type StraitAction, act, idleEnd, newStrait } from './strait.ts';
import { bellOf } from './straitStory.ts';

export const designs = ['two-way', 'three-way'] as const;
export type Design = (typeof designs)[number];

export interface World {
  readonly design: Design;
  readonly strait: Strait;
  /** What the last action showed; null: nothing was done yet. */
  readonly event: TwoWayEvent | null;
}

export type TwoWayAction =
  | { readonly type: 'open' | 'wait' }
  /** The client's application loses patience: CLOSE, before an answer has come. */
  | { readonly type: 'give-up' }
  /** Both applications close; the waves cross at once, whatever else is under way. */
  | { readonly type: 'close' }
  | { readonly type: 'arrive' | 'lose'; readonly name: string };

/** What a step showed; the texts have a sentence for each. */
export const twoWayEvents = [
  'syn-sent',
  'repeated',
  'gave-up',
  'server-open',
  'server-ghost',
  'server-half',
  'client-open',
  'client-ignores',
  'client-refuses',
  'server-confirmed',
  'server-forgets',
  'lost',
  'closed',
  'time-passed',
  'nothing',
] as const;
export type TwoWayEvent = (typeof twoWayEvents)[number];

/** Small numbers, far apart: each new connection has its own. */
const numbersFrom = (first: number): readonly number[] => Array.from({ length: 9 }, (_, n) => first + 500 * n);

export function newWorld(design: Design): World {
  const server = { ...idleEnd(numbersFrom(300)), answer: 'closes-at-once', listens: true } as const;
  const strait = newStrait({ client: idleEnd(numbersFrom(100)), server });
  return { design, strait: act(strait, { type: 'listen', host: 'server' }), event: null };
}

/** Whether the server's application holds a connection that no client has: the design is broken. */
export function isBroken({ strait: { ends } }: World): boolean {
  const { client, server } = { client: ends.client.tcb, server: ends.server.tcb };
  const open = server.state !== 'CLOSED' && server.state !== 'LISTEN' && server.state !== 'SYN-RECEIVED';
  const known = client.state !== 'CLOSED' && client.state !== 'TIME-WAIT' && client.iss === server.irs;
  return open && !known;
}

/** What can be done now; once it is broken, only what is under way can still arrive. */
export function possible(world: World): readonly TwoWayAction[] {
  const { strait } = world;
  const boats = strait.afloat.flatMap(({ name }): readonly TwoWayAction[] => [
    { type: 'arrive', name },
    { type: 'lose', name },
  ]);
  if (isBroken(world)) return boats;
  const { state } = strait.ends.client.tcb;
  const own: readonly TwoWayAction[] =
    state === 'CLOSED'
      ? [{ type: 'open' }]
      : state === 'SYN-SENT'
        ? [{ type: 'give-up' }]
        : state === 'ESTABLISHED'
          ? [{ type: 'close' }]
          : [];
  const wait: readonly TwoWayAction[] = bellOf(strait) === null ? [] : [{ type: 'wait' }];
  return [...own, ...wait, ...boats];
}

const isPossible = (world: World, action: TwoWayAction): boolean =>
  possible(world).some(
    (one) => one.type === action.type && ('name' in one ? one.name : '') === ('name' in action ? action.name : ''),
  );

export function step(world: World, action: TwoWayAction): World {
  if (!isPossible(world, action)) return { ...world, event: 'nothing' };
  const before = world.strait;
  const strait =
    action.type === 'close' ? closeBoth(before) : designed(world.design, before, act(before, plainAction(action)));
  const after = { ...world, strait };
  return { ...after, event: eventOf(action, before, after) };
}

/** Several steps, and what each showed. */
export function steps(
  world: World,
  actions: readonly TwoWayAction[],
): { readonly world: World; readonly events: readonly TwoWayEvent[] } {
  const events: TwoWayEvent[] = [];
  let now = world;
  for (const action of actions) {
    now = step(now, action);
    events.push(now.event ?? 'nothing');
  }
  return { world: now, events };
}

function plainAction(action: Exclude<TwoWayAction, { type: 'close' }>): StraitAction {
  switch (action.type) {
    case 'open':
      return { type: 'open', host: 'client' };
    case 'give-up':
      return { type: 'close', host: 'client' };
    case 'wait':
      return { type: 'wait' };
    case 'arrive':
    case 'lose':
      return action;
  }
}

/** CLOSE at the client; the server's application follows by itself. Only the segments of the close cross. */
function closeBoth(before: Strait): Strait {
  let strait = act(before, { type: 'close', host: 'client' });
  for (;;) {
    const next = strait.afloat.find(({ id }) => id >= before.sails);
    if (next === undefined) return strait;
    strait = act(strait, { type: 'arrive', name: next.name });
  }
}

/** What the two-way design does otherwise: the server asks nobody, and the client has nothing to say to an answer. */
function designed(design: Design, before: Strait, after: Strait): Strait {
  if (design === 'three-way') return after;
  const heard = after.history.slice(before.history.length).find(({ type }) => type === 'arrived');
  if (heard?.type !== 'arrived') return after;
  if (heard.host === 'server') return heard.header.flags.includes('SYN') ? openedAtOnce(before, after) : after;
  return heard.header.flags.includes('SYN') ? withoutAnswer(before, after) : after;
}

/** As if the third segment had come with the first. */
function openedAtOnce(before: Strait, after: Strait): Strait {
  const { tcb } = after.ends.server;
  if (tcb.state !== 'SYN-RECEIVED') return after;
  const third = makeSegment({ seq: tcb.rcv.nxt, ack: seqAdd(tcb.iss, 1), ctl: ACK, wnd: 4096 });
  const open = transition(tcb, { type: 'segmentArrives', segment: third, iss: tcb.iss }, after.now).tcb;
  const history = after.history.map((told, n): Told =>
    n >= before.history.length && told.type === 'changed' && told.to === 'SYN-RECEIVED'
      ? { ...told, to: 'ESTABLISHED' }
      : told,
  );
  return { ...after, history, ends: { ...after.ends, server: { ...after.ends.server, tcb: open } } };
}

/** There is no third segment, and none that refuses. */
function withoutAnswer(before: Strait, after: Strait): Strait {
  const silent = (told: Told): boolean => told.type !== 'sent' || told.flight < before.sails;
  const history = after.history.filter(silent).map((told, n) => ({ ...told, n }));
  return { ...after, history, afloat: after.afloat.filter(({ id }) => id < before.sails) };
}

function eventOf(action: TwoWayAction, before: Strait, world: World): TwoWayEvent {
  const { strait } = world;
  switch (action.type) {
    case 'open':
      return 'syn-sent';
    case 'give-up':
      return 'gave-up';
    case 'close':
      return 'closed';
    case 'lose':
      return 'lost';
    case 'wait':
      return strait.sails > before.sails ? 'repeated' : 'time-passed';
    case 'arrive':
      return arrivalOf(before, world, action.name);
  }
}

function arrivalOf(before: Strait, world: World, name: string): TwoWayEvent {
  const { strait, design } = world;
  const boat = before.afloat.find((one) => one.name === name);
  if (boat === undefined) return 'nothing';
  const host = otherRole(boat.from);
  const [was, is] = [before.ends[host].tcb.state, strait.ends[host].tcb.state];
  if (host === 'client') {
    if (was !== is && is === 'ESTABLISHED') return 'client-open';
    if ((boat.segment.ctl & SYN) === 0 || was === 'ESTABLISHED') return 'nothing';
    return design === 'two-way' ? 'client-ignores' : 'client-refuses';
  }
  if (was === is) return 'nothing';
  if (is === 'SYN-RECEIVED') return 'server-half';
  if (is === 'LISTEN' && (boat.segment.ctl & (RST | SYN)) !== 0) return 'server-forgets';
  if (was === 'SYN-RECEIVED') return 'server-confirmed';
  return isBroken(world) ? 'server-ghost' : 'server-open';
}

/** The story that breaks the two-way design: the SYN is late, and the client has given up. */
export const lateSyn: readonly TwoWayAction[] = [
  { type: 'open' },
  { type: 'give-up' },
  { type: 'arrive', name: 'SYN 1' },
  { type: 'arrive', name: 'SYN,ACK 1' },
  { type: 'arrive', name: 'RST 1' },
];

/** As textbooks tell it: the repetition of a late SYN does all the work, and then the first one comes. */
export const lateSynAfterAll: readonly TwoWayAction[] = [
  { type: 'open' },
  { type: 'wait' },
  { type: 'arrive', name: 'SYN 2' },
  { type: 'arrive', name: 'SYN,ACK 1' },
  { type: 'arrive', name: 'ACK 1' },
  { type: 'close' },
  { type: 'wait' },
  { type: 'arrive', name: 'SYN 1' },
  { type: 'arrive', name: 'SYN,ACK 2' },
  { type: 'arrive', name: 'RST 1' },
];
