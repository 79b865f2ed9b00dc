/** Selective acknowledgment, the receiver's side: RFC 2018 4. What the sender does with it is congestion control. */
import { type Seq, seqAdd, seqGe, seqGt, seqLe } from '../seq.ts';
import type { SackBlock } from './option.ts';
import type { Held, ReceiveVariables } from './tcb.ts';

/**
 * At most `most` blocks of what is held beyond the gap. The first is the one that the latest segment belongs to, and
 * the others follow as they were last reported; none is part of another.
 */
export function sackBlocks({ held, latest }: ReceiveVariables, most: number): readonly SackBlock[] {
  const islands = islandsOf(held);
  const blocks: SackBlock[] = [];
  for (const seq of latest) {
    const island = islands.find(({ left, right }) => seqLe(left, seq) && seqGt(right, seq));
    if (island !== undefined && !blocks.includes(island)) blocks.push(island);
    if (blocks.length === most) break;
  }
  return blocks;
}

/** The places to report, one for each island, the one that `seq` belongs to first: RFC 2018 4, the second rule. */
export function newestFirst({ held, latest }: ReceiveVariables, seq: Seq): readonly Seq[] {
  const own = islandsOf(held).find(({ left, right }) => seqLe(left, seq) && seqGt(right, seq));
  const others = latest.filter((place) => own === undefined || !(seqLe(own.left, place) && seqGt(own.right, place)));
  return [seq, ...others].slice(0, 8);
}

/** Runs of held segments without a gap between them, by rising number. */
function islandsOf(held: readonly Held[]): readonly SackBlock[] {
  const islands: SackBlock[] = [];
  for (const { seq, text, fin } of held) {
    const right = seqAdd(seq, text.length + (fin ? 1 : 0));
    const last = islands.at(-1);
    if (last === undefined || seqGt(seq, last.right)) islands.push({ left: seq, right });
    else if (seqGe(right, last.right)) islands[islands.length - 1] = { left: last.left, right };
  }
  return islands;
}

/** The places of `latest` that are still beyond RCV.NXT. */
export const stillBeyond = (latest: readonly Seq[], nxt: Seq): readonly Seq[] =>
  latest.filter((seq) => seqGt(seq, nxt));
