/** Random packets and captures for the properties of this folder. */
import * as fc from 'fast-check';
import type { Octets } from '../../../shared/octets.ts';
import type { Capture } from '../../../shared/packet/capture.ts';
import { optionSize } from '../../../shared/packet/options.ts';
import { type TcpPacket, makePacket } from '../../../shared/packet/packet.ts';
import { toSeq } from '../../../shared/seq.ts';
import type { Option } from '../../../shared/tcp/option.ts';
import { type Segment, makeSegment } from '../../../shared/tcp/segment.ts';

export const word16 = fc.integer({ min: 0, max: 0xffff });
/** Every 32-bit number, more often near 0 and near 2^32. */
export const word32 = fc.integer({ min: 0, max: 0xffffffff });

// Plain Uint8Arrays: fast-check's own may come from other realms' shapes, which toEqual tells apart.
export const octets = (constraints: { minLength?: number; maxLength?: number }): fc.Arbitrary<Octets> =>
  fc.array(fc.integer({ min: 0, max: 255 }), constraints).map((values) => Uint8Array.from(values));

const seq = word32.map(toSeq);

const option: fc.Arbitrary<Option> = fc.oneof(
  fc.constant<Option>({ type: 'nop' }),
  word16.map<Option>((mss) => ({ type: 'mss', mss })),
  fc.integer({ min: 0, max: 255 }).map<Option>((shift) => ({ type: 'windowScale', shift })),
  fc.constant<Option>({ type: 'sackPermitted' }),
  fc
    .array(fc.record({ left: seq, right: seq }), { minLength: 1, maxLength: 4 })
    .map<Option>((blocks) => ({ type: 'sack', blocks })),
  fc.tuple(word32, word32).map<Option>(([val, ecr]) => ({ type: 'timestamps', val, ecr })),
  fc
    .constantFrom(0, 4, 8, 16)
    .chain((length) => octets({ minLength: length, maxLength: length }))
    .map<Option>((cookie) => ({ type: 'fastOpen', cookie })),
  fc
    .tuple(fc.constantFrom(6, 7, 14, 19, 28, 30, 69, 253, 254, 255), octets({ maxLength: 12 }))
    .map<Option>(([kind, body]) => ({ type: 'unknown', kind, body })),
);

/** As many of the options as fit into a header, filled with NOP to whole words: a list that needs no EOL. */
function fitting(options: readonly Option[]): readonly Option[] {
  const taken: Option[] = [];
  let size = 0;
  for (const each of options) {
    if (size + optionSize(each) > 40) break;
    taken.push(each);
    size += optionSize(each);
  }
  while (size % 4 !== 0) {
    taken.push({ type: 'nop' });
    size += 1;
  }
  return taken;
}

export const segment: fc.Arbitrary<Segment> = fc
  .record({
    seq: word32,
    ack: word32,
    ctl: fc.integer({ min: 0, max: 255 }),
    wnd: word16,
    up: word16,
    options: fc.array(option, { maxLength: 8 }).map(fitting),
    data: octets({ maxLength: 60 }),
  })
  .map(makeSegment);

const ipOptions = fc
  .integer({ min: 0, max: 10 })
  .chain((words) => octets({ minLength: words * 4, maxLength: words * 4 }));

/** Any packet that is not a fragment, with every bit that a header can hold. */
export const packet: fc.Arbitrary<TcpPacket> = fc
  .record({
    ends: fc.record({ src: word32, srcPort: word16, dst: word32, dstPort: word16 }),
    segment,
    reserved: fc.integer({ min: 0, max: 15 }),
    ip: fc.record({
      dscp: fc.integer({ min: 0, max: 63 }),
      ecn: fc.integer({ min: 0, max: 3 }),
      id: word16,
      flags: fc.constantFrom(0, 2, 4, 6),
      ttl: fc.integer({ min: 0, max: 255 }),
      options: ipOptions,
    }),
  })
  .map(({ ends, segment: seg, reserved, ip }) => {
    const made = makePacket(ends, seg);
    return { ip: { ...made.ip, ...ip }, tcp: { ...made.tcp, reserved } };
  });

const text = fc.string({ unit: 'binary', maxLength: 12 });
const name = fc
  .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 12 })
  .filter((each) => !each.includes('\0'));

export const capture: fc.Arbitrary<Capture> = fc
  .array(
    fc.record({
      name: fc.option(text),
      description: fc.option(text),
      linkType: fc.constantFrom(0, 1, 101, 108, 113, 228, 276, 147),
      snapLength: fc.constantFrom(0, 64, 0xffffffff),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .chain((interfaces) =>
    fc.record({
      application: fc.option(text),
      comments: fc.array(text, { maxLength: 2 }),
      interfaces: fc.constant(interfaces),
      packets: fc.array(captured(interfaces.length), { maxLength: 5 }),
      names: fc.array(fc.record({ address: word32, name }), { maxLength: 3 }),
    }),
  );

const captured = (interfaces: number): fc.Arbitrary<Capture['packets'][number]> =>
  fc
    .record({
      interface: fc.integer({ min: 0, max: interfaces - 1 }),
      time: fc.record({
        seconds: fc.integer({ min: 0, max: 18_446_744_072 }),
        nanos: fc.integer({ min: 0, max: 999_999_999 }),
      }),
      data: octets({ maxLength: 60 }),
      cut: fc.constantFrom(0, 0, 1, 1400),
      comments: fc.array(text, { maxLength: 2 }),
    })
    .map(({ cut, ...rest }) => ({ ...rest, originalLength: rest.data.length + cut }));
