/**
 * SYN cookies: RFC 4987 3.6. When the backlog is full, a listener keeps nothing of a SYN; it sends the little that
 * it will need as its ISS, and reads it back from the acknowledgment: 5 bits of a counter of 64 s, 3 bits for the
 * peer's MSS, 24 bits of a keyed hash that only we can make.
 */
import type { Octets } from '../octets.ts';
import { type Seq, seqAdd, toSeq } from '../seq.ts';
import type { Segment } from '../tcp/segment.ts';
import type { Millis } from '../time.ts';
import { type FourTuple, keyed } from './fourTuple.ts';

/** The MSS that 3 bits can say. The first is for the rare peer that allows less than 216 octets. */
export const cookieMss = [64, 216, 536, 1024, 1220, 1400, 1440, 1460] as const;

/** One turn of the counter. A cookie is good during its own turn and the next one: 64 to 128 s. */
export const COOKIE_TURN: Millis = 64_000;
const turnOf = (now: Millis): number => Math.floor(now / COOKIE_TURN);

interface Content {
  /** SEG.SEQ of the peer's SYN. */
  readonly irs: Seq;
  readonly turn: number;
  /** A place in `cookieMss`. */
  readonly index: number;
}

const hashOf = (key: Octets, ends: FourTuple, { irs, turn, index }: Content): number =>
  keyed(key, 'cookie', ends, [irs, ((turn << 3) | index) >>> 0]) & 0x00ff_ffff;

/** The largest MSS of the table that is not over `mss`: what the connection will use, if it comes to be. */
export function roundMss(mss: number): { readonly index: number; readonly mss: number } {
  let index = 0;
  for (const [i, each] of cookieMss.entries()) if (each <= mss) index = i;
  return { index, mss: cookieMss[index] ?? cookieMss[0] };
}

/** What a SYN says that has to be remembered: SEG.SEQ and MSS. */
export interface FromSyn {
  readonly irs: Seq;
  readonly mss: number;
}

/** The ISS of a SYN,ACK whose TCB is not kept. */
export function cookieOf(key: Octets, ends: FourTuple, { irs, mss }: FromSyn, now: Millis): Seq {
  const turn = turnOf(now);
  const { index } = roundMss(mss);
  return toSeq(((turn & 31) << 27) | (index << 24) | hashOf(key, ends, { irs, turn, index }));
}

/** What the SYN of an ACK said, or null where we made no such cookie for this connection, or made it long ago. */
export function openCookie(key: Octets, ends: FourTuple, segment: Segment, now: Millis): FromSyn | null {
  const irs = seqAdd(segment.seq, -1);
  const iss = seqAdd(segment.ack, -1);
  const age = (turnOf(now) - (iss >>> 27)) & 31;
  if (age > 1) return null;
  const index = (iss >>> 24) & 7;
  const mss = cookieMss[index];
  const hash = hashOf(key, ends, { irs, turn: turnOf(now) - age, index });
  return mss !== undefined && hash === (iss & 0x00ff_ffff) ? { irs, mss } : null;
}
