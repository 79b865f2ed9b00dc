/**
 * What else the client's card sees while the experiment runs, as in every real capture: the name is looked up, the
 * site is pinged, and the browser opens a second connection that it does not use. Without them every display filter
 * would be as good as any other.
 */
import { concat, fromText, type Octets } from '../../octets.ts';
import { checksum, checksumOf, pseudoSum, wordSum } from '../../packet/checksum.ts';
import { type Ends, encodePacket, makePacket } from '../../packet/packet.ts';
import { put16, put32 } from '../../packet/word.ts';
import { ACK, FIN, makeSegment, SYN } from '../../tcp/segment.ts';
import type { Role } from '../../game/role.ts';
import type { Millis } from '../../time.ts';
import { labEnds } from './capture.ts';
import { inIpv4 } from './ipv4.ts';

/** An IPv4 packet that passed the client's card. `from`: the client, or whoever is out there. */
export interface Passing {
  /** Before 0: before the first SYN of the experiment. */
  readonly at: Millis;
  readonly from: Role;
  readonly packet: Octets;
}

const client = labEnds.client.address;
const site = labEnds.server.address;
/** 192.0.2.1, and 203.0.113.20: more addresses of RFC 5737. */
const resolver = 0xc000_0201;
const stranger = 0xcb00_7114;

export const neighbours = (): readonly Passing[] => [
  { at: -640, from: 'client', packet: udp(client, resolver, [53_422, 53], dnsMessage(false)) },
  { at: -618, from: 'server', packet: udp(resolver, client, [53, 53_422], dnsMessage(true)) },
  { at: -430, from: 'client', packet: inIpv4({ protocol: 1, src: client, dst: site }, echo(8)) },
  { at: -230, from: 'server', packet: inIpv4({ protocol: 1, src: site, dst: client }, echo(0)) },
  ...spare(),
];

/** A connection that is opened and closed without a word, and with three segments at its end. */
function spare(): readonly Passing[] {
  const up: Ends = { src: client, srcPort: 52_115, dst: stranger, dstPort: 8080 };
  const down: Ends = { src: stranger, srcPort: 8080, dst: client, dstPort: 52_115 };
  const [x, y] = [1_903_114_226, 4_021_559_803];
  const options = [{ type: 'mss', mss: 1460 }] as const;
  const said = (at: Millis, from: Role, segment: Parameters<typeof makeSegment>[0]): Passing => ({
    at,
    from,
    packet: encodePacket(makePacket(from === 'client' ? up : down, makeSegment({ wnd: 64_240, ...segment }))),
  });
  return [
    said(30, 'client', { seq: x, ctl: SYN, options }),
    said(66, 'server', { seq: y, ack: x + 1, ctl: SYN | ACK, options }),
    said(66.2, 'client', { seq: x + 1, ack: y + 1, ctl: ACK }),
    said(700, 'client', { seq: x + 1, ack: y + 1, ctl: FIN | ACK }),
    said(736, 'server', { seq: y + 1, ack: x + 2, ctl: FIN | ACK }),
    said(736.2, 'client', { seq: x + 2, ack: y + 2, ctl: ACK }),
  ];
}

/** RFC 768. */
function udp(src: number, dst: number, [from, to]: readonly [number, number], data: Octets): Octets {
  const out = new Uint8Array(8 + data.length);
  put16(out, 0, from);
  put16(out, 2, to);
  put16(out, 4, out.length);
  out.set(data, 8);
  // The pseudo-header is TCP's with another protocol: 17 for 6.
  put16(out, 6, checksumOf(pseudoSum(src, dst, out.length) + 11 + wordSum(out, 0, out.length)));
  return inIpv4({ protocol: 17, src, dst }, out);
}

/** RFC 792: echo request (8) or reply (0), the first of this ping. */
function echo(type: 0 | 8): Octets {
  const out = new Uint8Array(40);
  out[0] = type;
  put16(out, 4, 1);
  put16(out, 6, 1);
  out.set(fromText('abcdefghijklmnopqrstuvwabcdefghi'), 8);
  put16(out, 2, checksum(out));
  return out;
}

/** RFC 1035, 4: the address of www.example.com is asked for, or given. */
function dnsMessage(isAnswer: boolean): Octets {
  const head = new Uint8Array(12);
  put16(head, 0, 0x1c2a);
  put16(head, 2, isAnswer ? 0x8180 : 0x0100);
  put16(head, 4, 1);
  put16(head, 6, isAnswer ? 1 : 0);
  const labels = ['www', 'example', 'com'].map((label) => concat(Uint8Array.of(label.length), fromText(label)));
  // A zero label, then type A, class IN.
  const question = [...labels, Uint8Array.of(0, 0, 1, 0, 1)].reduce(concat);
  if (!isAnswer) return concat(head, question);
  // A pointer to the name in the question, type A, class IN, 300 s, four octets.
  const answer = Uint8Array.of(0xc0, 12, 0, 1, 0, 1, 0, 0, 1, 44, 0, 4, 0, 0, 0, 0);
  put32(answer, 12, site);
  return concat(concat(head, question), answer);
}
