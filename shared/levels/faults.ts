/** Which transmission meets which fate: faults are tied to the n-th segment of a kind from one end. */
import type { Role } from '../game/role.ts';
import { ACK, FIN, RST, type Segment, SYN } from '../tcp/segment.ts';
import type { Fault, SegmentKind } from './level.ts';

export function kindOf({ ctl, data }: Segment): SegmentKind {
  if ((ctl & RST) !== 0) return 'RST';
  if ((ctl & SYN) !== 0) return (ctl & ACK) === 0 ? 'SYN' : 'SYN,ACK';
  if ((ctl & FIN) !== 0) return 'FIN';
  return data.length > 0 ? 'data' : 'ACK';
}

/** How many segments of a kind each end has sent so far. */
export type Counts = { readonly [key in `${Role} ${SegmentKind}`]?: number };

/** The fate of a segment that leaves now (null: it arrives as usual), and the counts after it. */
export function fateOf(
  faults: readonly Fault[],
  counts: Counts,
  from: Role,
  segment: Segment,
): { readonly fate: Fault['fate'] | null; readonly counts: Counts } {
  const kind = kindOf(segment);
  const nth = (counts[`${from} ${kind}`] ?? 0) + 1;
  const fault = faults.find((one) => one.from === from && one.kind === kind && one.nth === nth);
  return { fate: fault?.fate ?? null, counts: { ...counts, [`${from} ${kind}`]: nth } };
}
