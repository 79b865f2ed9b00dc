/**
 * Sequence numbers: RFC 9293 3.4. They live on a circle of 2^32 places, so they are made, moved and compared
 * only here; `<` on them elsewhere would be wrong once per circle.
 */
declare const seqBrand: unique symbol;

/** An unsigned 32-bit number of the sequence space, 0..4294967295. */
export type Seq = number & { readonly [seqBrand]: true };

/** The number of places on the circle: 2^32. */
export const SEQ_SPACE = 0x1_0000_0000;

/** Makes a sequence number of any integer, modulo 2^32. */
export const toSeq = (value: number): Seq => (value >>> 0) as Seq;

/** `a + n`, modulo 2^32; `n` octets may be negative. */
export const seqAdd = (a: Seq, n: number): Seq => ((a + n) >>> 0) as Seq;

/** How far `a` lies ahead of `b` on the circle: -2^31 .. 2^31-1. */
export const seqDiff = (a: Seq, b: Seq): number => (a - b) | 0;

/** `a < b`, modulo 2^32. */
export const seqLt = (a: Seq, b: Seq): boolean => ((a - b) | 0) < 0;

/** `a =< b`, modulo 2^32. */
export const seqLe = (a: Seq, b: Seq): boolean => ((a - b) | 0) <= 0;

/** `a > b`, modulo 2^32. */
export const seqGt = (a: Seq, b: Seq): boolean => ((a - b) | 0) > 0;

/** `a >= b`, modulo 2^32. */
export const seqGe = (a: Seq, b: Seq): boolean => ((a - b) | 0) >= 0;

/** The later of the two. */
export const seqMax = (a: Seq, b: Seq): Seq => (seqLt(a, b) ? b : a);

/** `left =< a < left + size`: the shape of every window test of RFC 9293. */
export const inWindow = (a: Seq, left: Seq, size: number): boolean => (a - left) >>> 0 < size;
