/**
 * Why three and not two: a tiny network with a client and a server of either design. One SYN that comes late opens,
 * in the two-way design, a connection that nobody wants. RFC 9293 3.5, figure 8.
 */
export const designs = ['two-way', 'three-way'] as const;
export type Design = (typeof designs)[number];

export interface Message {
  /** Its kind and its place among those: 'SYN 1', so that both designs name the same things alike. */
  readonly id: string;
  readonly kind: 'SYN' | 'SYN,ACK' | 'ACK' | 'RST';
  readonly to: 'client' | 'server';
  /** The client's number that it is about: its ISN. */
  readonly x: number;
  /** The server's number that it is about; 0 on a SYN, which knows none. */
  readonly y: number;
}

export interface World {
  readonly design: Design;
  /** `idle`: wants nothing. */
  readonly client: { readonly state: 'idle' | 'waiting' | 'open'; readonly x: number };
  /** What the server holds, by the client's ISN. */
  readonly server: readonly { readonly x: number; readonly y: number; readonly state: 'half' | 'open' }[];
  /** Connections that the server began: each gets a number of its own. */
  readonly begun: number;
  /** What is on its way; the player decides what arrives, and when. */
  readonly network: readonly Message[];
  /** How many of each kind were sent. */
  readonly sent: { readonly [kind in Message['kind']]: number };
}

export type Action =
  | { readonly type: 'open' }
  /** The timer ran out: the same SYN again. */
  | { readonly type: 'repeat' }
  | { readonly type: 'deliver'; readonly id: string }
  | { readonly type: 'lose'; readonly id: string }
  /** The connection is closed at both ends, properly; four waves are left out here. */
  | { readonly type: 'close' };

/** What a step showed; the texts have a sentence for each. */
export const twoWayEvents = [
  'syn-sent',
  'syn-repeated',
  'server-open',
  'server-ghost',
  'server-half',
  'client-open',
  'client-ignores',
  'client-resets',
  'server-confirmed',
  'server-forgets',
  'lost',
  'closed',
  'nothing',
] as const;
export type TwoWayEvent = (typeof twoWayEvents)[number];

export interface Step {
  readonly world: World;
  readonly event: TwoWayEvent;
}

export const newWorld = (design: Design): World => ({
  design,
  client: { state: 'idle', x: 100 },
  server: [],
  begun: 0,
  network: [],
  sent: { SYN: 0, 'SYN,ACK': 0, ACK: 0, RST: 0 },
});

/** Connections that the server holds open and the client knows nothing of: the two-way design is broken. */
export const ghostsIn = ({ client, server }: World): readonly number[] =>
  server.filter(({ x, state }) => state === 'open' && !(client.state !== 'idle' && client.x === x)).map(({ x }) => x);

/** What can be done now. */
export function possible({ client, network }: World): readonly Action[] {
  const own: readonly Action[] =
    client.state === 'idle'
      ? [{ type: 'open' }]
      : client.state === 'waiting'
        ? [{ type: 'repeat' }]
        : [{ type: 'close' }];
  return [
    ...own,
    ...network.flatMap(({ id }): readonly Action[] => [
      { type: 'deliver', id },
      { type: 'lose', id },
    ]),
  ];
}

export function step(world: World, action: Action): Step {
  const { client } = world;
  switch (action.type) {
    case 'open': {
      if (client.state !== 'idle') return { world, event: 'nothing' };
      // A new connection, a new ISN.
      const x = client.x + (world.sent.SYN === 0 ? 0 : 500);
      return { world: send({ ...world, client: { state: 'waiting', x } }, 'SYN', { x, y: 0 }), event: 'syn-sent' };
    }
    case 'repeat':
      if (client.state !== 'waiting') return { world, event: 'nothing' };
      return { world: send(world, 'SYN', { x: client.x, y: 0 }), event: 'syn-repeated' };
    case 'close': {
      if (client.state !== 'open') return { world, event: 'nothing' };
      const server = world.server.filter(({ x }) => x !== client.x);
      return { world: { ...world, client: { ...client, state: 'idle' }, server }, event: 'closed' };
    }
    case 'lose':
    case 'deliver': {
      const message = world.network.find(({ id }) => id === action.id);
      if (message === undefined) return { world, event: 'nothing' };
      const rest = { ...world, network: world.network.filter((one) => one !== message) };
      if (action.type === 'lose') return { world: rest, event: 'lost' };
      return message.to === 'server' ? serverHears(rest, message) : clientHears(rest, message);
    }
  }
}

/** Several steps, and what each showed. */
export const steps = (
  world: World,
  actions: readonly Action[],
): { readonly world: World; readonly events: readonly TwoWayEvent[] } =>
  actions.reduce<{ readonly world: World; readonly events: readonly TwoWayEvent[] }>(
    (sofar, action) => {
      const next = step(sofar.world, action);
      return { world: next.world, events: [...sofar.events, next.event] };
    },
    { world, events: [] },
  );

function send(world: World, kind: Message['kind'], numbers: Pick<Message, 'x' | 'y'>): World {
  const sent = { ...world.sent, [kind]: world.sent[kind] + 1 };
  const to = kind === 'SYN,ACK' ? 'client' : 'server';
  return { ...world, sent, network: [...world.network, { id: `${kind} ${sent[kind]}`, kind, to, ...numbers }] };
}

function serverHears(world: World, { kind, x, y }: Message): Step {
  const held = world.server.find((one) => one.x === x);
  const others = world.server.filter((one) => one !== held);
  if (kind === 'SYN') {
    if (held !== undefined) return { world: send(world, 'SYN,ACK', { x, y: held.y }), event: 'nothing' };
    const state = world.design === 'two-way' ? 'open' : 'half';
    const begun = world.begun + 1;
    const fresh = { x, y: begun * 1000, state } as const;
    const next = send({ ...world, begun, server: [...others, fresh] }, 'SYN,ACK', { x, y: fresh.y });
    return {
      world: next,
      event: state === 'half' ? 'server-half' : ghostsIn(next).includes(x) ? 'server-ghost' : 'server-open',
    };
  }
  // An old ACK names an old number of the server's, and proves nothing.
  if (kind === 'ACK' && held?.state === 'half' && held.y === y) {
    return { world: { ...world, server: [...others, { x, y, state: 'open' }] }, event: 'server-confirmed' };
  }
  if (kind === 'RST' && held !== undefined) return { world: { ...world, server: others }, event: 'server-forgets' };
  return { world, event: 'nothing' };
}

function clientHears(world: World, { x, y }: Message): Step {
  const { client, design } = world;
  if (client.state === 'waiting' && client.x === x) {
    const open: World = { ...world, client: { ...client, state: 'open' } };
    return { world: design === 'three-way' ? send(open, 'ACK', { x, y }) : open, event: 'client-open' };
  }
  if (client.state === 'open' && client.x === x) {
    return { world: design === 'three-way' ? send(world, 'ACK', { x, y }) : world, event: 'nothing' };
  }
  // In the two-way design there is no segment with which to say no.
  return design === 'two-way'
    ? { world, event: 'client-ignores' }
    : { world: send(world, 'RST', { x, y }), event: 'client-resets' };
}

/** The story that breaks the two-way design: the first SYN is late, its repetition does all the work. */
export const lateSyn: readonly Action[] = [
  { type: 'open' },
  { type: 'repeat' },
  { type: 'deliver', id: 'SYN 2' },
  { type: 'deliver', id: 'SYN,ACK 1' },
  { type: 'deliver', id: 'ACK 1' },
  { type: 'close' },
  { type: 'deliver', id: 'SYN 1' },
  { type: 'deliver', id: 'SYN,ACK 2' },
  { type: 'deliver', id: 'RST 1' },
];
