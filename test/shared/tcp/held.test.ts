/** The tree of what came before its time: what it keeps, and what keeping costs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Seq, seqAdd, seqDiff, seqLe, toSeq } from '../../../shared/seq.ts';
import {
  firstHeld,
  type Held,
  heldAround,
  heldEnd,
  heldInOrder,
  type HeldTree,
  hold,
  withoutFirst,
} from '../../../shared/tcp/held.ts';

/** Numbers wrap in the middle of what is held. */
const base = toSeq(0xffff_ff00);
const piece = (at: number, length: number, fin = false): Held => ({
  seq: seqAdd(base, at),
  text: new Uint8Array(length).fill(length),
  fin,
});
const all = (pieces: readonly Held[]): HeldTree => pieces.reduce<HeldTree>(hold, null);
const inWords = (tree: HeldTree): readonly string[] => heldInOrder(tree).map(say);
const say = (one: Held): string => `${seqDiff(one.seq, base)}+${one.text.length}${one.fin ? 'F' : ''}`;

/** The same by plain lists: nothing that lies within something that was there, nothing that lies within the new one. */
const within = (a: Held, b: Held): boolean => seqLe(b.seq, a.seq) && seqLe(heldEnd(a), heldEnd(b));
const listed = (pieces: readonly Held[]): readonly Held[] =>
  pieces
    .reduce<readonly Held[]>(
      (kept, one) =>
        kept.some((other) => within(one, other)) ? kept : [...kept.filter((other) => !within(other, one)), one],
      [],
    )
    .toSorted((a, b) => seqDiff(a.seq, b.seq));

const anyPieces = fc.array(fc.tuple(fc.nat(600), fc.integer({ min: 1, max: 40 }), fc.boolean()), { maxLength: 60 });

describe('what is kept', () => {
  test('is what a plain list would keep, by rising number', () => {
    fc.assert(
      fc.property(anyPieces, (drawn) => {
        const pieces = drawn.map(([at, length, fin]) => piece(at, length, fin));
        expect(inWords(all(pieces))).toEqual(listed(pieces).map(say));
      }),
    );
  });
  test('the first piece comes off first, and the tree before it stays as it was', () => {
    const whole = all([piece(300, 5), piece(10, 5), piece(200, 5)]);
    expect(inWords(withoutFirst(whole))).toEqual(['200+5', '300+5']);
    expect(inWords(whole)).toEqual(['10+5', '200+5', '300+5']);
    expect(firstHeld(whole)?.seq).toBe(seqAdd(base, 10));
    expect([firstHeld(null), withoutFirst(null)]).toEqual([null, null]);
  });
  test('the neighbours of a number', () => {
    const tree = all([piece(300, 5), piece(10, 5), piece(200, 5)]);
    const around = (at: number): readonly (string | null)[] => {
      const { at: here, next } = heldAround(tree, seqAdd(base, at));
      return [here === null ? null : say(here), next === null ? null : say(next)];
    };
    expect(around(9)).toEqual([null, '10+5']);
    expect(around(10)).toEqual(['10+5', '200+5']);
    expect(around(250)).toEqual(['200+5', '300+5']);
    expect(around(400)).toEqual(['300+5', null]);
  });
});

function nodesOf(tree: HeldTree, found: Set<HeldTree> = new Set()): Set<HeldTree> {
  if (tree === null) return found;
  found.add(tree);
  nodesOf(tree.before, found);
  return nodesOf(tree.after, found);
}
const newNodes = (tree: HeldTree, old: Set<HeldTree>): number =>
  tree === null || old.has(tree) ? 0 : 1 + newNodes(tree.before, old) + newNodes(tree.after, old);

/** In which order `count` octets may come, each with a gap behind it. */
const orders: { readonly [order: string]: (i: number, count: number) => number } = {
  rising: (i) => i,
  falling: (i, count) => count - 1 - i,
  'from both sides': (i, count) => (i % 2 === 0 ? i / 2 : count - 1 - (i - 1) / 2),
  'mixed up': (i, count) => (i * 6101) % count,
};

/** Nodes that an insertion makes, on the average: those that the tree before it did not have. */
function cost(count: number, order: (i: number, count: number) => number, step: number): number {
  let tree: HeldTree = null;
  let made = 0;
  for (let i = 0; i < count; i++) {
    const before = tree;
    tree = hold(before, piece(order(i, count) * step, 1));
    // Near its end, where the tree is large.
    if (i >= count - 20) made += newNodes(tree, nodesOf(before));
  }
  return made / 20;
}

describe('what keeping costs', () => {
  test.each(Object.entries(orders))('%s: sixteen times as many pieces cost a few nodes more', (_, order) => {
    for (const step of [2, 3, 4, 64]) {
      const [few, many] = [cost(500, order, step), cost(8000, order, step)];
      // log2(8000) is 13.
      expect(many).toBeLessThan(40);
      expect(many / few).toBeLessThan(3);
    }
  });
});

test('a whole window of single octets with gaps between them is held and given out', () => {
  const count = 30_000;
  let tree = all(Array.from({ length: count }, (_, i) => piece(((i * 7919) % count) * 2, 1)));
  let last: Seq | null = null;
  for (let first = firstHeld(tree); first !== null; first = firstHeld(tree)) {
    expect(last === null || seqDiff(first.seq, last) === 2).toBe(true);
    last = first.seq;
    tree = withoutFirst(tree);
  }
  expect(last).toBe(seqAdd(base, 2 * (count - 1)));
});
