/** Many connections in TIME-WAIT on one stack, and what asking among them costs. */
import { encodePacket, makePacket } from '../../shared/packet/packet.ts';
import type { Octets } from '../../shared/octets.ts';
import { get32 } from '../../shared/packet/word.ts';
import { createStack, type Stack } from '../../shared/stack/stack.ts';
import { ACK, FIN, makeSegment, SYN } from '../../shared/tcp/segment.ts';

const server = 0x0a000002;
const key = Uint8Array.from({ length: 16 }, (_, i) => i);

/** The nth client: an address and a port that nobody else has. */
const ends = (nth: number) => ({
  src: 0xc0000000 + Math.floor(nth / 50_000),
  srcPort: 1024 + (nth % 50_000),
  dst: server,
  dstPort: 80,
});

const says = (nth: number, seq: number, ack: number, ctl: number): Uint8Array =>
  encodePacket(makePacket(ends(nth), makeSegment({ seq, ack, ctl, wnd: 65_535 })));

/** A server that has closed `count` connections, each opened by another client a little later. */
export function fillTimeWait(count: number): Stack {
  const stack = createStack({ address: '10.0.0.2', key });
  const listener = stack.open();
  stack.bind(listener, '10.0.0.2', 80);
  stack.listen(listener, 10);
  for (let nth = 0; nth < count; nth++) {
    stack.advance(stack.now() + 0.1);
    stack.input(says(nth, 0xffff_fff0, 0, SYN));
    const iss = seqOf(stack.output()[0]?.packet);
    stack.input(says(nth, 0xffff_fff1, iss + 1, ACK));
    const child = stack.accept(listener);
    if (child.ok) stack.close(child.value);
    stack.input(says(nth, 0xffff_fff1, iss + 2, FIN | ACK));
    stack.output();
  }
  return stack;
}

/** The sequence number of a packet: octets 24 to 27. */
const seqOf = (packet: Octets | undefined): number => (packet === undefined ? 0 : get32(packet, 24));

/** Microseconds for a repeated FIN that finds its connection among `count`, and for `nextTimer`. */
export function timeWaitCost(count: number): { readonly input: number; readonly timer: number } {
  const stack = fillTimeWait(count);
  let input = Infinity;
  let timer = Infinity;
  let at = 0;
  for (let round = 0; round < 60; round++) {
    // Spread over all of them, in no order that a cache could follow.
    const packets = Array.from({ length: 500 }, (_, i) =>
      says(((round * 500 + i) * 7919) % count, 0xffff_fff1, 1, FIN | ACK),
    );
    const start = performance.now();
    for (const packet of packets) stack.input(packet);
    input = Math.min(input, ((performance.now() - start) * 1000) / 500);
    stack.output();
    const asked = performance.now();
    for (let i = 0; i < 500; i++) at += stack.nextTimer() ?? 0;
    timer = Math.min(timer, ((performance.now() - asked) * 1000) / 500);
  }
  if (at === 0 || stack.connections().length !== count) throw new Error('nothing was measured');
  return { input, timer };
}
