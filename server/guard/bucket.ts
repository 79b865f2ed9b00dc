/** A token bucket: so much at once, and so much a second in the long run. */
import type { Millis } from '../../shared/time.ts';

export interface Measure {
  readonly most: number;
  readonly perSecond: number;
}

export interface Bucket {
  readonly has: (cost: number, now: Millis) => boolean;
  /** Takes `cost` out, at most down to nothing; false: there was not that much in it. */
  readonly drain: (cost: number, now: Millis) => boolean;
  /** Puts back what was taken for nothing. */
  readonly giveBack: (cost: number) => void;
  /** It is as if nothing had ever been taken. */
  readonly isFull: (now: Millis) => boolean;
}

export function createBucket({ most, perSecond }: Measure, now: Millis, first = most): Bucket {
  let left = first;
  let at = now;
  const refill = (until: Millis): number => {
    left = Math.min(most, left + (Math.max(0, until - at) * perSecond) / 1000);
    at = Math.max(at, until);
    return left;
  };
  return {
    has: (cost, until) => refill(until) >= cost,
    drain(cost, until) {
      const enough = refill(until) >= cost;
      left = Math.max(0, left - cost);
      return enough;
    },
    giveBack(cost) {
      left = Math.min(most, left + cost);
    },
    isFull: (until) => refill(until) >= most,
  };
}

/**
 * A bucket for each key, made when the key first takes something. Full ones are forgotten when there are too many;
 * if all of them are in use, the oldest is.
 */
export function createBuckets(measure: Measure, mostKeys = 10_000): (key: string, now: Millis) => Bucket {
  const known = new Map<string, Bucket>();
  return (key, now) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= mostKeys) forget(known, mostKeys, now);
    const made = createBucket(measure, now);
    known.set(key, made);
    return made;
  };
}

function forget(known: Map<string, Bucket>, mostKeys: number, now: Millis): void {
  for (const [key, bucket] of known) if (bucket.isFull(now)) known.delete(key);
  const [oldest] = known.keys();
  if (oldest !== undefined && known.size >= mostKeys) known.delete(oldest);
}
