/**
 * SipHash-2-4: a short keyed hash that nobody can foretell without the key (Aumasson and Bernstein, 2012). RFC 6528
 * wants such a function for initial sequence numbers, RFC 4987 for SYN cookies, RFC 6056 for ports. Its words have
 * 64 bits; here each is two halves of 32, high before low.
 */
import type { Octets } from '../octets.ts';

/** The state: v0, v1, v2, v3, each as high and low half. */
type Sip = [number, number, number, number, number, number, number, number];

/** The 32-bit word at `at`, low octet first; octets after the end count as zero. */
const little32 = (octets: Octets, at: number): number =>
  (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8) | ((octets[at + 2] ?? 0) << 16) | ((octets[at + 3] ?? 0) << 24);

/** Both halves of the hash of `message`, unsigned; `key` has 16 octets. */
export function sipHash(key: Octets, message: Octets): { readonly high: number; readonly low: number } {
  const k0 = [little32(key, 4), little32(key, 0)] as const;
  const k1 = [little32(key, 12), little32(key, 8)] as const;
  const v: Sip = [
    k0[0] ^ 0x736f6d65,
    k0[1] ^ 0x70736575,
    k1[0] ^ 0x646f7261,
    k1[1] ^ 0x6e646f6d,
    k0[0] ^ 0x6c796765,
    k0[1] ^ 0x6e657261,
    k1[0] ^ 0x74656462,
    k1[1] ^ 0x79746573,
  ];
  const whole = message.length - (message.length % 8);
  for (let at = 0; at < whole; at += 8) compress(v, little32(message, at + 4), little32(message, at));
  // The last word holds what is left over, and the length in its highest octet.
  compress(v, little32(message, whole + 4) | (message.length << 24), little32(message, whole));
  v[5] ^= 0xff;
  for (let i = 0; i < 4; i++) round(v);
  return { high: (v[0] ^ v[2] ^ v[4] ^ v[6]) >>> 0, low: (v[1] ^ v[3] ^ v[5] ^ v[7]) >>> 0 };
}

function compress(v: Sip, high: number, low: number): void {
  v[6] ^= high;
  v[7] ^= low;
  round(v);
  round(v);
  v[0] ^= high;
  v[1] ^= low;
}

/** SipRound. The indices are those of the low halves' neighbours: v0 is [0, 1], v1 is [2, 3] ... */
function round(v: Sip): void {
  add(v, 0, 2);
  rotate(v, 2, 13);
  xor(v, 2, 0);
  swap(v, 0);
  add(v, 4, 6);
  rotate(v, 6, 16);
  xor(v, 6, 4);
  add(v, 0, 6);
  rotate(v, 6, 21);
  xor(v, 6, 0);
  add(v, 4, 2);
  rotate(v, 2, 17);
  xor(v, 2, 4);
  swap(v, 4);
}

/** The places of the high halves of v0 .. v3. */
type Word = 0 | 2 | 4 | 6;
const low = { 0: 1, 2: 3, 4: 5, 6: 7 } as const;

/** a += b, modulo 2^64. */
function add(v: Sip, a: Word, b: Word): void {
  const sum = (v[low[a]] >>> 0) + (v[low[b]] >>> 0);
  v[low[a]] = sum | 0;
  v[a] = (v[a] + v[b] + (sum > 0xffff_ffff ? 1 : 0)) | 0;
}

/** a <<< n, with 0 < n < 32. */
function rotate(v: Sip, a: Word, n: number): void {
  const high = v[a];
  v[a] = (high << n) | (v[low[a]] >>> (32 - n));
  v[low[a]] = (v[low[a]] << n) | (high >>> (32 - n));
}

function xor(v: Sip, a: Word, b: Word): void {
  v[a] ^= v[b];
  v[low[a]] ^= v[low[b]];
}

/** a <<< 32. */
function swap(v: Sip, a: Word): void {
  [v[a], v[low[a]]] = [v[low[a]], v[a]];
}
