import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tcpOfCaptured } from '../../../shared/packet/capture.ts';
import { type PacketError, packetError } from '../../../shared/packet/packetError.ts';
import { encodePcapng } from '../../../shared/packet/pcapng.ts';
import { readCapture } from '../../../shared/packet/readCapture.ts';
import { sentence } from '../../../shared/packet/sentences.ts';
import { capture } from './arbitraries.ts';
import { captureFiles } from './captureFiles.ts';
import {
  block,
  classicHeader,
  classicPacket,
  enhanced,
  interfaceBlock,
  option,
  section,
  u16,
  u32,
  word,
} from './fileBytes.ts';

const order = { little: true };
const opening = [...section(order), ...interfaceBlock(order)];
const classic = classicHeader(order);

const sectionOf = (magic: number, major: number, minor: number): readonly number[] =>
  block(0x0a0d0d0a, [...u32(magic, order), ...u16(major, order), ...u16(minor, order), ...word(-1, 8, order)], order);

/** A block whose two lengths are what is said, whatever it holds. */
const lyingBlock = (type: number, first: number, last: number): readonly number[] => [
  ...u32(type, order),
  ...u32(first, order),
  ...u32(0, order),
  ...u32(last, order),
];

const lyingOption = (code: number, length: number): readonly number[] => [...u16(code, order), ...u16(length, order)];

interface Damage {
  readonly title: string;
  readonly octets: readonly number[];
  readonly error: PacketError;
}

const damages: readonly Damage[] = [
  { title: 'no octets', octets: [], error: packetError('file/empty', 0, 0, 0) },
  {
    title: 'a text',
    octets: [...Buffer.from('GET / HTTP')],
    error: packetError('file/magic', 0, 0x47455420, 0),
  },
  { title: 'three octets', octets: [0xd4, 0xc3, 0xb2], error: packetError('file/magic', 0, 0xd4c3b200, 0) },
  { title: 'gzip', octets: [0x1f, 0x8b, 8, 0], error: packetError('file/gzip', 0, 0, 0) },
  { title: 'half a classic header', octets: classic.slice(0, 12), error: packetError('file/cut', 0, 12, 24) },
  {
    title: 'classic version 3',
    octets: classicHeader(order, { major: 3 }),
    error: packetError('file/version', 4, 3, 2),
  },
  {
    title: 'classic version 2.3',
    octets: classicHeader(order, { minor: 3 }),
    error: packetError('file/version', 6, 3, 4),
  },
  { title: 'half a packet header', octets: [...classic, 1, 2, 3], error: packetError('file/cut', 24, 3, 16) },
  {
    title: 'a classic packet that is cut',
    octets: [...classic, ...classicPacket(order, [1, 2, 3]).slice(0, -1)],
    error: packetError('file/cut', 24, 18, 19),
  },
  {
    title: 'a packet longer than the snap length',
    octets: [...classicHeader(order, { snapLength: 2 }), ...classicPacket(order, [1, 2, 3])],
    error: packetError('file/snap-length', 32, 3, 2),
  },
  {
    title: 'a packet of 4 GiB',
    octets: [
      ...classicHeader(order, { snapLength: 0 }),
      ...classicPacket(order, [1], { captured: 2 ** 32 - 1, original: 2 ** 32 - 1 }),
    ],
    error: packetError('file/cut', 24, 17, 2 ** 32 + 15),
  },
  {
    title: 'more octets captured than there were',
    octets: [...classic, ...classicPacket(order, [1, 2, 3], { original: 2 })],
    error: packetError('file/captured-length', 32, 3, 2),
  },
  {
    title: 'a million microseconds in a second',
    octets: [...classic, ...classicPacket(order, [], { fraction: 1_000_000 })],
    error: packetError('file/fraction', 28, 1_000_000, 1_000_000),
  },
  {
    title: 'half a section header',
    octets: section(order).slice(0, 20),
    error: packetError('file/cut', 0, 20, 28),
  },
  {
    title: 'no byte order',
    octets: sectionOf(0x11223344, 1, 0),
    error: packetError('pcapng/byte-order', 8, 0x44332211, 0),
  },
  {
    title: 'pcapng version 2',
    octets: sectionOf(0x1a2b3c4d, 2, 0),
    error: packetError('file/version', 12, 2, 1),
  },
  {
    title: 'pcapng version 1.1',
    octets: sectionOf(0x1a2b3c4d, 1, 1),
    error: packetError('file/version', 14, 1, 0),
  },
  {
    title: 'a short section header',
    octets: [...block(0x0a0d0d0a, u32(0x1a2b3c4d, order), order), ...opening],
    error: packetError('pcapng/block-short', 8, 4, 16),
  },
  {
    title: 'block length 0',
    octets: [...opening, ...lyingBlock(6, 0, 0)],
    error: packetError('pcapng/block-length', 52, 0, 12),
  },
  {
    title: 'block length 8',
    octets: [...opening, ...lyingBlock(6, 8, 8)],
    error: packetError('pcapng/block-length', 52, 8, 12),
  },
  {
    title: 'block length 18',
    octets: [...opening, ...lyingBlock(6, 18, 18)],
    error: packetError('pcapng/block-length', 52, 18, 12),
  },
  {
    title: 'a block of 4 GiB',
    octets: [...opening, ...lyingBlock(6, 2 ** 32 - 4, 16)],
    error: packetError('file/cut', 48, 16, 2 ** 32 - 4),
  },
  {
    title: 'two lengths that differ',
    octets: [...opening, ...lyingBlock(6, 16, 20)],
    error: packetError('pcapng/block-end', 60, 20, 16),
  },
  {
    title: 'eleven octets of a block',
    octets: [...opening, ...lyingBlock(6, 16, 16).slice(0, 11)],
    error: packetError('file/cut', 48, 11, 12),
  },
  {
    title: 'an interface without fields',
    octets: [...section(order), ...block(1, [], order)],
    error: packetError('pcapng/block-short', 36, 0, 8),
  },
  {
    title: 'a packet without fields',
    octets: [...opening, ...block(6, [0, 0, 0, 0], order)],
    error: packetError('pcapng/block-short', 56, 4, 20),
  },
  {
    title: 'a simple packet without fields',
    octets: [...opening, ...block(3, [], order)],
    error: packetError('pcapng/block-short', 56, 0, 4),
  },
  {
    title: 'interface 7',
    octets: [...opening, ...enhanced(order, { from: 7, data: [] })],
    error: packetError('pcapng/interface', 56, 7, 1),
  },
  {
    title: 'a packet before any interface',
    octets: [...section(order), ...block(3, u32(0, order), order)],
    error: packetError('pcapng/interface', 36, 0, 0),
  },
  {
    title: 'a packet larger than its block',
    octets: [...opening, ...enhanced(order, { data: [1], captured: 2 ** 32 - 1, original: 2 ** 32 - 1 })],
    error: packetError('pcapng/packet-length', 68, 2 ** 32 - 1, 4),
  },
  {
    title: 'a simple packet larger than its block',
    octets: [...opening, ...block(3, u32(9, order), order)],
    error: packetError('pcapng/packet-length', 56, 9, 0),
  },
  {
    title: 'a packet longer than its snap length',
    octets: [...section(order), ...interfaceBlock(order, { snapLength: 1 }), ...enhanced(order, { data: [1, 2] })],
    error: packetError('file/snap-length', 68, 2, 1),
  },
  {
    title: 'more octets than on the wire',
    octets: [...opening, ...enhanced(order, { data: [1, 2], original: 1 })],
    error: packetError('file/captured-length', 68, 2, 1),
  },
  {
    title: 'an option beyond its block',
    octets: [...opening, ...enhanced(order, { data: [], options: lyingOption(1, 1) })],
    error: packetError('pcapng/option-length', 78, 1, 0),
  },
  {
    title: 'an end of options with a length',
    octets: [...opening, ...enhanced(order, { data: [], options: lyingOption(0, 4) })],
    error: packetError('pcapng/option-length', 78, 4, 0),
  },
  {
    title: 'a resolution of two octets',
    octets: [...section(order), ...interfaceBlock(order, { options: option(9, [9, 9], order) })],
    error: packetError('pcapng/option-length', 46, 2, 1),
  },
  {
    title: 'an offset of one octet',
    octets: [...section(order), ...interfaceBlock(order, { options: option(14, [9], order) })],
    error: packetError('pcapng/option-length', 46, 1, 8),
  },
  {
    title: 'a resolution of 10^-127',
    octets: [...section(order), ...interfaceBlock(order, { options: option(9, [127], order) })],
    error: packetError('pcapng/resolution', 48, 127, 19),
  },
  {
    title: 'a resolution of 2^-64',
    octets: [...section(order), ...interfaceBlock(order, { options: option(9, [0xc0], order) })],
    error: packetError('pcapng/resolution', 48, 64, 63),
  },
  {
    title: 'a name record beyond its block',
    octets: [...opening, ...block(4, lyingOption(1, 0xffff), order)],
    error: packetError('pcapng/name-length', 58, 0xffff, 0),
  },
  {
    title: 'a name record without an address',
    octets: [...opening, ...block(4, option(1, [1, 2, 3], order), order)],
    error: packetError('pcapng/name-length', 58, 3, 4),
  },
];

describe('a damaged file is refused with a sentence that names the offset', () => {
  test.each(damages)('$title: $error.code at $error.offset', ({ octets, error }) => {
    expect(readCapture(Uint8Array.from(octets))).toEqual({ ok: false, error });
    expect(sentence(error, 'en')).toMatch(new RegExp(`^At octet ${error.offset}: .+\\.$`));
    expect(sentence(error, 'zh-CN')).toMatch(new RegExp(`^第 ${error.offset} 字节处:.+。$`));
  });
});

/** Reads a file and every packet in it; gives the sentences of all that is refused. */
function readAll(octets: Uint8Array): readonly string[] {
  const file = readCapture(octets);
  if (!file.ok) return [sentence(file.error, 'zh-CN')];
  return file.value.packets.flatMap((each) => {
    const decoded = tcpOfCaptured(file.value, each);
    return decoded.ok ? [] : [sentence(decoded.error, 'en')];
  });
}

describe('no octets make the reader throw', () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 });

  test('files of ours with some octets changed and the end cut off', () => {
    fc.assert(
      fc.property(capture, changes, fc.nat(), (each, changed, cut) => {
        const octets = encodePcapng(each);
        for (const [at, value] of changed) octets[at % octets.length] = value;
        const end = cut % 3 === 0 ? cut % octets.length : octets.length;
        expect(() => readAll(octets.subarray(0, end))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  test.each(Object.entries(captureFiles))(
    '%s with each octet set to 0, to 255 and by one bit, and cut there',
    (_, base64) => {
      const whole = Buffer.from(base64, 'base64');
      for (const [at, octet] of whole.entries()) {
        for (const value of [0, 255, octet ^ 1, octet ^ 128]) {
          const broken = Uint8Array.from(whole);
          broken[at] = value;
          expect(() => readAll(broken)).not.toThrow();
        }
        expect(() => readAll(whole.subarray(0, at))).not.toThrow();
      }
    },
  );

  test('random octets behind a good beginning', () => {
    const beginnings = [opening, classic, [0x0a, 0x0d, 0x0d, 0x0a], []];
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.array(fc.nat(255), { maxLength: 80 }), (beginning, rest) => {
        expect(() => readAll(Uint8Array.from([...beginning, ...rest]))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
