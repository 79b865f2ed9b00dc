/**
 * A machine that makes initial sequence numbers: a clock and a hash, with a slot for a key. While the slot is empty,
 * a stranger who knows the addresses computes the next number. RFC 6528 3; the hash is the stack's SipHash.
 */
import { fromText, type Octets } from '../octets.ts';
import { type Seq, seqAdd, seqDiff, toSeq } from '../seq.ts';
import type { FourTuple } from '../stack/fourTuple.ts';
import { isnOf, tickOf } from '../stack/isn.ts';
import { sipHash } from '../stack/sipHash.ts';
import type { Millis } from '../time.ts';

/** Ticks of M in a millisecond. */
const TICKS = 250;

/** What is in the slot: null is nothing, and then everybody knows the hash. */
export type KeySlot = string | null;

/** A key of any words. An empty slot is sixteen zeros, and no words make those. */
export function keyOf(slot: KeySlot): Octets {
  const key = new Uint8Array(16);
  if (slot === null) return key;
  for (const [i, word] of [halves(slot, 1), halves(slot, 2)].flat().entries()) {
    for (let b = 0; b < 4; b += 1) key[4 * i + b] = word >>> (8 * b);
  }
  return key;
}

function halves(words: string, which: number): readonly [number, number] {
  const { high, low } = sipHash(new Uint8Array(16).fill(which), fromText(words));
  return [high, low];
}

/** How long M takes for a whole turn at one tick every 4 us: 2^32 of them, 4 h 46 min 20 s. */
export const turnOfClock: Millis = 2 ** 32 / TICKS;
/** The RFC's "approximately 4.55 hours" are 2^14 s: a clock of 2^18 ticks a second, one every 3.8 us. */
export const turnOfRfc: Millis = 1000 * 2 ** 14;

export interface Isn {
  /** M: the clock, one tick every 4 microseconds. */
  readonly clock: number;
  /** F: the hash of the 4-tuple and the key. */
  readonly hash: number;
  readonly isn: Seq;
}

/** The number that a connection gets which begins at `now`, and what it is made of. */
export function isnAt(slot: KeySlot, ends: FourTuple, now: Millis): Isn {
  const key = keyOf(slot);
  const hash = isnOf(key, ends, tickOf(0, -1));
  const isn = isnOf(key, ends, tickOf(now, -1));
  return { clock: toSeq(seqDiff(isn, hash)), hash, isn };
}

/** A stranger connects once from an address of its own, sees the ISN, and computes that of another connection. */
export interface Guess {
  /** What the stranger got for its own connection. */
  readonly seen: Seq;
  readonly guess: Seq;
  readonly truth: Seq;
  readonly hit: boolean;
}

export function guessIsn(
  slot: KeySlot,
  times: { readonly seen: Millis; readonly now: Millis },
  ends: Strangers,
): Guess {
  const seen = isnAt(slot, ends.own, times.seen).isn;
  // The stranger has no key: it takes the hash that everybody can compute.
  const started = seqAdd(seen, -isnAt(null, ends.own, 0).hash);
  const ticks = isnAt(null, ends.victim, times.now).clock - isnAt(null, ends.victim, times.seen).clock;
  const guess = seqAdd(seqAdd(started, ticks), isnAt(null, ends.victim, 0).hash);
  const truth = isnAt(slot, ends.victim, times.now).isn;
  return { seen, guess, truth, hit: guess === truth };
}

/** The 4-tuples as the server sees them: the stranger's own, and the one in whose name it wants to speak. */
export interface Strangers {
  readonly own: FourTuple;
  readonly victim: FourTuple;
}

/** Addresses for the machine: RFC 5737. */
export const exampleEnds: Strangers = {
  own: { local: 0xc633_6407, localPort: 80, remote: 0xcb00_7142, remotePort: 40_000 },
  victim: { local: 0xc633_6407, localPort: 80, remote: 0xc000_020a, remotePort: 52_114 },
};
