/**
 * Writes capture files, `.pcapng`: draft-ietf-opsawg-pcapng. One section in network byte order: header, interfaces,
 * names, packets. Its length is left open, because tools that cut a file (editcap) copy it unchanged.
 */
import { type Octets, fromText } from '../octets.ts';
import type { Capture, CaptureInterface, CapturedPacket, HostName } from './capture.ts';
import { BYTE_ORDER_MAGIC, blockTypes, optionCodes, padded } from './pcapngBlock.ts';
import { toNanoUnits } from './timestamp.ts';
import { put16, put32 } from './word.ts';

const NANOSECONDS = 9;

/** The most octets of a text that are written; options and name records have lengths of 16 bits. */
const LONGEST_TEXT = 0xfff0;

/**
 * A capture as octets of a file. Times are nanoseconds (if_tsresol 9), from 1970 to 2554; a packet without time
 * gets 1970. Longer texts than 65,520 octets are cut between two characters. What the file holds reads back equal.
 * Throws where a packet is of no interface, or longer than its snap length or its original length: a bug of the
 * caller.
 */
export function encodePcapng(capture: Capture): Octets {
  return join([
    sectionHeader(capture),
    ...capture.interfaces.map(interfaceBlock),
    ...(capture.names.length === 0 ? [] : [nameBlock(capture.names)]),
    ...capture.packets.map((packet) => packetBlock(packet, capture.interfaces)),
  ]);
}

/** 4.1: byte order, version 1.0, length not given (all ones), options. */
function sectionHeader(capture: Capture): Octets {
  const fields = new Uint8Array(16);
  put32(fields, 0, BYTE_ORDER_MAGIC);
  put16(fields, 4, 1);
  put32(fields, 8, 0xffffffff);
  put32(fields, 12, 0xffffffff);
  const application = textOption(optionCodes.SHB_USERAPPL, capture.application);
  return block(blockTypes.SECTION_HEADER, [fields, ...optionList([...comments(capture.comments), ...application])]);
}

/** 4.2. */
function interfaceBlock(each: CaptureInterface): Octets {
  const fields = new Uint8Array(8);
  put16(fields, 0, each.linkType);
  put32(fields, 4, each.snapLength);
  const options = [
    ...textOption(optionCodes.IF_NAME, each.name),
    ...textOption(optionCodes.IF_DESCRIPTION, each.description),
    record(optionCodes.IF_TSRESOL, Uint8Array.of(NANOSECONDS)),
  ];
  return block(blockTypes.INTERFACE, [fields, ...optionList(options)]);
}

/** 4.3: an Enhanced Packet Block. */
function packetBlock(packet: CapturedPacket, interfaces: readonly CaptureInterface[]): Octets {
  const limit = interfaces[packet.interface]?.snapLength ?? -1;
  const most = Math.min(packet.originalLength, limit === 0 ? Infinity : limit);
  if (packet.data.length > most) {
    throw new Error(`${packet.data.length} octets of interface ${packet.interface}; it can have ${most}`);
  }
  const { high, low } = toNanoUnits(packet.time ?? { seconds: 0, nanos: 0 });
  const fields = new Uint8Array(20 + padded(packet.data.length));
  put32(fields, 0, packet.interface);
  put32(fields, 4, high);
  put32(fields, 8, low);
  put32(fields, 12, packet.data.length);
  put32(fields, 16, packet.originalLength);
  fields.set(packet.data, 20);
  return block(blockTypes.ENHANCED_PACKET, [fields, ...optionList(comments(packet.comments))]);
}

/** 4.5: one IPv4 record a name, then the end record. */
const nameBlock = (names: readonly HostName[]): Octets =>
  block(blockTypes.NAME_RESOLUTION, [...names.map(nameRecord), record(0, new Uint8Array(0))]);

function nameRecord({ address, name }: HostName): Octets {
  // A zero octet ends the name; within a name it would begin another.
  const text = textOctets(name.replaceAll('\0', ''));
  const value = new Uint8Array(4 + text.length + 1);
  put32(value, 0, address);
  value.set(text, 4);
  return record(1, value);
}

const comments = (texts: readonly string[]): readonly Octets[] =>
  texts.map((text) => record(optionCodes.COMMENT, textOctets(text)));

const textOption = (code: number, text: string | null): readonly Octets[] =>
  text === null ? [] : [record(code, textOctets(text))];

/** 3.5: a list that is not empty ends with opt_endofopt. */
const optionList = (options: readonly Octets[]): readonly Octets[] =>
  options.length === 0 ? [] : [...options, new Uint8Array(4)];

/** An option or a name record: code, length, value filled up to 32 bits. */
function record(code: number, value: Octets): Octets {
  const out = new Uint8Array(4 + padded(value.length));
  put16(out, 0, code);
  put16(out, 2, value.length);
  out.set(value, 4);
  return out;
}

/** 3.1: type, length, body, length again. */
function block(type: number, body: readonly Octets[]): Octets {
  const frame = new Uint8Array(8);
  const end = new Uint8Array(4);
  const length = body.reduce((sum, part) => sum + part.length, 12);
  put32(frame, 0, type);
  put32(frame, 4, length);
  put32(end, 0, length);
  return join([frame, ...body, end]);
}

/** UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD. */
function textOctets(text: string): Octets {
  const octets = fromText(text.toWellFormed());
  if (octets.length <= LONGEST_TEXT) return octets;
  let end = LONGEST_TEXT;
  while (((octets[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return octets.subarray(0, end);
}

function join(parts: readonly Octets[]): Octets {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
