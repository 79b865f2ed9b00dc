/** What a segment and a connection cost in microseconds, beside the bare codec in the same run. */
import { decodePacket, encodePacket, makePacket, type TcpPacket } from '../../shared/packet/packet.ts';
import { seqAdd, toSeq } from '../../shared/seq.ts';
import type { Sent } from '../../shared/stack/host.ts';
import { createStack, type Stack } from '../../shared/stack/stack.ts';
import { ACK, makeSegment, PSH, SYN } from '../../shared/tcp/segment.ts';

const client = 0x0a000001;
const server = 0x0a000002;
const key = Uint8Array.from({ length: 16 }, (_, i) => i);
const there = { src: client, srcPort: 50_000, dst: server, dstPort: 80 };
const back = { src: server, srcPort: 80, dst: client, dstPort: 50_000 };

/** Microseconds for one of `n` turns: the best of several rounds, because only other work can make a round slower. */
function best(rounds: number, n: number, round: () => void): number {
  let least = Infinity;
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    round();
    least = Math.min(least, ((performance.now() - start) * 1000) / n);
  }
  return least;
}

function listening(): { readonly stack: Stack; readonly listener: number } {
  const stack = createStack({ address: '10.0.0.2', key, isn: () => 1000 });
  const listener = stack.open();
  stack.bind(listener, '10.0.0.2', 80);
  stack.listen(listener, 10);
  return { stack, listener };
}

const packetOf = (seq: number, ctl: number, data?: Uint8Array): Uint8Array =>
  encodePacket(makePacket(there, makeSegment({ seq, ack: 1001, ctl, wnd: 65_535, ...(data && { data }) })));

/** A data segment through `stack.input`, its ACK included and read in time; and its bare decoding and the ACK's encoding. */
export function inputCost(octets: number): { readonly input: number; readonly bare: number } {
  const count = 40;
  const { stack, listener } = listening();
  stack.input(packetOf(500, SYN));
  stack.input(packetOf(501, ACK));
  const accepted = stack.accept(listener);
  const socket = accepted.ok ? accepted.value : 0;
  const data = new Uint8Array(octets).fill(7);
  const answer = makePacket(back, makeSegment({ seq: 1001, ack: 1000, ctl: ACK, wnd: 65_535 }));
  let next = toSeq(501);
  let input = Infinity;
  let bare = Infinity;
  let octetsSeen = 0;
  for (let round = 0; round < 400; round++) {
    const packets: Uint8Array[] = [];
    for (let i = 0; i < count; i++) {
      packets.push(packetOf(next, ACK | PSH, data));
      next = seqAdd(next, octets);
    }
    const through = best(1, count, () => {
      for (const packet of packets) {
        stack.input(packet);
        octetsSeen += stack.output().length;
      }
    });
    stack.recv(socket, 1_000_000);
    stack.output();
    const alone = best(1, count, () => {
      for (const packet of packets) {
        const decoded = decodePacket(packet);
        if (decoded.ok) octetsSeen += encodePacket(answer).length;
      }
    });
    input = Math.min(input, through);
    bare = Math.min(bare, alone);
  }
  if (octetsSeen === 0 || stack.state(socket) !== 'ESTABLISHED') throw new Error('nothing was measured');
  return { input, bare };
}

/** Microseconds for a connection, and for the codec of one packet: writing it and reading it again. */
export interface ConnectionCost {
  readonly connection: number;
  readonly segments: number;
  readonly codec: {
    /** A packet of 40 octets: two headers, no options, no text. */
    readonly empty: number;
    /** With 100 octets of text. */
    readonly text: number;
    /** The mean of the packets that the connection consists of. */
    readonly mean: number;
  };
}

/** A request and a reply of 100 octets each between two stacks, from SYN to the last ACK. */
export function connectionCost(): ConnectionCost {
  const count = 200;
  const text = new Uint8Array(100).fill(1);
  const packets = converse(pair(), text).map(({ packet }) => contentOf(packet));
  const empty = packets.find(({ tcp: { segment } }) => segment.data.length === 0 && segment.options.length === 0);
  const full = packets.find(({ tcp: { segment } }) => segment.data.length === 100);
  if (empty === undefined || full === undefined) throw new Error('nothing to measure with');
  const least = { connection: Infinity, empty: Infinity, text: Infinity, mean: Infinity };
  // In turns, so that all of them find the machine as it is.
  for (let round = 0; round < 400; round++) {
    const both = pair();
    const connection = best(1, count, () => {
      for (let i = 0; i < count; i++) converse(both, text);
    });
    if (both.a.connections().length + both.b.connections().length > 0) throw new Error('a connection is left over');
    least.connection = Math.min(least.connection, connection);
    least.empty = Math.min(least.empty, codecCost([empty]));
    least.text = Math.min(least.text, codecCost([full]));
    least.mean = Math.min(least.mean, codecCost(packets));
  }
  const { connection, ...codec } = least;
  return { connection, segments: packets.length, codec };
}

function contentOf(packet: Uint8Array): TcpPacket {
  const result = decodePacket(packet);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function codecCost(packets: readonly TcpPacket[]): number {
  let seen = 0;
  const turns = Math.ceil(12_000 / packets.length);
  const cost = best(1, turns * packets.length, () => {
    for (let i = 0; i < turns; i++) for (const packet of packets) if (decodePacket(encodePacket(packet)).ok) seen += 1;
  });
  if (seen !== turns * packets.length) throw new Error('nothing was measured');
  return cost;
}

interface Pair {
  readonly a: Stack;
  readonly b: Stack;
  readonly listener: number;
}

function pair(): Pair {
  const { stack, listener } = listening();
  return { a: createStack({ address: '10.0.0.1', key, isn: () => 5000, msl: 1 }), b: stack, listener };
}

/** Carries packets both ways until nobody says anything; gives them. */
function carry({ a, b }: Pair, all: Sent[]): void {
  for (let before = -1; before < all.length;) {
    before = all.length;
    deliver(a, b, all);
    deliver(b, a, all);
  }
}

function deliver(from: Stack, to: Stack, all: Sent[]): void {
  for (const sent of from.output()) {
    all.push(sent);
    to.input(sent.packet);
  }
}

/** One whole connection; gives the packets that it consists of. */
function converse(both: Pair, text: Uint8Array): readonly Sent[] {
  const { a, b, listener } = both;
  const all: Sent[] = [];
  const socket = a.open();
  a.connect(socket, '10.0.0.2', 80);
  carry(both, all);
  const accepted = b.accept(listener);
  const child = accepted.ok ? accepted.value : 0;
  a.send(socket, text);
  carry(both, all);
  b.recv(child, 1000);
  b.send(child, text);
  carry(both, all);
  a.recv(socket, 1000);
  a.close(socket);
  carry(both, all);
  b.close(child);
  carry(both, all);
  a.advance(a.now() + 2);
  b.advance(b.now() + 2);
  return all;
}
