/** Issue 3, properties: whatever the sea does, all octets arrive once and in order, and both ends are CLOSED. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, NONE, type Octets, sameOctets } from '../../../shared/octets.ts';
import { type Seq, seqAdd, seqGt, seqMax } from '../../../shared/seq.ts';
import { optionOf } from '../../../shared/tcp/option.ts';
import { ACK, segEnd, segLen, SYN } from '../../../shared/tcp/segment.ts';
import { decoded } from './hand.ts';
import { type Journey, sail, textOf, type Voyage } from './sea.ts';

const isn = fc.oneof(fc.constantFrom(0, 1, 0xffff_ffff, 0xffff_fff0, 0x7fff_ffff, 0x8000_0000), fc.nat(0xffff_ffff));
const length = fc.oneof(fc.constantFrom(0, 1, 1460, 100_000), fc.nat(100_000));

const options = fc
  .record({
    isn,
    receiveBuffer: fc.constantFrom(65_535, 65_535, 4000, 20_000),
    sendBuffer: fc.constantFrom(262_144, 5000),
    mss: fc.constantFrom(1460, 536, null),
    rfc5961: fc.boolean(),
    delayedAck: fc.constantFrom(null, 200),
    nagle: fc.boolean(),
    sack: fc.boolean(),
    timestamps: fc.boolean(),
    windowScale: fc.constantFrom(null, 0, 3),
  })
  .map(({ isn: first, delayedAck, nagle, sack, timestamps, windowScale, ...rest }) => ({
    ...rest,
    isn: () => first,
    msl: 30_000,
    // Nobody gives up: how long a storm may last is not what is tested here.
    tcp: { r2: null, delayedAck, nagle, sack, timestamps, windowScale },
  }));

const journeys = (loss: number, duplication: number): fc.Arbitrary<Journey> =>
  fc
    .record({
      seed: fc.nat(0xffff_ffff),
      lengths: fc.tuple(length, length),
      most: fc.constantFrom(20, 150, 600),
      closer: fc.constantFrom<Journey['closer'][]>(0, 1, 'both'),
      simultaneous: fc.boolean(),
      options: fc.tuple(options, options),
    })
    .map(({ most, ...rest }) => ({ ...rest, loss, duplication, delay: { least: 10, most } }));

const storms = journeys(0.3, 0.1);
const runs = 120;

/** All that one side said, as the other one heard it. */
const heardBy = (voyage: Voyage, side: 0 | 1): Octets => voyage.sides[side].heard.reduce(concat, NONE);

/** Window scale holds where both SYNs have the option: RFC 7323 2.2. The shift is that of the side whose window it is. */
function shiftOf({ sent }: Voyage, side: 0 | 1): number {
  // What leaves first is a SYN or a SYN,ACK.
  const offers = [0, 1].map((each) => {
    const syn = sent.find(({ from }) => from === each);
    return syn === undefined ? null : optionOf(decoded(syn.packet).tcp.segment.options, 'windowScale');
  });
  return offers.includes(null) ? 0 : (offers[side]?.shift ?? 0);
}

/** The segments of one side that left the window which the other had offered; window probes may, by one. */
function outsideWindow(voyage: Voyage, from: 0 | 1): readonly string[] {
  const wrong: string[] = [];
  const shift = shiftOf(voyage, from === 0 ? 1 : 0);
  let edge: Seq | null = null;
  let next = 0;
  for (const [order, { from: sender, packet }] of voyage.sent.entries()) {
    if (sender !== from) continue;
    for (; (voyage.arrived[next]?.order ?? Infinity) <= order; next++) {
      const arrival = voyage.arrived[next];
      if (arrival === undefined || arrival.from === from) continue;
      const { segment } = decoded(arrival.packet).tcp;
      if ((segment.ctl & ACK) === 0) continue;
      const right = seqAdd(segment.ack, segment.wnd << ((segment.ctl & SYN) === 0 ? shift : 0));
      edge = edge === null ? right : seqMax(edge, right);
    }
    const { segment } = decoded(packet).tcp;
    if ((segment.ctl & SYN) !== 0 || segLen(segment) === 0 || edge === null) continue;
    const isProbe = segLen(segment) === 1 && segment.seq === edge;
    if (!isProbe && seqGt(segEnd(segment), edge)) wrong.push(`${segment.seq}+${segLen(segment)} past ${edge}`);
  }
  return wrong;
}

/** What the sea did to the packets of a voyage: a calm one would prove nothing. */
function weather({ sent, arrived }: Voyage): { lost: number; doubled: number; overtaken: number } {
  const lost = sent.filter((sighting) => sighting.lost).length;
  const order = new Map(sent.map(({ packet }, i) => [packet, i]));
  const places = arrived.map(({ packet }) => order.get(packet) ?? 0);
  const ways = [0, 1].map((side) => places.filter((place) => sent[place]?.from === side));
  return {
    lost,
    doubled: arrived.length + lost - sent.length,
    overtaken: ways.flatMap((way) => way.filter((place, i) => place < (way[i - 1] ?? 0))).length,
  };
}

describe('two stacks over 30 % loss, duplication and reordering', () => {
  test('all octets arrive, once and in order, within the window that was offered, and both ends are CLOSED', () => {
    const total = { lost: 0, doubled: 0, overtaken: 0 };
    fc.assert(
      fc.property(storms, (journey) => {
        const voyage = sail(journey);
        expect(voyage.sides.map(({ failed }) => failed)).toEqual([null, null]);
        expect(sameOctets(heardBy(voyage, 1), textOf(0, journey.lengths[0]))).toBe(true);
        expect(sameOctets(heardBy(voyage, 0), textOf(1, journey.lengths[1]))).toBe(true);
        expect(voyage.sides.map(({ ended }) => ended)).toEqual([true, true]);
        expect(voyage.sides.map(({ stack }) => stack.connections())).toEqual([[], []]);
        expect([...outsideWindow(voyage, 0), ...outsideWindow(voyage, 1)]).toEqual([]);
        const { lost, doubled, overtaken } = weather(voyage);
        total.lost += lost / voyage.sent.length;
        total.doubled += doubled;
        total.overtaken += overtaken;
      }),
      { numRuns: runs },
    );
    expect(total.lost / runs).toBeGreaterThan(0.25);
    expect(total.doubled).toBeGreaterThan(100);
    expect(total.overtaken).toBeGreaterThan(100);
  }, 120_000);

  test('the same seed gives the same packets at the same instants, octet by octet', () => {
    fc.assert(
      fc.property(storms, (journey) => {
        expect(sail(journey).sent).toEqual(sail(journey).sent);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
