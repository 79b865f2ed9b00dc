import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inWindow, SEQ_SPACE, seqAdd, seqDiff, seqGe, seqGt, seqLe, seqLt, seqMax, toSeq } from '../../shared/seq.ts';

const any = fc.nat(SEQ_SPACE - 1).map(toSeq);
/** A step of less than half the circle. */
const step = fc.integer({ min: 1, max: SEQ_SPACE / 2 - 1 });

describe('sequence numbers', () => {
  test('after 4294967295 comes 0', () => {
    expect(seqAdd(toSeq(4_294_967_295), 1)).toBe(0);
    expect(seqAdd(toSeq(0), -1)).toBe(4_294_967_295);
    expect(toSeq(SEQ_SPACE + 5)).toBe(5);
  });

  test('a number is before every number less than half the circle ahead', () => {
    fc.assert(
      fc.property(any, step, (a, n) => {
        const b = seqAdd(a, n);
        expect([seqLt(a, b), seqLe(a, b), seqGt(b, a), seqGe(b, a)]).toEqual([true, true, true, true]);
        expect([seqLt(b, a), seqLe(b, a), seqGt(a, b), seqGe(a, b)]).toEqual([false, false, false, false]);
        expect(seqDiff(b, a)).toBe(n);
        expect(seqDiff(a, b)).toBe(-n);
        expect(seqMax(a, b)).toBe(b);
        expect(seqMax(b, a)).toBe(b);
      }),
    );
  });

  test('a number equals itself', () => {
    fc.assert(
      fc.property(any, (a) => {
        expect([seqLt(a, a), seqLe(a, a), seqGt(a, a), seqGe(a, a), seqDiff(a, a)]).toEqual([
          false,
          true,
          false,
          true,
          0,
        ]);
      }),
    );
  });

  test('adding and taking away come back', () => {
    fc.assert(
      fc.property(any, fc.nat(SEQ_SPACE - 1), (a, n) => {
        expect(seqAdd(seqAdd(a, n), -n)).toBe(a);
      }),
    );
  });

  test.each([
    [10, 10, 1, true],
    [10, 10, 0, false],
    [9, 10, 5, false],
    [14, 10, 5, true],
    [15, 10, 5, false],
    [2, 4_294_967_294, 5, true],
    [3, 4_294_967_294, 5, false],
    [4_294_967_293, 4_294_967_294, 5, false],
  ])('%i lies in the window that begins at %i and has %i places: %s', (a, left, size, inside) => {
    expect(inWindow(toSeq(a), toSeq(left), size)).toBe(inside);
  });
});
