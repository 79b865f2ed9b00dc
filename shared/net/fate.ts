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

/**
 * A fate that a scenario sets: for the `nth` transmission (1 is the first) of one kind of segment by one end, so
 * that a second attempt meets the same sea.
 */
export interface Fault {
  readonly from: 'client' | 'server';
  /** SYN, FIN, RST and ACK of the segment; PSH and URG do not count. */
  readonly ctl: number;
  readonly text: boolean;
  readonly nth: number;
  readonly fate:
    | { readonly type: 'lost' }
    | { readonly type: 'delayed'; readonly delay: Millis }
    /** A second copy arrives this long after the first one left. */
    | { readonly type: 'duplicated'; readonly delay: Millis };
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

/** The fate that `fault` sets on a crossing of `delay`. */
export function plannedFate({ fate }: Fault, delay: Millis): Fate {
  switch (fate.type) {
    case 'lost':
      return { delay, sinksAfter: Math.ceil(delay / 2), twin: null };
    case 'delayed':
      return { delay: fate.delay, sinksAfter: null, twin: null };
    case 'duplicated': {
      // Both cross at the same speed; the twin leaves later.
      const after = Math.max(1, fate.delay - delay);
      return { delay, sinksAfter: null, twin: { after, delay: fate.delay - after } };
    }
  }
}

/** What makes two transmissions "the same segment" for the promise above. */
export function sameness(from: 'client' | 'server', segment: Segment): string {
  const numbers = segLen(segment) > 0 ? `${segment.seq}+${segLen(segment)}` : `ack ${segment.ack}`;
  return `${from} ${segment.ctl & 0x07} ${numbers}`;
}

/** What makes two transmissions of one kind, for the faults of a scenario. */
export const kindOf = ({ from, ctl, text }: Pick<Fault, 'from' | 'ctl' | 'text'>): string =>
  `${from} ${ctl & (SYN | FIN | RST | ACK)}${text ? ' text' : ''}`;
