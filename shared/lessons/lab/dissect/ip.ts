/** Ethernet II and IPv4 as lines. */
import type { Octets } from '../../../octets.ts';
import { formatAddress } from '../../../packet/address.ts';
import { get16, get32 } from '../../../packet/word.ts';
import { bitPicture, type FieldNode, hex, node, parent } from './node.ts';

export const ETHERNET = 14;
/** Where the IPv4 header ends: IHL counts words of 32 bits. */
export const afterIp = (frame: Octets): number => ETHERNET + ((frame[ETHERNET] ?? 0) & 15) * 4;

const card = (octets: Octets, at: number): string =>
  Array.from(octets.subarray(at, at + 6), (octet) => octet.toString(16).padStart(2, '0')).join(':');

/** Of a card in `eth.addr`, what Wireshark calls it where it knows no vendor: itself. */
export function ethernetNode(frame: Octets): FieldNode {
  const [to, from] = [card(frame, 0), card(frame, 6)];
  return parent(node('eth', `Ethernet II, Src: ${from}, Dst: ${to}`, frame, [0, ETHERNET]), [
    node('eth.dst', `Destination: ${to}`, to, [0, 6]),
    node('eth.src', `Source: ${from}`, from, [6, 12]),
    node('eth.type', `Type: IPv4 (${hex(get16(frame, 12), 4)})`, get16(frame, 12), [12, 14]),
  ]);
}

const protocols: { readonly [number: number]: string } = { 1: 'ICMP', 6: 'TCP', 17: 'UDP' };

export function ipNode(frame: Octets): FieldNode {
  const at = ETHERNET;
  const end = afterIp(frame);
  const [src, dst] = [get32(frame, at + 12), get32(frame, at + 16)];
  const title = `Internet Protocol Version 4, Src: ${formatAddress(src)}, Dst: ${formatAddress(dst)}`;
  const version = frame[at] ?? 0;
  const services = frame[at + 1] ?? 0;
  const ttl = frame[at + 8] ?? 0;
  const protocol = frame[at + 9] ?? 0;
  const offset = get16(frame, at + 6);
  return parent(node('ip', title, frame.subarray(at), [at, end]), [
    node('ip.version', `${bitPicture(version, 0xf0, 8)} = Version: ${version >> 4}`, version >> 4, [at, at + 1]),
    node('ip.hdr_len', headerLength(version), (version & 15) * 4, [at, at + 1]),
    node('ip.dsfield', `Differentiated Services Field: ${hex(services, 2)} (DSCP: CS0, ECN: Not-ECT)`, services, [
      at + 1,
      at + 2,
    ]),
    node('ip.len', `Total Length: ${get16(frame, at + 2)}`, get16(frame, at + 2), [at + 2, at + 4]),
    node('ip.id', `Identification: ${hex(get16(frame, at + 4), 4)} (${get16(frame, at + 4)})`, get16(frame, at + 4), [
      at + 4,
      at + 6,
    ]),
    flagsNode(frame, at + 6),
    node(
      'ip.frag_offset',
      `${bitPicture(offset, 0x1fff, 16)} = Fragment Offset: ${(offset & 0x1fff) * 8}`,
      (offset & 0x1fff) * 8,
      [at + 6, at + 8],
    ),
    node('ip.ttl', `Time to Live: ${ttl}`, ttl, [at + 8, at + 9]),
    node('ip.proto', `Protocol: ${protocols[protocol] ?? 'unknown'} (${protocol})`, protocol, [at + 9, at + 10]),
    node(
      'ip.checksum',
      `Header Checksum: ${hex(get16(frame, at + 10), 4)} [validation disabled]`,
      get16(frame, at + 10),
      [at + 10, at + 12],
    ),
    node('ip.src', `Source Address: ${formatAddress(src)}`, src, [at + 12, at + 16]),
    node('ip.dst', `Destination Address: ${formatAddress(dst)}`, dst, [at + 16, at + 20]),
  ]);
}

const headerLength = (version: number): string =>
  `${bitPicture(version, 0x0f, 8)} = Header Length: ${(version & 15) * 4} bytes (${version & 15})`;

const set = (on: boolean): string => (on ? 'Set' : 'Not set');

function flagsNode(frame: Octets, at: number): FieldNode {
  const octet = frame[at] ?? 0;
  const [df, mf] = [(octet & 0x40) !== 0, (octet & 0x20) !== 0];
  const title = `${bitPicture(octet, 0xe0, 8)} = Flags: ${hex(octet >> 5, 1)}${df ? ", Don't fragment" : ''}`;
  return parent(node('ip.flags', title, octet >> 5, [at, at + 1]), [
    node('ip.flags.df', `${bitPicture(octet, 0x40, 8)} = Don't fragment: ${set(df)}`, df, [at, at + 1]),
    node('ip.flags.mf', `${bitPicture(octet, 0x20, 8)} = More fragments: ${set(mf)}`, mf, [at, at + 1]),
  ]);
}
