/**
 * A SYN flood against a real stack, and a real client in the midst of it: RFC 4987. The backlog, the cookies and the
 * client's patience are those of `shared/stack`; only the attacker is made here, and the sea loses nothing.
 */
import { formatAddress, parseAddress } from '../packet/address.ts';
import { decodePacket, encodePacket, makePacket } from '../packet/packet.ts';
import type { Octets } from '../octets.ts';
import { COOKIE_TURN, cookieMss } from '../stack/cookie.ts';
import type { Errno } from '../stack/errno.ts';
import { createStack, type Stack } from '../stack/stack.ts';
import { makeSegment, SYN, type Segment } from '../tcp/segment.ts';
import type { State } from '../tcp/state.ts';
import type { Tcb } from '../tcp/tcb.ts';
import type { Millis } from '../time.ts';

export interface FloodSetup {
  readonly cookies: boolean;
  readonly backlog: number;
  /** Sixteen octets: the server's. */
  readonly key: Octets;
}

export type FloodAction =
  /** Forged SYNs, each from another address. The attacker goes on: before each `wait` as many again. */
  | { readonly type: 'forge'; readonly count: number }
  /** The true client's application calls OPEN. */
  | { readonly type: 'connect' }
  /** Until the client's timer runs out; without one, until the server's next place is free. */
  | { readonly type: 'wait' };

/** What an action showed. */
export const floodEvents = [
  'kept',
  'filled',
  'dropped',
  'cookies',
  'connected',
  'no-room',
  'again',
  'gave-up',
  'freed',
  'nothing',
] as const;
export type FloodEvent = (typeof floodEvents)[number];

/** What became of the options of the client's SYN. */
export interface Terms {
  readonly mss: number;
  readonly windowScale: boolean;
  readonly sack: boolean;
  readonly timestamps: boolean;
}

export interface Flood {
  /** Since the first action. */
  readonly now: Millis;
  /** Who holds each place of the backlog; null: it is free. */
  readonly places: readonly (string | null)[];
  /** Forged SYNs that found a place, found none, and were answered by a cookie. */
  readonly counts: { readonly [what in 'kept' | 'dropped' | 'cookies']: number };
  readonly client: {
    readonly state: State;
    readonly tries: number;
    readonly error: Errno | null;
  };
  /** The connection of the client as the server has it; null: it has none. */
  readonly terms: Terms | null;
  /** The ISN of the SYN,ACK that the client got, if it was a cookie. */
  readonly cookie: number | null;
  readonly event: FloodEvent;
}

const server = { address: '198.51.100.7', port: 80 } as const;
const client = { address: '192.0.2.10', port: 52_114 } as const;
const rich = { windowScale: 7, sack: true, timestamps: true, mss: 1460 } as const;
/** What the client's SYN offers. Its link takes a little less than Ethernet's 1460. */
export const offered: Terms = { mss: 1430, windowScale: true, sack: true, timestamps: true };

/** The server has been up for a while, so that its counter is not 0. */
const START: Millis = 1_900_000;

interface Scene {
  readonly server: Stack;
  readonly client: Stack;
  readonly listener: number;
  readonly backlog: number;
  /** The client's socket; null: it has not called yet. */
  socket: number | null;
  accepted: number | null;
  forged: number;
  counts: { kept: number; dropped: number; cookies: number };
  tries: number;
  error: Errno | null;
  cookie: number | null;
  now: Millis;
}

/** The state after these actions: the whole story is played again, so that every state can be reached by itself. */
export function playFlood(setup: FloodSetup, actions: readonly FloodAction[]): Flood {
  const scene = newScene(setup);
  let event: FloodEvent = 'nothing';
  for (const action of actions) event = play(scene, action);
  return seen(scene, event);
}

function newScene({ cookies, backlog, key }: FloodSetup): Scene {
  const stack = createStack({ address: server.address, key, cookies, now: START, tcp: rich });
  const listener = stack.open();
  stack.bind(listener, server.address, server.port);
  stack.listen(listener, backlog);
  const tcp = { ...rich, mss: offered.mss };
  const other = createStack({ address: client.address, key: new Uint8Array(16), now: START, tcp });
  const counts = { kept: 0, dropped: 0, cookies: 0 };
  const blank = { socket: null, accepted: null, tries: 0, error: null, cookie: null };
  return { ...blank, server: stack, client: other, listener, backlog, forged: 0, counts, now: START };
}

function play(scene: Scene, action: FloodAction): FloodEvent {
  switch (action.type) {
    case 'forge':
      return forge(scene, action.count);
    case 'connect':
      return connect(scene);
    case 'wait':
      return wait(scene);
  }
}

const half = ({ server: { connections } }: Scene): number =>
  connections().filter(({ state }) => state === 'SYN-RECEIVED').length;

function forge(scene: Scene, count: number): FloodEvent {
  let event: FloodEvent = 'nothing';
  for (let n = 0; n < count; n += 1) {
    const before = half(scene);
    scene.server.input(forgedSyn(scene.forged));
    scene.forged += 1;
    // Nobody answers these: the addresses are forged.
    const answered = scene.server.output().length > 0;
    const kept = half(scene) > before;
    scene.counts[kept ? 'kept' : answered ? 'cookies' : 'dropped'] += 1;
    event = kept ? (half(scene) >= scene.backlog ? 'filled' : 'kept') : answered ? 'cookies' : 'dropped';
  }
  return event;
}

/** A SYN in the name of somebody who never sent it: addresses of RFC 5737. `n` makes each another one. */
export function forgedSyn(n: number): Octets {
  const src = (parseAddress('203.0.113.0') ?? 0) + (n % 254) + 1;
  const ends = { src, srcPort: 1024 + (n % 60_000), dst: parseAddress(server.address) ?? 0, dstPort: server.port };
  const options = [{ type: 'mss', mss: 1460 }] as const;
  return encodePacket(
    makePacket(ends, makeSegment({ seq: (n * 2_654_435_761) >>> 0, ctl: SYN, wnd: 65_535, options })),
  );
}

function connect(scene: Scene): FloodEvent {
  if (scene.socket !== null && scene.client.state(scene.socket) !== 'CLOSED') return 'nothing';
  // The old connection is over, whatever became of it.
  if (scene.accepted !== null) scene.server.abort(scene.accepted);
  const socket = scene.client.open();
  scene.client.bind(socket, client.address, 0);
  scene.client.connect(socket, server.address, server.port);
  Object.assign(scene, { socket, accepted: null, tries: 0, error: null, cookie: null });
  return talk(scene);
}

/** Carries what both have to say until nobody says anything. */
function talk(scene: Scene): FloodEvent {
  for (;;) {
    const [ours, theirs] = [scene.client.output(), scene.server.output()];
    if (ours.length + theirs.length === 0) break;
    for (const { packet } of ours) {
      const syn = segmentOf(packet)?.ctl === SYN;
      if (syn) scene.tries += 1;
      const full = syn && half(scene) >= scene.backlog;
      scene.server.input(packet);
      const answers = scene.server.output();
      const iss = answers.map((sent) => segmentOf(sent.packet)?.seq)[0];
      if (full && iss !== undefined) scene.cookie = iss;
      for (const answer of answers) scene.client.input(answer.packet);
    }
    // What was for forged addresses, the client's host drops.
    for (const { packet } of theirs) scene.client.input(packet);
  }
  const accepted = scene.server.accept(scene.listener);
  if (accepted.ok) scene.accepted = accepted.value;
  return scene.accepted === null ? (scene.tries > 1 ? 'again' : 'no-room') : 'connected';
}

function segmentOf(packet: Octets): Segment | null {
  const decoded = decodePacket(packet);
  return decoded.ok ? decoded.value.tcp.segment : null;
}

function wait(scene: Scene): FloodEvent {
  const asking = scene.socket !== null && scene.client.state(scene.socket) === 'SYN-SENT';
  const until = asking ? scene.client.nextTimer() : freeAt(scene);
  if (until === null) return 'nothing';
  // The attacker takes every place that becomes free before the client asks again.
  scene.server.advance(until);
  // SYN,ACKs that were repeated for nobody.
  scene.server.output();
  if (asking && scene.forged > 0) forge(scene, scene.backlog);
  scene.client.advance(until);
  scene.now = until;
  if (!asking) return 'freed';
  const event = talk(scene);
  if (scene.socket !== null) scene.error = scene.client.takeError(scene.socket);
  return scene.error === null ? event : 'gave-up';
}

/** When the server gives the first place up; null: none is taken. Found by looking, on the server's own timers. */
function freeAt(scene: Scene): Millis | null {
  const before = half(scene);
  if (before === 0) return null;
  while (half(scene) === before) {
    const next = scene.server.nextTimer();
    if (next === null) return null;
    scene.server.advance(next);
  }
  return scene.server.now();
}

function seen(scene: Scene, event: FloodEvent): Flood {
  const { backlog, counts, socket, accepted, tries, error, cookie, now } = scene;
  const holders = scene.server
    .connections()
    .flatMap(({ state, remote }) => (state === 'SYN-RECEIVED' ? [`${remote.address}:${remote.port}`] : []));
  const places = Array.from({ length: backlog }, (_, n) => holders[n] ?? null);
  const state = socket === null ? 'CLOSED' : scene.client.state(socket);
  const tcb = accepted === null ? null : scene.server.tcb(accepted);
  return {
    now: now - START,
    places,
    counts,
    client: { state, tries, error },
    terms: tcb === null ? null : termsOf(tcb),
    cookie,
    event,
  };
}

const termsOf = ({ snd, agreed }: Tcb): Terms => ({
  mss: snd.mss,
  windowScale: agreed.scaled,
  sack: agreed.sack,
  timestamps: agreed.timestamps !== null,
});

/** The 32 bits of a cookie: 5 of a counter of 64 s, 3 for the MSS, 24 of a keyed hash. */
export interface CookieBits {
  readonly counter: number;
  readonly index: number;
  readonly mss: number;
  readonly hash: number;
}

export function readCookie(iss: number): CookieBits {
  const index = (iss >>> 24) & 7;
  return { counter: iss >>> 27, index, mss: cookieMss[index] ?? cookieMss[0], hash: iss & 0x00ff_ffff };
}

/** How long a turn of the counter lasts. */
export const cookieTurn: Millis = COOKIE_TURN;

/** Who floods, and whom: for the picture. */
export const floodEnds = {
  server: `${formatAddress(parseAddress(server.address) ?? 0)}:${server.port}`,
  client: client.address,
} as const;
