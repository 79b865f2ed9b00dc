/** How a pcapng interface counts time: if_tsresol and if_tsoffset, draft-ietf-opsawg-pcapng 4.2. */
import { type Result, ok } from '../result.ts';
import { type FileOctets, word32 } from './fileWord.ts';
import { type PacketError, refuse } from './packetError.ts';
import { type BlockOption, fixedOption, optionCodes } from './pcapngBlock.ts';
import { MICROSECONDS, type TimeUnit } from './timestamp.ts';

/** The finest units whose 64-bit counter reaches a second. */
const MOST_DECIMAL_DIGITS = 19;
const MOST_BINARY_DIGITS = 63;

/** The unit of an interface; microseconds since 1970 where its options name none. */
export function readTimeUnit(file: FileOctets, options: readonly BlockOption[]): Result<TimeUnit, PacketError> {
  const resolution = fixedOption(options, optionCodes.IF_TSRESOL, 1);
  if (!resolution.ok) return resolution;
  const offset = fixedOption(options, optionCodes.IF_TSOFFSET, 8);
  if (!offset.ok) return offset;
  const perSecond = resolution.value === null ? ok(MICROSECONDS.perSecond) : unitsPerSecond(resolution.value);
  if (!perSecond.ok) return perSecond;
  return ok({ perSecond: perSecond.value, offset: offset.value === null ? 0n : word64(file, offset.value.at) });
}

/** The high bit tells whether the other seven count binary or decimal digits of a second. */
function unitsPerSecond(option: BlockOption): Result<bigint, PacketError> {
  const octet = option.value[0] ?? 0;
  const digits = octet & 0x7f;
  const most = octet < 0x80 ? MOST_DECIMAL_DIGITS : MOST_BINARY_DIGITS;
  if (digits > most) return refuse('pcapng/resolution', option.at, digits, most);
  return ok((octet < 0x80 ? 10n : 2n) ** BigInt(digits));
}

/** A signed 64-bit word. */
function word64(file: FileOctets, at: number): bigint {
  const high = word32(file, file.little ? at + 4 : at);
  const low = word32(file, file.little ? at : at + 4);
  return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low));
}
