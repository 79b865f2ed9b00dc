/** The initial sequence number: RFC 6528 3, RFC 9293 3.4.1 (MUST-8, SHLD-1). */
import type { Octets } from '../octets.ts';
import { type Seq, toSeq } from '../seq.ts';
import type { Millis } from '../time.ts';
import { type FourTuple, keyed } from './fourTuple.ts';

/** Chooses the ISN of a connection that begins at `now`. */
export type ChooseIsn = (ends: FourTuple, now: Millis) => number;

/** Ticks of 4 us in a millisecond. */
const TICKS = 250;

/**
 * ISN = M + F(localip, localport, remoteip, remoteport, secretkey): M counts 4 us, so that an old duplicate finds
 * the numbers of its time already left behind; F hides from others where this connection's M began.
 */
export const isnOf = (key: Octets, ends: FourTuple, tick: number): Seq =>
  toSeq((tick % 0x1_0000_0000) + keyed(key, 'isn', ends));

/** M at `now`; a tick that was used already is followed by the next one, so that no two ISNs are the same (3.4.1). */
export const tickOf = (now: Millis, last: number): number => Math.max(Math.floor(now * TICKS), last + 1);
