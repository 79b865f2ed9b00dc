/**
 * A capture as Wireshark shows it: columns, packet details, and the fields that display filters ask for. Reads
 * octets only, so whatever it says can be held against another dissector's opinion of the same file.
 */
import type { Octets } from '../../../octets.ts';
import { formatAddress } from '../../../packet/address.ts';
import { decodePacket } from '../../../packet/packet.ts';
import { get16, get32 } from '../../../packet/word.ts';
import { ACK } from '../../../tcp/segment.ts';
import type { Millis } from '../../../time.ts';
import type { Frame } from '../frames.ts';
import { dnsLayer, httpLayer, icmpLayer, type Layer, udpNode } from './apps.ts';
import { eitherOf, type FieldName } from './fields.ts';
import { afterIp, ETHERNET, ethernetNode, ipNode } from './ip.ts';
import { type FieldNode, type FieldValue, flat, node, nowhere, parent } from './node.ts';
import { type NumberForm, type Numbered, shownIn, tcpInfo, tcpNode } from './tcp.ts';

export interface Packet {
  /** From 1. */
  readonly number: number;
  readonly at: Millis;
  readonly octets: Octets;
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
  readonly info: string;
  readonly tree: readonly FieldNode[];
  /** Every field, with each of its values. */
  readonly fields: ReadonlyMap<FieldName, readonly FieldValue[]>;
  /** Index of its TCP connection in the capture; null: no TCP. */
  readonly stream: number | null;
  /** What its TCP carries. */
  readonly payload: Octets;
}

/** What is remembered of a connection from packet to packet: `base` by sending end. */
interface Stream {
  readonly index: number;
  readonly bases: Map<string, number>;
}

export function dissect(frames: readonly Frame[], form: NumberForm): readonly Packet[] {
  const capture: Whole = { frames, form, streams: new Map() };
  return frames.map((frame, n) => packetOf(frame, n + 1, capture));
}

/** What a packet is seen in. */
interface Whole {
  readonly frames: readonly Frame[];
  readonly form: NumberForm;
  readonly streams: Map<string, Stream>;
}

function packetOf({ at, octets }: Frame, number: number, capture: Whole): Packet {
  const inIp = afterIp(octets);
  const numbered = protocolOf(octets) === TCP ? numberedIn(octets, capture) : null;
  const layer = numbered === null ? otherLayer(octets, inIp, capture) : tcpLayer(octets, inIp, numbered);
  const tree = [frameNode(number, at, octets), ethernetNode(octets), ipNode(octets), ...layer.nodes];
  return {
    number,
    at,
    octets,
    source: formatAddress(get32(octets, ETHERNET + 12)),
    destination: formatAddress(get32(octets, ETHERNET + 16)),
    protocol: layer.protocol,
    info: layer.info,
    tree,
    fields: fieldsOf(tree),
    stream: numbered?.stream ?? null,
    payload: numbered?.tcp.segment.data ?? new Uint8Array(0),
  };
}

const [ICMP, TCP] = [1, 6];
const DNS_PORT = 53;
const protocolOf = (octets: Octets): number => octets[ETHERNET + 9] ?? 0;

/** `0.620000000` is what the file says; Wireshark shows as many digits as are needed. */
export const secondsOf = (at: Millis): string => (at / 1000).toFixed(6);

function frameNode(number: number, at: Millis, octets: Octets): FieldNode {
  const { length } = octets;
  const bits = `${length} bytes on wire (${length * 8} bits), ${length} bytes captured (${length * 8} bits)`;
  const since = `[Time since reference or first frame: ${secondsOf(at)}000 seconds]`;
  return parent(node('frame', `Frame ${number}: ${bits}`, octets, [0, length]), [
    node('frame.time_relative', since, at / 1000, nowhere),
    node('frame.number', `Frame Number: ${number}`, number, nowhere),
    node('frame.len', `Frame Length: ${length} bytes (${length * 8} bits)`, length, nowhere),
  ]);
}

/** The segment with its numbers in the wanted form; null: what says it is TCP is none. */
function numberedIn(octets: Octets, { form, streams }: Whole): Numbered | null {
  const decoded = decodePacket(octets.subarray(ETHERNET), 'capture');
  if (!decoded.ok) return null;
  const { ip, tcp } = decoded.value;
  const { seq, ack, ctl } = tcp.segment;
  const [from, to] = [`${ip.src}:${tcp.srcPort}`, `${ip.dst}:${tcp.dstPort}`];
  const name = [from, to].toSorted().join('-');
  const stream = streams.get(name) ?? { index: streams.size, bases: new Map<string, number>() };
  streams.set(name, stream);
  if (!stream.bases.has(from)) stream.bases.set(from, seq);
  // Without the ACK bit the field means nothing, and is shown as it stands.
  const ackBase = (ctl & ACK) === 0 ? 0 : (stream.bases.get(to) ?? 0);
  return {
    tcp,
    stream: stream.index,
    form,
    seq: shownIn(form, seq, stream.bases.get(from) ?? seq),
    ack: shownIn(form, ack, ackBase),
  };
}

function tcpLayer(octets: Octets, at: number, numbered: Numbered): Layer {
  const own = tcpNode(octets, at, numbered);
  const { data } = numbered.tcp.segment;
  const said = data.length === 0 ? null : httpLayer(octets, octets.length - data.length);
  if (said !== null) return { ...said, nodes: [own, ...said.nodes] };
  return { protocol: 'TCP', info: tcpInfo(numbered), nodes: [own] };
}

function otherLayer(octets: Octets, at: number, { frames }: Whole): Layer {
  if (protocolOf(octets) === ICMP) return icmpLayer(octets, at, partnerOf(octets, at, frames));
  const own = udpNode(octets, at);
  const isDns = [get16(octets, at), get16(octets, at + 2)].includes(DNS_PORT);
  if (!isDns) return { protocol: 'UDP', info: own.text, nodes: [own] };
  const dns = dnsLayer(octets, at + 8);
  return { ...dns, nodes: [own, ...dns.nodes] };
}

/** The frame of the reply to this ping, or of its request: same identifier and number, other type. */
function partnerOf(octets: Octets, at: number, frames: readonly Frame[]): number | null {
  const found = frames.findIndex(
    ({ octets: other }) =>
      protocolOf(other) === ICMP &&
      (other[at] ?? 0) !== (octets[at] ?? 0) &&
      get32(other, at + 4) === get32(octets, at + 4),
  );
  return found < 0 ? null : found + 1;
}

function fieldsOf(tree: readonly FieldNode[]): ReadonlyMap<FieldName, readonly FieldValue[]> {
  const found = new Map<FieldName, FieldValue[]>();
  const add = (name: FieldName, value: FieldValue): void => {
    found.set(name, [...(found.get(name) ?? []), value]);
  };
  for (const { name, value } of flat(tree)) {
    if (name === null || value === null) continue;
    add(name, value);
    const either = eitherOf[name];
    if (either !== undefined) add(either, value);
  }
  return found;
}
