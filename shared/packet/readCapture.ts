/** Reads a capture file of either format: the door for what a visitor drops onto the page. */
import type { Octets } from '../octets.ts';
import { type Result } from '../result.ts';
import type { Capture } from './capture.ts';
import { type PacketError, refuse } from './packetError.ts';
import { isPcap, readPcap } from './pcapRead.ts';
import { isPcapng, readPcapng } from './pcapngRead.ts';
import { get16, get32 } from './word.ts';

const GZIP_MAGIC = 0x1f8b;

/**
 * Reads a pcapng or classic pcap file, whichever it is. Never throws and never takes more memory than a small
 * multiple of the file, whatever the octets are. Refused with the `file/` and `pcapng/` codes; the offset counts
 * from the start of the file. A file is taken whole or not at all.
 */
export function readCapture(octets: Octets): Result<Capture, PacketError> {
  if (octets.length === 0) return refuse('file/empty', 0);
  if (isPcapng(octets)) return readPcapng(octets);
  if (isPcap(octets)) return readPcap(octets);
  if (get16(octets, 0) === GZIP_MAGIC) return refuse('file/gzip', 0);
  return refuse('file/magic', 0, get32(octets, 0));
}
