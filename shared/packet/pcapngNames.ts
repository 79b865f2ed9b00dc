/** A Name Resolution Block: draft-ietf-opsawg-pcapng 4.5. */
import { toText } from '../octets.ts';
import { type Result, ok } from '../result.ts';
import type { HostName } from './capture.ts';
import { type FileOctets, word16 } from './fileWord.ts';
import { type PacketError, refuse } from './packetError.ts';
import { type Block, padded, readOptions } from './pcapngBlock.ts';
import { get32 } from './word.ts';

const RECORD_END = 0;
const RECORD_IPV4 = 1;

/** The names of IPv4 addresses; other records are skipped. Refused with `pcapng/name-length`. */
export function readNames(file: FileOctets, block: Block): Result<readonly HostName[], PacketError> {
  const names: HostName[] = [];
  let at = block.body;
  while (block.bodyEnd - at >= 4) {
    const type = word16(file, at);
    const length = word16(file, at + 2);
    const value = at + 4;
    if (type === RECORD_END) {
      const options = readOptions(file, value, block);
      return options.ok ? ok(names) : options;
    }
    const room = block.bodyEnd - value;
    if (padded(length) > room || (type === RECORD_IPV4 && length < 4)) {
      return refuse('pcapng/name-length', at + 2, length, room);
    }
    if (type === RECORD_IPV4) {
      for (const name of namesOfRecord(file, value, value + length)) names.push(name);
    }
    at = value + padded(length);
  }
  return ok(names);
}

/** An address, then names that each end with a zero octet. */
function namesOfRecord(file: FileOctets, at: number, end: number): readonly HostName[] {
  const address = get32(file.octets, at);
  const texts = toText(file.octets.subarray(at + 4, end)).split('\0');
  return texts.filter((name) => name !== '').map((name) => ({ address, name }));
}
