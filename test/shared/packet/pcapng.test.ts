import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Capture } from '../../../shared/packet/capture.ts';
import { encodePcapng } from '../../../shared/packet/pcapng.ts';
import { readCapture } from '../../../shared/packet/readCapture.ts';
import { capture } from './arbitraries.ts';
import { block, enhanced, interfaceBlock, option, orders, padded, section, u16, u32, word } from './fileBytes.ts';

const text = (letters: string): readonly number[] => [...Buffer.from(letters)];
const read = (...blocks: readonly (readonly number[])[]): Capture => {
  const result = readCapture(Uint8Array.from(blocks.flat()));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const empty: Capture = { application: null, comments: [], interfaces: [], packets: [], names: [] };

describe('writing pcapng', () => {
  test('every capture reads as it was written', () => {
    fc.assert(
      fc.property(capture, (each) => {
        expect(readCapture(encodePcapng(each))).toEqual({ ok: true, value: each });
      }),
    );
  });

  test('the file is section header, interface, names, packet: draft-ietf-opsawg-pcapng 4', () => {
    const order = { little: false };
    const file = encodePcapng({
      application: 'AB',
      comments: ['一'],
      interfaces: [{ name: 'client', description: 'left', linkType: 101, snapLength: 0 }],
      packets: [
        {
          interface: 0,
          time: { seconds: 1_700_000_000, nanos: 123_456_789 },
          data: Uint8Array.of(1, 2, 3),
          originalLength: 40,
          comments: ['a', 'b'],
        },
      ],
      names: [{ address: 0x0a000001, name: 'alice' }],
    });
    const end = option(0, [], order);
    const named = [...option(2, text('client'), order), ...option(3, text('left'), order), ...option(9, [9], order)];
    const commented = [...option(1, text('a'), order), ...option(1, text('b'), order), ...end];
    const expected = [
      section(order, [...option(1, text('一'), order), ...option(4, text('AB'), order), ...end]),
      interfaceBlock(order, { options: [...named, ...end] }),
      block(4, [...option(1, [10, 0, 0, 1, ...text('alice'), 0], order), ...end], order),
      enhanced(order, { units: 1_700_000_000_123_456_789n, data: [1, 2, 3], original: 40, options: commented }),
    ];
    expect([...file]).toEqual(expected.flat());
  });

  test('a comment too long for its length field is cut between two characters', () => {
    const result = readCapture(encodePcapng({ ...empty, comments: [`a${'长'.repeat(30_000)}`] }));
    const kept = result.ok ? (result.value.comments[0] ?? '') : '';
    expect(kept.length).toBe(1 + Math.floor((0xfff0 - 1) / 3));
    expect(kept).not.toContain('\ufffd');
  });

  test.each([
    { title: 'longer than the snap length', fields: { data: new Uint8Array(3), originalLength: 3 } },
    { title: 'longer than on the wire', fields: { originalLength: 1 } },
    { title: 'of an interface that is not there', fields: { interface: 1 } },
  ])('a packet $title is a bug of the caller', ({ fields }) => {
    const interfaces = [{ name: null, description: null, linkType: 101, snapLength: 2 }];
    const packet = { interface: 0, time: null, data: new Uint8Array(2), originalLength: 2, comments: [], ...fields };
    expect(() => encodePcapng({ ...empty, interfaces, packets: [packet] })).toThrow('interface');
  });

  test('half a surrogate pair is written as U+FFFD, a zero in a name is left out', () => {
    const file = encodePcapng({ ...empty, comments: ['a\ud800b'], names: [{ address: 1, name: 'x\0y' }] });
    expect(readCapture(file)).toMatchObject({
      ok: true,
      value: { comments: ['a\ufffdb'], names: [{ address: 1, name: 'xy' }] },
    });
  });
});

describe.each(orders)('reading pcapng, low octet first: $little', (order) => {
  test('interfaces of several sections come in one list', () => {
    const other = { little: !order.little };
    const found = read(
      section(order),
      interfaceBlock(order),
      section(other),
      interfaceBlock(other, { linkType: 1 }),
      interfaceBlock(other, { linkType: 113 }),
      enhanced(other, { from: 1, data: [7] }),
    );
    expect(found.interfaces.map(({ linkType }) => linkType)).toEqual([101, 1, 113]);
    expect(found.packets).toMatchObject([{ interface: 2, data: Uint8Array.of(7) }]);
  });

  test.each([
    { title: 'microseconds by default', options: [], units: 1_500_000n, seconds: 1, nanos: 500_000_000 },
    { title: 'nanoseconds', options: option(9, [9], order), units: 1_000_000_001n, seconds: 1, nanos: 1 },
    { title: 'picoseconds are cut', options: option(9, [12], order), units: 1_999n, seconds: 0, nanos: 1 },
    { title: 'whole seconds', options: option(9, [0], order), units: 5n, seconds: 5, nanos: 0 },
    { title: 'half seconds', options: option(9, [0x81], order), units: 5n, seconds: 2, nanos: 500_000_000 },
    {
      title: 'an offset in seconds, which may be negative',
      options: option(14, word(-2, 8, order), order),
      units: 5_000_001n,
      seconds: 3,
      nanos: 1000,
    },
    {
      title: 'the largest count of all',
      options: option(9, [9], order),
      units: 2n ** 64n - 1n,
      seconds: 18_446_744_073,
      nanos: 709_551_615,
    },
  ])('time: $title', ({ options, units, seconds, nanos }) => {
    const found = read(section(order), interfaceBlock(order, { options }), enhanced(order, { units, data: [] }));
    expect(found.packets[0]?.time).toEqual({ seconds, nanos });
  });

  test('a Simple Packet Block has no time and is cut to the snap length', () => {
    const simple = block(3, [...u32(9, order), 1, 2, 3, 4], order);
    const found = read(section(order), interfaceBlock(order, { snapLength: 4 }), simple);
    expect(found.packets).toEqual([
      { interface: 0, time: null, data: Uint8Array.of(1, 2, 3, 4), originalLength: 9, comments: [] },
    ]);
  });

  test('an obsolete Packet Block names its interface in 16 bits', () => {
    const fields = [...u32(0, order), ...u32(7, order), ...u32(2, order), ...u32(2, order)];
    const old = block(2, [...u16(0, order), ...u16(0xffff, order), ...fields, ...padded([5, 6])], order);
    const found = read(section(order), interfaceBlock(order), old);
    expect(found.packets).toMatchObject([{ time: { seconds: 0, nanos: 7000 }, data: Uint8Array.of(5, 6) }]);
  });

  test('blocks, options and records of unknown types are skipped', () => {
    const found = read(
      section(order, option(0x7777, [1, 2, 3], order)),
      block(0x0bad, [1, 2, 3, 4], order),
      block(4, [...option(2, [...Array(16).keys()], order), ...option(1, [1, 2, 3, 4, 97, 0, 98, 0], order)], order),
      interfaceBlock(order, { options: option(8, [0, 0, 0, 0, 0, 0, 0, 1], order) }),
    );
    expect(found.names).toEqual([
      { address: 0x01020304, name: 'a' },
      { address: 0x01020304, name: 'b' },
    ]);
    expect(found.interfaces.length).toBe(1);
  });

  test('minor version 2 is version 0, and the length of a section is not believed', () => {
    const body = [...u32(0x1a2b3c4d, order), ...u16(1, order), ...u16(2, order), ...word(0, 8, order)];
    expect(read(block(0x0a0d0d0a, body, order), interfaceBlock(order)).interfaces.length).toBe(1);
  });
});

test('a block may hold more names and comments than a call takes arguments', () => {
  const order = { little: true };
  const names = option(1, [1, 2, 3, 4, ...Array.from({ length: 30_000 }, () => [97, 0]).flat()], order);
  const comments = Array.from({ length: 150_000 }, () => [1, 0, 0, 0]).flat();
  const found = read(section(order, comments), block(4, Array.from({ length: 5 }, () => names).flat(), order));
  expect(found.names.length).toBe(150_000);
  expect(found.comments.length).toBe(150_000);
});
