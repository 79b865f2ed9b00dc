/** What a segment and a connection cost in microseconds, beside the bare codec in the same run. */
import { decodePacket, encodePacket, makePacket, type TcpPacket } from '../../shared/packet/packet.ts';
import { seqAdd, toSeq } from '../../shared/seq.ts';
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

/** A request and a reply of 100 octets each between two stacks, from SYN to the last ACK. */
export function connectionCost(): { readonly connection: number; readonly segments: number; readonly packet: number } {
  const request = new Uint8Array(100).fill(1);
  let segments = 0;
  const connection = best(30, 200, () => {
    const a = createStack({ address: '10.0.0.1', key, isn: () => 5000, msl: 1 });
    const { stack: b, listener } = listening();
    for (let i = 0; i < 200; i++) segments = converse(a, b, listener, request);
  });
  const sample: TcpPacket = makePacket(
    there,
    makeSegment({ seq: 1, ack: 2, ctl: ACK | PSH, wnd: 65_535, data: request }),
  );
  let seen = 0;
  const packet = best(30, 2000, () => {
    for (let i = 0; i < 2000; i++) {
      const decoded = decodePacket(encodePacket(sample));
      if (decoded.ok) seen += 1;
    }
  });
  if (seen === 0) throw new Error('nothing was measured');
  return { connection, segments, packet };
}

/** Carries packets both ways until nobody says anything; gives their number. */
function carry(a: Stack, b: Stack): number {
  let count = 0;
  for (;;) {
    const fromA = a.output();
    const fromB = b.output();
    if (fromA.length === 0 && fromB.length === 0) return count;
    for (const { packet } of fromA) b.input(packet);
    for (const { packet } of fromB) a.input(packet);
    count += fromA.length + fromB.length;
  }
}

function converse(a: Stack, b: Stack, listener: number, text: Uint8Array): number {
  const socket = a.open();
  a.connect(socket, '10.0.0.2', 80);
  let count = carry(a, b);
  const accepted = b.accept(listener);
  const child = accepted.ok ? accepted.value : 0;
  a.send(socket, text);
  count += carry(a, b);
  b.recv(child, 1000);
  b.send(child, text);
  count += carry(a, b);
  a.recv(socket, 1000);
  a.close(socket);
  count += carry(a, b);
  b.close(child);
  count += carry(a, b);
  a.advance(a.now() + 2);
  b.advance(b.now() + 2);
  if (a.connections().length > 0 || b.connections().length > 0) throw new Error('a connection is left over');
  return count;
}
