/** What becomes of each transmission: as planned by the scenario, or drawn from the weather when it leaves. */
import type { Dice } from '../rng.ts';
import { ACK, FIN, RST, type Segment, segLen, SYN } from '../tcp/segment.ts';
import type { Millis } from '../time.ts';
import type { Conditions } from './weather.ts';

export interface Fate {
  readonly delay: Millis;
  /** When it sinks, counted from when it left; null: it arrives. */
  readonly sinksAfter: Millis | null;
  /** The twin's start, counted from the first boat's, and its crossing; null: there is none. */
  readonly twin: { readonly after: Millis; readonly delay: Millis } | null;
}

/** The kinds of segment that faults are counted by: the first of RST, SYN, FIN, data that fits, else a pure ACK. */
export const segmentKinds = ['RST', 'SYN', 'SYN,ACK', 'FIN', 'data', 'ACK'] as const;
export type SegmentKind = (typeof segmentKinds)[number];

/** A fate that a scenario sets for the `nth` segment of a kind that `from` sends; from 1, retransmissions too. */
export interface Fault {
  readonly from: 'client' | 'server';
  readonly kind: SegmentKind;
  readonly nth: number;
  readonly fate:
    | { readonly type: 'lost' }
    /** It arrives so long after it left. */
    | { readonly type: 'delayed'; readonly takes: Millis }
    /** It arrives as usual, and a copy so long after it left. */
    | { readonly type: 'copied'; readonly takes: Millis };
}

/** Every segment gets through within this many tries. */
export const mostTries = 4;

/** `losses`: how often the same segment was lost already, in a row. */
export function drawFate(conditions: Conditions, losses: number, dice: Dice): Fate {
  const { delay, loss, duplication, reordering } = conditions;
  const crossing = (): Millis => {
    const base = delay.least + dice.below(delay.most - delay.least + 1);
    return dice.chance(reordering) ? base + dice.below(base + 1) : base;
  };
  const took = crossing();
  const lost = dice.chance(loss) && losses < mostTries - 1;
  // Not at the very shore, so that everybody sees that it went down.
  if (lost) return { delay: took, sinksAfter: Math.ceil(took * (0.25 + 0.6 * dice.fraction())), twin: null };
  const twin = dice.chance(duplication) ? { after: 10 + dice.below(40), delay: crossing() } : null;
  return { delay: took, sinksAfter: null, twin };
}

/** The fate that a fault sets on a crossing of `delay`. */
export function plannedFate(fate: Fault['fate'], delay: Millis): Fate {
  switch (fate.type) {
    case 'lost':
      return { delay, sinksAfter: Math.ceil(delay / 2), twin: null };
    case 'delayed':
      return { delay: fate.takes, sinksAfter: null, twin: null };
    case 'copied': {
      // Both cross at the same speed; the twin leaves later.
      const after = Math.max(1, fate.takes - delay);
      return { delay, sinksAfter: null, twin: { after, delay: fate.takes - after } };
    }
  }
}

/** What makes two transmissions "the same segment" for the promise above. */
export function sameness(from: 'client' | 'server', segment: Segment): string {
  const numbers = segLen(segment) > 0 ? `${segment.seq}+${segLen(segment)}` : `ack ${segment.ack}`;
  return `${from} ${segment.ctl & 0x07} ${numbers}`;
}

export function kindOf({ ctl, data }: Segment): SegmentKind {
  if ((ctl & RST) !== 0) return 'RST';
  if ((ctl & SYN) !== 0) return (ctl & ACK) === 0 ? 'SYN' : 'SYN,ACK';
  if ((ctl & FIN) !== 0) return 'FIN';
  return data.length > 0 ? 'data' : 'ACK';
}

/** How many segments of a kind each end has sent so far. */
export type Counts = { readonly [key in `${Fault['from']} ${SegmentKind}`]?: number };

/** The planned fate of a segment that leaves now (null: none is planned), and the counts after it. */
export function fateOf(
  faults: readonly Fault[],
  counts: Counts,
  from: Fault['from'],
  segment: Segment,
): { readonly fate: Fault['fate'] | null; readonly counts: Counts } {
  const kind = kindOf(segment);
  const nth = (counts[`${from} ${kind}`] ?? 0) + 1;
  const fault = faults.find((one) => one.from === from && one.kind === kind && one.nth === nth);
  return { fate: fault?.fate ?? null, counts: { ...counts, [`${from} ${kind}`]: nth } };
}
