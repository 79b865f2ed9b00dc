/**
 * SipHash-2-4: a short keyed hash that nobody can foretell without the key (Aumasson and Bernstein, 2012). RFC 6528
 * wants such a function for initial sequence numbers, RFC 4987 for SYN cookies, RFC 6056 for ports. Its words have
 * 64 bits; here each is two halves of 32, high before low.
 */
import type { Octets } from '../octets.ts';

/** The four words of the state, each as high and low half. */
interface Sip {
  h0: number;
  l0: number;
  h1: number;
  l1: number;
  h2: number;
  l2: number;
  h3: number;
  l3: number;
}

/** The 32-bit word at `at`, low octet first; octets after the end count as zero. */
const little32 = (octets: Octets, at: number): number =>
  (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8) | ((octets[at + 2] ?? 0) << 16) | ((octets[at + 3] ?? 0) << 24);

/** Both halves of the hash of `message`, unsigned; `key` has 16 octets. */
export function sipHash(key: Octets, message: Octets): { readonly high: number; readonly low: number } {
  const [k0h, k0l] = [little32(key, 4), little32(key, 0)];
  const [k1h, k1l] = [little32(key, 12), little32(key, 8)];
  const v: Sip = {
    h0: k0h ^ 0x736f6d65,
    l0: k0l ^ 0x70736575,
    h1: k1h ^ 0x646f7261,
    l1: k1l ^ 0x6e646f6d,
    h2: k0h ^ 0x6c796765,
    l2: k0l ^ 0x6e657261,
    h3: k1h ^ 0x74656462,
    l3: k1l ^ 0x79746573,
  };
  const whole = message.length - (message.length % 8);
  for (let at = 0; at < whole; at += 8) compress(v, little32(message, at + 4), little32(message, at));
  // The last word holds what is left over, and the length in its highest octet.
  compress(v, little32(message, whole + 4) | (message.length << 24), little32(message, whole));
  v.l2 ^= 0xff;
  for (let i = 0; i < 4; i++) round(v);
  return { high: (v.h0 ^ v.h1 ^ v.h2 ^ v.h3) >>> 0, low: (v.l0 ^ v.l1 ^ v.l2 ^ v.l3) >>> 0 };
}

function compress(v: Sip, high: number, low: number): void {
  v.h3 ^= high;
  v.l3 ^= low;
  round(v);
  round(v);
  v.h0 ^= high;
  v.l0 ^= low;
}

/** SipRound: in its second half v2 does with v1 what v0 did in the first, and v0 with v3. */
function round(v: Sip): void {
  halfRound(v, 13, 16);
  halfRound(v, 17, 21);
}

/** v0 += v1; v1 <<<= m; v1 ^= v0; v0 <<<= 32, and v2 += v3; v3 <<<= n; v3 ^= v2. Then v0 and v2 change places. */
function halfRound(v: Sip, m: number, n: number): void {
  const { h1, l1, h3, l3 } = v;
  const h0 = (v.h0 + h1 + carry(v.l0, l1)) | 0;
  const l0 = (v.l0 + l1) | 0;
  const h2 = (v.h2 + h3 + carry(v.l2, l3)) | 0;
  const l2 = (v.l2 + l3) | 0;
  v.h1 = ((h1 << m) | (l1 >>> (32 - m))) ^ h0;
  v.l1 = ((l1 << m) | (h1 >>> (32 - m))) ^ l0;
  v.h3 = ((h3 << n) | (l3 >>> (32 - n))) ^ h2;
  v.l3 = ((l3 << n) | (h3 >>> (32 - n))) ^ l2;
  v.h0 = h2;
  v.l0 = l2;
  v.h2 = l0;
  v.l2 = h0;
}

/** What the sum of two low halves carries over to the high ones. */
const carry = (a: number, b: number): number => ((a >>> 0) + (b >>> 0) > 0xffff_ffff ? 1 : 0);
