import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACK, FIN, makeSegment, type Segment, SYN } from '../../../shared/tcp/segment.ts';
import { hand, ours, stackWith, takePackets, value } from './hand.ts';

/** A connection in TIME-WAIT, SND.NXT 1002, RCV.NXT 502, that the application has let go, or not yet. */
function inTimeWait(timestamps: boolean, letGo: boolean) {
  const stack = stackWith({ msl: 1000, tcp: { timestamps } });
  const listener = stack.open();
  value(stack.bind(listener, ours, 80));
  value(stack.listen(listener, 5));
  const peer = hand(stack, 7000, 80);
  const options = timestamps ? [{ type: 'timestamps', val: 100, ecr: 0 } as const] : [];
  peer.says({ seq: 500, ctl: SYN, wnd: 3000, options });
  peer.says({ seq: 501, ack: 1001, ctl: ACK, wnd: 3000, options });
  const socket = value(stack.accept(listener));
  stack.shutdown(socket, 'write');
  peer.says({ seq: 501, ack: 1002, ctl: FIN | ACK, wnd: 3000, options });
  if (letGo) stack.close(socket);
  stack.output();
  return { stack, peer, socket };
}

const near = (number: number) => fc.oneof(fc.integer({ min: number - 5, max: number + 5 }), fc.nat(0xffff_ffff));
const segment: fc.Arbitrary<Segment> = fc
  .record({
    seq: near(502),
    ack: fc.oneof(near(1002), fc.integer({ min: -5000, max: 2000 })),
    ctl: fc.integer({ min: 0, max: 63 }),
    wnd: fc.constantFrom(0, 100, 65_535),
    data: fc.constantFrom(new Uint8Array(0), Uint8Array.of(1, 2, 3)),
    options: fc.constantFrom(
      [],
      [{ type: 'timestamps', val: 99, ecr: 0 } as const],
      [{ type: 'timestamps', val: 101, ecr: 0 } as const],
    ),
  })
  .map(makeSegment);

test('what is kept of TIME-WAIT answers like the whole connection, whatever arrives', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(segment, { minLength: 1, maxLength: 4 }), (timestamps, segments) => {
      const [small, whole] = [inTimeWait(timestamps, true), inTimeWait(timestamps, false)];
      for (const each of segments) {
        for (const { stack, peer } of [small, whole]) {
          stack.advance(stack.now() + 10);
          peer.says(each);
        }
        expect(takePackets(small.stack)).toEqual(takePackets(whole.stack));
        expect(small.stack.state(small.socket)).toBe(whole.stack.state(whole.socket));
        expect(small.stack.nextTimer()).toBe(whole.stack.nextTimer());
      }
    }),
    { numRuns: 2000 },
  );
}, 60_000);
