/** Reads classic capture files, `.pcap`: draft-ietf-opsawg-pcap. Both byte orders, microseconds and nanoseconds. */
import type { Octets } from '../octets.ts';
import { type Result, ok } from '../result.ts';
import type { Capture, CapturedPacket } from './capture.ts';
import { type FileOctets, word16, word32 } from './fileWord.ts';
import { type PacketError, packetError, refuse } from './packetError.ts';
import { get32 } from './word.ts';

const FILE_HEADER = 24;
const PACKET_HEADER = 16;

/** Magic numbers as the file's first four octets read in network byte order. */
const magics = [
  { magic: 0xa1b2c3d4, little: false, perSecond: 1_000_000 },
  { magic: 0xd4c3b2a1, little: true, perSecond: 1_000_000 },
  { magic: 0xa1b23c4d, little: false, perSecond: 1_000_000_000 },
  { magic: 0x4d3cb2a1, little: true, perSecond: 1_000_000_000 },
] as const;

/** Whether the octets begin as a classic capture file does. */
export const isPcap = (octets: Octets): boolean => magics.some(({ magic }) => magic === get32(octets, 0));

interface Reading {
  readonly file: FileOctets;
  readonly perSecond: number;
  readonly snapLength: number;
}

/**
 * Reads a file; the packets share its memory. It has one interface without a name. Refused with the `file/` codes:
 * the offset is that of the field or, with `file/cut`, of the header or packet that is not all there.
 */
export function readPcap(octets: Octets): Result<Capture, PacketError> {
  const form = magics.find(({ magic }) => magic === get32(octets, 0));
  if (form === undefined) return refuse('file/magic', 0, get32(octets, 0));
  if (octets.length < FILE_HEADER) return refuse('file/cut', 0, octets.length, FILE_HEADER);
  const file: FileOctets = { octets, little: form.little };
  const major = word16(file, 4);
  const minor = word16(file, 6);
  if (major !== 2) return refuse('file/version', 4, major, 2);
  if (minor !== 4) return refuse('file/version', 6, minor, 4);
  const snapLength = word32(file, 16);
  const packets = readPackets({ file, perSecond: form.perSecond, snapLength });
  if (!packets.ok) return packets;
  // The upper half of the word tells of frame check sequences, which lie behind the packet and are not looked at.
  const linkType = word32(file, 20) & 0xffff;
  const interfaces = [{ name: null, description: null, linkType, snapLength }];
  return ok({ application: null, comments: [], interfaces, packets: packets.value, names: [] });
}

function readPackets(reading: Reading): Result<readonly CapturedPacket[], PacketError> {
  const { file, perSecond } = reading;
  const packets: CapturedPacket[] = [];
  let at = FILE_HEADER;
  while (at < file.octets.length) {
    const error = checkPacket(reading, at);
    if (error !== null) return { ok: false, error };
    const start = at + PACKET_HEADER;
    const end = start + word32(file, at + 8);
    packets.push({
      interface: 0,
      time: { seconds: word32(file, at), nanos: word32(file, at + 4) * (1e9 / perSecond) },
      data: file.octets.subarray(start, end),
      originalLength: word32(file, at + 12),
      comments: [],
    });
    at = end;
  }
  return ok(packets);
}

function checkPacket({ file, perSecond, snapLength }: Reading, at: number): PacketError | null {
  const left = file.octets.length - at;
  if (left < PACKET_HEADER) return packetError('file/cut', at, left, PACKET_HEADER);
  const fraction = word32(file, at + 4);
  const captured = word32(file, at + 8);
  const original = word32(file, at + 12);
  if (fraction >= perSecond) return packetError('file/fraction', at + 4, fraction, perSecond);
  if (snapLength !== 0 && captured > snapLength) {
    return packetError('file/snap-length', at + 8, captured, snapLength);
  }
  if (captured > original) return packetError('file/captured-length', at + 8, captured, original);
  const needed = PACKET_HEADER + captured;
  return needed > left ? packetError('file/cut', at, left, needed) : null;
}
