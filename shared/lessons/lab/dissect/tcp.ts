/** TCP as lines, and the sentence of the list: RFC 9293 3.1, in Wireshark's words. */
import type { Octets } from '../../../octets.ts';
import type { Tcp } from '../../../packet/tcp.ts';
import { get16 } from '../../../packet/word.ts';
import { seqDiff, toSeq } from '../../../seq.ts';
import type { Option } from '../../../tcp/option.ts';
import { ACK, CWR, ECE, FIN, PSH, RST, segLen, SYN, URG } from '../../../tcp/segment.ts';
import type { FieldName } from './fields.ts';
import { bitPicture, type FieldNode, hex, hidden, node, nowhere, parent } from './node.ts';

/** Wireshark's preference "Relative sequence numbers". */
export type NumberForm = 'relative' | 'absolute';

/** The segment in its connection. */
export interface Numbered {
  readonly tcp: Tcp;
  readonly stream: number;
  readonly form: NumberForm;
  /** As they are shown in this form. */
  readonly seq: number;
  readonly ack: number;
}

/** What relative numbers count from: the first number that each side was seen to send. */
export const shownIn = (form: NumberForm, value: number, base: number): number =>
  form === 'absolute' ? value : toSeq(seqDiff(toSeq(value), toSeq(base)));

/** In the order of the header's bits; `short`: as in the list of packets. */
const flags = [
  { bit: CWR, name: 'tcp.flags.cwr', long: 'Congestion Window Reduced', short: 'CWR', letter: 'C' },
  { bit: ECE, name: 'tcp.flags.ece', long: 'ECN-Echo', short: 'ECE', letter: 'E' },
  { bit: URG, name: 'tcp.flags.urg', long: 'Urgent', short: 'URG', letter: 'U' },
  { bit: ACK, name: 'tcp.flags.ack', long: 'Acknowledgment', short: 'ACK', letter: 'A' },
  { bit: PSH, name: 'tcp.flags.push', long: 'Push', short: 'PSH', letter: 'P' },
  { bit: RST, name: 'tcp.flags.reset', long: 'Reset', short: 'RST', letter: 'R' },
  { bit: SYN, name: 'tcp.flags.syn', long: 'Syn', short: 'SYN', letter: 'S' },
  { bit: FIN, name: 'tcp.flags.fin', long: 'Fin', short: 'FIN', letter: 'F' },
] as const satisfies readonly { readonly bit: number; readonly name: FieldName; readonly [word: string]: unknown }[];

/** `SYN, ACK`: the lowest bit first, as Wireshark lists them. */
export const flagList = (ctl: number): string =>
  flags
    .toReversed()
    .filter(({ bit }) => (ctl & bit) !== 0)
    .map(({ short }) => short)
    .join(', ');

/** The column Info of a segment in which no application speaks. */
export function tcpInfo({ tcp, seq, ack }: Numbered): string {
  const { segment, srcPort, dstPort } = tcp;
  const said = [
    `Seq=${seq}`,
    ...((segment.ctl & ACK) === 0 ? [] : [`Ack=${ack}`]),
    `Win=${segment.wnd}`,
    `Len=${segment.data.length}`,
    ...segment.options.flatMap(briefly),
  ];
  return `${srcPort} → ${dstPort} [${flagList(segment.ctl)}] ${said.join(' ')}`;
}

function briefly(option: Option): readonly string[] {
  if (option.type === 'mss') return [`MSS=${option.mss}`];
  return option.type === 'sackPermitted' ? ['SACK_PERM'] : [];
}

const follows = (name: FieldName, text: string, value: number): FieldNode => node(name, text, value, nowhere);
const calculated = 'Calculated window size';

/** `at`: where the header begins in the frame. */
export function tcpNode(frame: Octets, at: number, one: Numbered): FieldNode {
  const { tcp, stream, seq, ack } = one;
  const { segment, srcPort, dstPort } = tcp;
  const { wnd, up, data, options } = segment;
  const length = headerLength(frame, at);
  const line = (name: FieldName, text: string, value: number, [from, to]: readonly [number, number]): FieldNode =>
    node(name, text, value, [at + from, at + to]);
  // Absolute numbers are shown once.
  const raw = one.form === 'absolute' ? hidden : (shown: FieldNode): FieldNode => shown;
  const rawAck = (segment.ctl & ACK) === 0 ? (shown: FieldNode): FieldNode => shown : raw;
  const [seqNote, ackNote] = notes(one);
  const next = toSeq(seq + segLen(segment));
  const checksum = get16(frame, at + 16);
  return parent(node('tcp', titleOf(one), frame.subarray(at), [at, at + length]), [
    line('tcp.srcport', `Source Port: ${srcPort}`, srcPort, [0, 2]),
    line('tcp.dstport', `Destination Port: ${dstPort}`, dstPort, [2, 4]),
    follows('tcp.stream', `[Stream index: ${stream}]`, stream),
    follows('tcp.len', `[TCP Segment Len: ${data.length}]`, data.length),
    line('tcp.seq', `Sequence Number: ${seq}${seqNote}`, seq, [4, 8]),
    raw(line('tcp.seq_raw', `Sequence Number (raw): ${segment.seq}`, segment.seq, [4, 8])),
    follows('tcp.nxtseq', `[Next Sequence Number: ${next}${seqNote}]`, next),
    line('tcp.ack', `Acknowledgment Number: ${ack}${ackNote}`, ack, [8, 12]),
    rawAck(line('tcp.ack_raw', `Acknowledgment number (raw): ${segment.ack}`, segment.ack, [8, 12])),
    lengthNode(frame, at),
    flagsNode(frame, at + 12),
    line('tcp.window_size_value', `Window: ${wnd}`, wnd, [14, 16]),
    follows('tcp.window_size', `[${calculated}: ${wnd}]`, wnd),
    line('tcp.checksum', `Checksum: ${hex(checksum, 4)} [unverified]`, checksum, [16, 18]),
    line('tcp.urgent_pointer', `Urgent Pointer: ${up}`, up, [18, 20]),
    ...optionNodes(frame, at, options),
    ...payloadNodes(frame, at + length, data),
  ]);
}

const headerLength = (frame: Octets, at: number): number => ((frame[at + 12] ?? 0) >> 4) * 4;

function titleOf({ tcp: { srcPort, dstPort, segment }, seq, ack }: Numbered): string {
  const acked = (segment.ctl & ACK) === 0 ? '' : `, Ack: ${ack}`;
  const numbers = `Seq: ${seq}${acked}, Len: ${segment.data.length}`;
  return `Transmission Control Protocol, Src Port: ${srcPort}, Dst Port: ${dstPort}, ${numbers}`;
}

/** What stands behind seq and ack. */
function notes({ form, tcp }: Numbered): readonly [seq: string, ack: string] {
  if (form === 'absolute') return ['', ''];
  return ['    (relative sequence number)', (tcp.segment.ctl & ACK) === 0 ? '' : '    (relative ack number)'];
}

function lengthNode(frame: Octets, at: number): FieldNode {
  const octet = frame[at + 12] ?? 0;
  const length = headerLength(frame, at);
  const text = `${bitPicture(octet, 0xf0, 8)} = Header Length: ${length} bytes (${octet >> 4})`;
  return node('tcp.hdr_len', text, length, [at + 12, at + 13]);
}

function payloadNodes(frame: Octets, at: number, { length }: Octets): readonly FieldNode[] {
  if (length === 0) return [];
  const text = `TCP payload (${length} byte${length === 1 ? '' : 's'})`;
  return [node('tcp.payload', text, frame.subarray(at, at + length), [at, at + length])];
}

function flagsNode(frame: Octets, at: number): FieldNode {
  const bits = ((frame[at] ?? 0) & 15) * 256 + (frame[at + 1] ?? 0);
  const line = (name: FieldName, mask: number, long: string): FieldNode => {
    const on = (bits & mask) !== 0;
    const place = mask > 0xff ? ([at, at + 1] as const) : ([at + 1, at + 2] as const);
    return node(name, `${bitPicture(bits, mask, 12)} = ${long}: ${on ? 'Set' : 'Not set'}`, on, place);
  };
  const letters = flags.map(({ bit, letter }) => ((bits & bit) === 0 ? '·' : letter)).join('');
  return parent(node('tcp.flags', `Flags: ${hex(bits, 3)} (${flagList(bits)})`, bits, [at, at + 2]), [
    line('tcp.flags.res', 0xe00, 'Reserved'),
    line('tcp.flags.ae', 0x100, 'Accurate ECN'),
    ...flags.map(({ bit, name, long }) => line(name, bit, long)),
    node(null, `[TCP Flags: ····${letters}]`, null, nowhere),
  ]);
}

/** What an option says; null where the lab has no words for it. */
function optionText(option: Option): string | null {
  if (option.type === 'mss') return `Maximum segment size: ${option.mss} bytes`;
  if (option.type === 'nop') return 'No-Operation (NOP)';
  if (option.type === 'eol') return 'End of Option List (EOL)';
  return option.type === 'sackPermitted' ? 'SACK permitted' : null;
}

function optionNodes(frame: Octets, at: number, options: readonly Option[]): readonly FieldNode[] {
  const end = at + headerLength(frame, at);
  if (end === at + 20) return [];
  let from = at + 20;
  const lines = options.flatMap((option) => {
    const kind = frame[from] ?? 0;
    const start = from;
    // EOL and NOP are one octet; the others tell their length.
    from += kind < 2 ? 1 : (frame[from + 1] ?? 1);
    const said = optionText(option);
    if (said === null) return [];
    const [name, value] = option.type === 'mss' ? (['tcp.options.mss_val', option.mss] as const) : [null, null];
    return [node(name, `TCP Option - ${said}`, value, [start, from])];
  });
  const names = options.flatMap((option) => optionText(option)?.replace(/:.*/, '') ?? []).join(', ');
  const title = `Options: (${end - at - 20} bytes), ${names}`;
  return [parent(node('tcp.options', title, frame.subarray(at + 20, end), [at + 20, end]), lines)];
}
