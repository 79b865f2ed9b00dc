/** The sea decides: each transmission gets its fate from the weather and the dice when it leaves. */
import type { Dice } from '../rng.ts';
import { type Segment, segLen } from '../tcp/segment.ts';
import type { Millis } from '../time.ts';
import type { Conditions } from './weather.ts';

export interface Fate {
  readonly delay: Millis;
  /** When it sinks, counted from when it left; null: it arrives. */
  readonly sinksAfter: Millis | null;
  /** The twin's start, counted from the first boat's, and its crossing; null: there is none. */
  readonly twin: { readonly after: Millis; readonly delay: Millis } | null;
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

/** What makes two transmissions "the same segment" for the promise above. */
export function sameness(from: 'client' | 'server', segment: Segment): string {
  const numbers = segLen(segment) > 0 ? `${segment.seq}+${segLen(segment)}` : `ack ${segment.ack}`;
  return `${from} ${segment.ctl & 0x07} ${numbers}`;
}
