/**
 * Reads capture files of the newer format, `.pcapng`: draft-ietf-opsawg-pcapng. Any number of sections in either
 * byte order; blocks of unknown types are skipped, as 3.1 asks.
 */
import type { Octets } from '../octets.ts';
import { type Result, fail, ok } from '../result.ts';
import type { Capture, CaptureInterface, CapturedPacket, HostName } from './capture.ts';
import { word16, word32 } from './fileWord.ts';
import { type PacketError, refuse } from './packetError.ts';
import {
  type Block,
  blockTypes,
  commentsOf,
  needRoom,
  optionCodes,
  readBlock,
  readOptions,
  textOf,
} from './pcapngBlock.ts';
import { readNames } from './pcapngNames.ts';
import { readPacket } from './pcapngPacket.ts';
import { type Section, openSection } from './pcapngSection.ts';
import { readTimeUnit } from './pcapngTime.ts';
import { get32 } from './word.ts';

/** Whether the octets begin as a section header does; its type reads the same in both byte orders. */
export const isPcapng = (octets: Octets): boolean => get32(octets, 0) === blockTypes.SECTION_HEADER;

/** The capture while it is read. */
interface Found {
  application: string | null;
  readonly comments: string[];
  readonly interfaces: CaptureInterface[];
  readonly packets: CapturedPacket[];
  readonly names: HostName[];
}

/**
 * Reads a file; the packets share its memory. Interfaces of all sections come in one list. Refused with the
 * `file/` and `pcapng/` codes: the offset is that of the field, or of the block that is not all there.
 */
export function readPcapng(octets: Octets): Result<Capture, PacketError> {
  if (!isPcapng(octets)) return refuse('file/magic', 0, get32(octets, 0));
  const found: Found = { application: null, comments: [], interfaces: [], packets: [], names: [] };
  let section: Section | null = null;
  let at = 0;
  while (at < octets.length) {
    if (section === null || get32(octets, at) === blockTypes.SECTION_HEADER) {
      const opened = openSection(octets, at);
      if (!opened.ok) return opened;
      ({ section } = opened.value);
      found.application ??= textOf(opened.value.options, optionCodes.SHB_USERAPPL);
      for (const comment of commentsOf(opened.value.options)) found.comments.push(comment);
      at = section.blocks;
      continue;
    }
    const block = readBlock(section.file, at);
    if (!block.ok) return block;
    const error = takeBlock(section, block.value, found);
    if (error !== null) return fail(error);
    at = block.value.next;
  }
  return ok(found);
}

/** Takes what a block says into `found`, or gives the error. */
function takeBlock(section: Section, block: Block, found: Found): PacketError | null {
  switch (block.type) {
    case blockTypes.INTERFACE:
      return takeInterface(section, block, found);
    case blockTypes.ENHANCED_PACKET:
    case blockTypes.PACKET:
    case blockTypes.SIMPLE_PACKET: {
      const packet = readPacket(section, block);
      if (!packet.ok) return packet.error;
      found.packets.push(packet.value);
      return null;
    }
    case blockTypes.NAME_RESOLUTION: {
      const names = readNames(section.file, block);
      if (!names.ok) return names.error;
      // Not push(...): a block may hold more names than a call takes arguments.
      for (const name of names.value) found.names.push(name);
      return null;
    }
    default:
      return null;
  }
}

/** An Interface Description Block: 4.2. */
function takeInterface(section: Section, block: Block, found: Found): PacketError | null {
  const short = needRoom(block, 8);
  if (short !== null) return short;
  const options = readOptions(section.file, block.body + 8, block);
  if (!options.ok) return options.error;
  const unit = readTimeUnit(section.file, options.value);
  if (!unit.ok) return unit.error;
  const snapLength = word32(section.file, block.body + 4);
  section.interfaces.push({ index: found.interfaces.length, snapLength, unit: unit.value });
  found.interfaces.push({
    name: textOf(options.value, optionCodes.IF_NAME),
    description: textOf(options.value, optionCodes.IF_DESCRIPTION),
    linkType: word16(section.file, block.body),
    snapLength,
  });
  return null;
}
