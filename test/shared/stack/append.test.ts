import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { append, concat, NONE, type Octets } from '../../../shared/octets.ts';

const piece = fc.array(fc.nat(255), { maxLength: 20 }).map((values) => Uint8Array.from(values));

test('append is concat, whoever appends to whatever was made before', () => {
  // Each step appends to one of the texts so far, or to a piece of it: a TCB of the past may be taken up again.
  const step = fc.record({ base: fc.nat(), from: fc.nat(20), less: fc.nat(20), piece });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const made: { readonly text: Octets; readonly plain: Octets }[] = [{ text: NONE, plain: NONE }];
      for (const { base, from, less, piece: added } of steps) {
        const { text, plain } = made[base % made.length] ?? { text: NONE, plain: NONE };
        const cut = [Math.min(from, text.length), Math.max(from, text.length - less)] as const;
        made.push({
          text: append(text.subarray(...cut), added),
          plain: Uint8Array.from(concat(plain.subarray(...cut), added)),
        });
      }
      for (const { text, plain } of made) expect([...text]).toEqual([...plain]);
    }),
    { numRuns: 500 },
  );
});

test('a long text grows in its own buffer', () => {
  let text: Octets = NONE;
  const buffers = new Set<ArrayBufferLike>();
  for (let i = 0; i < 1000; i++) {
    text = append(text, Uint8Array.of(i, i >> 8));
    buffers.add(text.buffer);
  }
  expect(text.length).toBe(2000);
  expect(buffers.size).toBeLessThan(12);
});
