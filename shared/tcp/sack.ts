/** Selective acknowledgment, the receiver's side: RFC 2018 4. What the sender does with it is congestion control. */
import { type Seq, seqAdd, seqGe, seqGt, seqLe, seqMax } from '../seq.ts';
import { heldAround, heldEnd, type HeldTree } from './held.ts';
import type { SackBlock } from './option.ts';
import type { ReceiveVariables } from './tcb.ts';

/**
 * At most `most` blocks of what is held beyond the gap. The first is the one that the latest segment belongs to, and
 * the others follow as they were last reported; none is part of another.
 */
export function sackBlocks({ held, latest }: ReceiveVariables, most: number): readonly SackBlock[] {
  const blocks: SackBlock[] = [];
  for (const seq of latest) {
    if (blocks.length === most) break;
    if (blocks.some((block) => isIn(block, seq))) continue;
    const block = islandAt(held, seq);
    if (block !== null) blocks.push(block);
  }
  return blocks;
}

/** The places to report, one for each island, the one that `seq` belongs to first: RFC 2018 4, the second rule. */
export function newestFirst({ held, latest }: ReceiveVariables, seq: Seq): readonly Seq[] {
  const own = islandAt(held, seq);
  const others = latest.filter((place) => own === null || !isIn(own, place));
  return [seq, ...others].slice(0, 8);
}

const isIn = ({ left, right }: SackBlock, seq: Seq): boolean => seqLe(left, seq) && seqGt(right, seq);

/** The held octets without a gap between them that `seq` belongs to; null: it is not held. */
function islandAt(held: HeldTree, seq: Seq): SackBlock | null {
  let { at, next } = heldAround(held, seq);
  if (at === null || seqLe(heldEnd(at), seq)) return null;
  let right = heldEnd(at);
  for (; next !== null && seqLe(next.seq, right); next = heldAround(held, next.seq).next) {
    right = seqMax(right, heldEnd(next));
  }
  let left = at.seq;
  for (; at !== null && seqGe(heldEnd(at), left); at = heldAround(held, seqAdd(left, -1)).at) left = at.seq;
  return { left, right };
}

/** The places of `latest` that are still beyond RCV.NXT. */
export const stillBeyond = (latest: readonly Seq[], nxt: Seq): readonly Seq[] =>
  latest.filter((seq) => seqGt(seq, nxt));
