/** A peer made by hand: what a test puts into a stack and takes out of it, as segments. */
import { encodePacket, decodePacket, makePacket, type TcpPacket } from '../../../shared/packet/packet.ts';
import { parseAddress } from '../../../shared/packet/address.ts';
import { flagsOf, makeSegment, type Segment } from '../../../shared/tcp/segment.ts';
import type { Result } from '../../../shared/result.ts';
import { createStack, type Stack } from '../../../shared/stack/stack.ts';
import type { StackOptions } from '../../../shared/stack/options.ts';

export const ours = '10.0.0.1';
export const theirs = '10.0.0.2';
export const key = Uint8Array.from({ length: 16 }, (_, i) => i);

/** A stack at 10.0.0.1 whose ISN is 1000 for every connection. */
export const stackWith = (options: Partial<StackOptions> = {}): Stack =>
  createStack({ address: ours, key, isn: () => 1000, ...options });

export const addressOf = (text: string): number => parseAddress(text) ?? 0;

/** One end of a conversation with `stack`: a port of 10.0.0.2 (or another host) and a port of the stack. */
export function hand(stack: Stack, port: number, stackPort: number, from = theirs) {
  return {
    /** A segment from the peer arrives at the stack. */
    says: (parts: Parameters<typeof makeSegment>[0]) => {
      const ends = { src: addressOf(from), srcPort: port, dst: addressOf(ours), dstPort: stackPort };
      stack.input(encodePacket(makePacket(ends, makeSegment(parts))));
    },
    /** The segments that the stack sent since the last question, whoever they are for. */
    hears: (): readonly Segment[] => takePackets(stack).map(({ tcp }) => tcp.segment),
    /** The same in words: 'SYN,ACK 1000/501' or 'ACK 1001/501 +5'. */
    reads: (): readonly string[] => takePackets(stack).map(({ tcp }) => inWords(tcp.segment)),
  };
}

/** What a call gave; a call that failed fails the test. */
export function value<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

export const takePackets = (stack: Stack): readonly TcpPacket[] => stack.output().map(({ packet }) => decoded(packet));

export function decoded(octets: Uint8Array): TcpPacket {
  const packet = decodePacket(octets);
  if (!packet.ok) throw new Error(`the stack sent a packet that is refused: ${packet.error.code}`);
  return packet.value;
}

export function inWords({ ctl, seq, ack, data }: Segment): string {
  const length = data.length === 0 ? '' : ` +${data.length}`;
  return `${flagsOf(ctl).join(',')} ${seq}/${ack}${length}`;
}
