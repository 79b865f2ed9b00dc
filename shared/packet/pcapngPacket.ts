/** The three blocks that carry a packet: draft-ietf-opsawg-pcapng 4.3, 4.4 and appendix A. */
import { type Result, fail, ok } from '../result.ts';
import type { CapturedPacket } from './capture.ts';
import { word16, word32 } from './fileWord.ts';
import { type PacketError, packetError, refuse } from './packetError.ts';
import { type Block, blockTypes, commentsOf, needRoom, padded, readOptions } from './pcapngBlock.ts';
import type { Section, SectionInterface } from './pcapngSection.ts';
import { fromUnits } from './timestamp.ts';

/**
 * The packet of an Enhanced, Simple or (obsolete) Packet Block; it shares the memory of the file. Refused with
 * `pcapng/block-short`, `pcapng/interface`, `pcapng/packet-length`, `pcapng/option-length`, `file/snap-length`,
 * `file/captured-length`.
 */
export function readPacket(section: Section, block: Block): Result<CapturedPacket, PacketError> {
  return block.type === blockTypes.SIMPLE_PACKET ? readSimple(section, block) : readEnhanced(section, block);
}

/** Interface, time, captured and original length, the packet, options. The Packet Block differs in its first word. */
function readEnhanced(section: Section, block: Block): Result<CapturedPacket, PacketError> {
  const { file } = section;
  const { body } = block;
  const short = needRoom(block, 20);
  if (short !== null) return fail(short);
  const named = block.type === blockTypes.PACKET ? word16(file, body) : word32(file, body);
  const from = interfaceOf(section, named, body);
  if (!from.ok) return from;
  const captured = word32(file, body + 12);
  const original = word32(file, body + 16);
  const error = checkLengths(block, from.value, { at: body + 12, captured, original, start: body + 20 });
  if (error !== null) return fail(error);
  const options = readOptions(file, body + 20 + padded(captured), block);
  if (!options.ok) return options;
  return ok({
    interface: from.value.index,
    time: fromUnits(word32(file, body + 4), word32(file, body + 8), from.value.unit),
    data: file.octets.subarray(body + 20, body + 20 + captured),
    originalLength: original,
    comments: commentsOf(options.value),
  });
}

/** Original length and the packet, cut to the snap length of the first interface. */
function readSimple(section: Section, block: Block): Result<CapturedPacket, PacketError> {
  const { file } = section;
  const { body } = block;
  const short = needRoom(block, 4);
  if (short !== null) return fail(short);
  const from = interfaceOf(section, 0, body);
  if (!from.ok) return from;
  const original = word32(file, body);
  const { index, snapLength } = from.value;
  const captured = snapLength === 0 ? original : Math.min(original, snapLength);
  const error = checkLengths(block, from.value, { at: body, captured, original, start: body + 4 });
  if (error !== null) return fail(error);
  const data = file.octets.subarray(body + 4, body + 4 + captured);
  return ok({ interface: index, time: null, data, originalLength: original, comments: [] });
}

function interfaceOf(section: Section, named: number, at: number): Result<SectionInterface, PacketError> {
  const from = section.interfaces[named];
  return from === undefined ? refuse('pcapng/interface', at, named, section.interfaces.length) : ok(from);
}

interface Lengths {
  /** Where the captured length stands. */
  readonly at: number;
  readonly captured: number;
  readonly original: number;
  /** Where the packet begins. */
  readonly start: number;
}

function checkLengths(block: Block, from: SectionInterface, lengths: Lengths): PacketError | null {
  const { at, captured, original, start } = lengths;
  const room = block.bodyEnd - start;
  if (captured > room) return packetError('pcapng/packet-length', at, captured, room);
  if (from.snapLength !== 0 && captured > from.snapLength) {
    return packetError('file/snap-length', at, captured, from.snapLength);
  }
  return captured > original ? packetError('file/captured-length', at, captured, original) : null;
}
