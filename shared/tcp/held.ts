/**
 * Segments that came before their time (SHLD-31), by rising number: a binary search tree that is never changed in place,
 * as a TCB must be; what is added or taken costs a new path from the root, O(log n). A treap: where a node stands
 * follows from its number, mixed, so that no order of arrival makes the tree a list.
 */
import type { Octets } from '../octets.ts';
import { type Seq, seqAdd, seqGe, seqLe, seqLt } from '../seq.ts';

/** One piece: text, or a FIN, or text with a FIN behind it. */
export interface Held {
  readonly seq: Seq;
  readonly text: Octets;
  readonly fin: boolean;
}

/** null: nothing is held. */
export type HeldTree = HeldNode | null;

interface HeldNode {
  readonly piece: Held;
  /** The pieces with lower numbers, and with higher ones. */
  readonly before: HeldTree;
  readonly after: HeldTree;
}

/** The number after the last one that a piece takes. */
export const heldEnd = ({ seq, text, fin }: Held): Seq => seqAdd(seq, text.length + (fin ? 1 : 0));

/** Adds a piece. One that lies within another says nothing new; those that lie within it are forgotten. */
export function hold(tree: HeldTree, added: Held): HeldTree {
  const [before, from] = split(tree, added.seq);
  const last = lastHeld(before);
  const same = firstHeld(from);
  if (last !== null && seqGe(heldEnd(last), heldEnd(added))) return tree;
  if (same !== null && same.seq === added.seq && seqGe(heldEnd(same), heldEnd(added))) return tree;
  let after = from;
  for (let next = same; next !== null && seqLe(heldEnd(next), heldEnd(added)); next = firstHeld(after)) {
    after = withoutFirst(after);
  }
  return join(join(before, { piece: added, before: null, after: null }), after);
}

export function firstHeld(tree: HeldTree): Held | null {
  let node = tree;
  while (node !== null && node.before !== null) node = node.before;
  return node === null ? null : node.piece;
}

function lastHeld(tree: HeldTree): Held | null {
  let node = tree;
  while (node !== null && node.after !== null) node = node.after;
  return node === null ? null : node.piece;
}

export function withoutFirst(tree: HeldTree): HeldTree {
  if (tree === null || tree.before === null) return tree === null ? null : tree.after;
  return { ...tree, before: withoutFirst(tree.before) };
}

/** All pieces by rising number. */
export const heldInOrder = (tree: HeldTree): readonly Held[] =>
  tree === null ? [] : [...heldInOrder(tree.before), tree.piece, ...heldInOrder(tree.after)];

/** The last piece that begins at `seq` or before it, and the first one that begins after it. */
export const heldAround = (tree: HeldTree, seq: Seq): { readonly at: Held | null; readonly next: Held | null } => {
  let at: Held | null = null;
  let next: Held | null = null;
  for (let node = tree; node !== null;) {
    if (seqLe(node.piece.seq, seq)) {
      at = node.piece;
      node = node.after;
    } else {
      next = node.piece;
      node = node.before;
    }
  }
  return { at, next };
};

/** The pieces that begin before `seq`, and the others. */
function split(tree: HeldTree, seq: Seq): readonly [HeldTree, HeldTree] {
  if (tree === null) return [null, null];
  if (seqLt(tree.piece.seq, seq)) {
    const [before, from] = split(tree.after, seq);
    return [{ ...tree, after: before }, from];
  }
  const [before, from] = split(tree.before, seq);
  return [before, { ...tree, before: from }];
}

/** All pieces of `a` begin before those of `b`. */
function join(a: HeldTree, b: HeldTree): HeldTree {
  if (a === null || b === null) return a ?? b;
  return rank(a) > rank(b) ? { ...a, after: join(a.after, b) } : { ...b, before: join(a, b.before) };
}

/** A node stands above those of lower rank. */
function rank({ piece: { seq } }: HeldNode): number {
  const mixed = Math.imul(seq ^ (seq >>> 16), 0x45d9_f3b3);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d) >>> 0;
}
