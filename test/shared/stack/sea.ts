/** Two stacks with an application each, and a stormy sea between them: for properties. Chance comes from a seed. */
import type { Octets } from '../../../shared/octets.ts';
import { type Dice, diceFrom, rngFrom } from '../../../shared/rng.ts';
import { createStack, type Stack } from '../../../shared/stack/stack.ts';
import type { StackOptions } from '../../../shared/stack/options.ts';
import type { Millis } from '../../../shared/time.ts';
import { value } from './hand.ts';

export interface Journey {
  readonly seed: number;
  /** The probability that a packet sinks; or whether the nth one (from 0) of a side does. */
  readonly loss: number | ((from: 0 | 1, nth: number) => boolean);
  readonly duplication: number;
  readonly delay: { readonly least: Millis; readonly most: Millis };
  /** How many octets each side has to say: those of `textOf`. */
  readonly lengths: readonly [number, number];
  /** Whose shutdown comes first; `both` as soon as they have said everything. */
  readonly closer: 0 | 1 | 'both';
  readonly simultaneous: boolean;
  readonly options: readonly [Partial<StackOptions>, Partial<StackOptions>];
}

/** A packet as it was sent (`arrived` null) or arrived at the other side. */
export interface Sighting {
  readonly at: Millis;
  readonly from: 0 | 1;
  readonly packet: Octets;
  readonly lost: boolean;
}

interface Crossing {
  readonly at: Millis;
  readonly to: 0 | 1;
  readonly packet: Octets;
}

export interface Side {
  readonly stack: Stack;
  readonly listener: number | null;
  socket: number | null;
  said: number;
  readonly heard: Octets[];
  shut: boolean;
  ended: boolean;
  failed: string | null;
}

export interface Voyage {
  readonly sides: readonly [Side, Side];
  /** In the order in which they were sent. */
  readonly sent: readonly Sighting[];
  /** In the order in which they arrived; `from` is who sent them. */
  readonly arrived: readonly { readonly order: number; readonly from: 0 | 1; readonly packet: Octets }[];
  readonly until: Millis;
}

/** What a side says: octets that tell their place, so that a swap or a repetition shows. */
export const textOf = (side: 0 | 1, length: number): Octets =>
  Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8) * 13 + side) & 0xff);

const addresses = ['10.0.0.1', '10.0.0.2'] as const;
const ports = [50_000, 60_000] as const;
const other = (side: 0 | 1): 0 | 1 => (side === 0 ? 1 : 0);

function makeSide(side: 0 | 1, { simultaneous, options }: Journey): Side {
  const key = Uint8Array.from({ length: 16 }, (_, i) => i * (side + 1));
  const stack = createStack({ address: addresses[side], key, ...options[side] });
  const socket = stack.open();
  value(stack.bind(socket, addresses[side], ports[side]));
  const active = side === 0 || simultaneous;
  if (active) value(stack.connect(socket, addresses[other(side)], ports[other(side)]));
  else value(stack.listen(socket, 1));
  return {
    stack,
    listener: active ? null : socket,
    socket: active ? socket : null,
    said: 0,
    heard: [],
    shut: false,
    ended: false,
    failed: null,
  };
}

/** Lets an application do all that it can do now. */
function act(side: Side, text: Octets, mayShut: boolean): void {
  const { stack, listener } = side;
  if (side.socket === null && listener !== null) {
    const child = stack.accept(listener);
    if (child.ok) side.socket = child.value;
  }
  const { socket } = side;
  if (socket === null || side.ended) return;
  const got = hear(side, socket);
  if (side.said < text.length) {
    const taken = stack.send(socket, text.subarray(side.said));
    if (taken.ok) side.said += taken.value;
    else if (taken.error !== 'EAGAIN') side.failed = taken.error;
  }
  // In SYN-SENT a shutdown would only take the SYN back (3.10.4).
  const opened = stack.state(socket) !== 'SYN-SENT';
  if (opened && side.said === text.length && !side.shut && (mayShut || got === 'end')) {
    stack.shutdown(socket, 'write');
    side.shut = true;
  }
  if (got === 'end' && side.shut) {
    side.ended = true;
    stack.close(socket);
  }
}

function hear(side: Side, socket: number): 'end' | 'would-block' {
  for (;;) {
    const got = side.stack.recv(socket, 10_000);
    if (got.type === 'bytes') side.heard.push(got.bytes);
    else if (got.type === 'error') side.failed = got.error;
    else return got.type;
    if (side.failed !== null) return 'end';
  }
}

/** What is on its way, the next arrival first. */
function board(crossings: Crossing[], crossing: Crossing): void {
  let place = crossings.length;
  while (place > 0 && (crossings[place - 1]?.at ?? 0) > crossing.at) place -= 1;
  crossings.splice(place, 0, crossing);
}

function castOff(
  voyage: { sent: Sighting[]; crossings: Crossing[] },
  from: 0 | 1,
  stack: Stack,
  sea: Journey & { dice: Dice },
): void {
  const { dice, delay } = sea;
  for (const { at, packet } of stack.output()) {
    const nth = voyage.sent.filter((sighting) => sighting.from === from).length;
    const lost = typeof sea.loss === 'number' ? dice.chance(sea.loss) : sea.loss(from, nth);
    voyage.sent.push({ at, from, packet, lost });
    const times = lost ? 0 : dice.chance(sea.duplication) ? 2 : 1;
    for (let i = 0; i < times; i++) {
      const arrival = at + delay.least + dice.fraction() * (delay.most - delay.least);
      board(voyage.crossings, { at: arrival, to: other(from), packet });
    }
  }
}

/** Runs until nothing is on its way and no timer runs. Throws if that takes too long. */
export function sail(journey: Journey): Voyage {
  const sea = { ...journey, dice: diceFrom(rngFrom(journey.seed)) };
  const texts = [textOf(0, journey.lengths[0]), textOf(1, journey.lengths[1])] as const;
  const sides = [makeSide(0, journey), makeSide(1, journey)] as const;
  const voyage = { sent: [] as Sighting[], crossings: [] as Crossing[] };
  const arrived: { order: number; from: 0 | 1; packet: Octets }[] = [];
  for (let steps = 0; steps < 200_000; steps++) {
    for (const from of [0, 1] as const) {
      act(sides[from], texts[from], journey.closer === 'both' || journey.closer === from);
      castOff(voyage, from, sides[from].stack, sea);
    }
    const instants = [voyage.crossings[0]?.at, ...sides.map(({ stack }) => stack.nextTimer())];
    const next = Math.min(...instants.map((at) => at ?? Infinity));
    if (next === Infinity) return { sides, sent: voyage.sent, arrived, until: sides[0].stack.now() };
    for (const { stack } of sides) stack.advance(next);
    // One at a time: the reader reads what a packet brought before the next one comes.
    const first = voyage.crossings[0];
    if (first === undefined || first.at > next) continue;
    voyage.crossings.shift();
    arrived.push({ order: voyage.sent.length, from: other(first.to), packet: first.packet });
    sides[first.to].stack.input(first.packet);
  }
  throw new Error('the voyage does not end');
}
