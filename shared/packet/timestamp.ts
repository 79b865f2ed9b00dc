/** The instant at which a packet was captured, to the nanosecond: more than a double holds in one number. */
import type { Millis } from '../time.ts';

export interface Timestamp {
  /** Whole seconds since 1970-01-01 00:00 UTC. */
  readonly seconds: number;
  /** Nanoseconds into that second, 0..999,999,999. */
  readonly nanos: number;
}

const BILLION = 1_000_000_000n;

/** How a pcapng interface counts time: if_tsresol and if_tsoffset, draft-ietf-opsawg-pcapng 4.2. */
export interface TimeUnit {
  /** Units in a second. */
  readonly perSecond: bigint;
  /** Seconds that are added to every time stamp. */
  readonly offset: bigint;
}

/** Microseconds: the unit of an interface that names none. */
export const MICROSECONDS: TimeUnit = { perSecond: 1_000_000n, offset: 0n };

/** The instant of `high * 2^32 + low` units; what is finer than a nanosecond is cut off. */
export function fromUnits(high: number, low: number, unit: TimeUnit): Timestamp {
  const units = (BigInt(high) << 32n) | BigInt(low);
  return {
    seconds: Number(units / unit.perSecond + unit.offset),
    nanos: Number(((units % unit.perSecond) * BILLION) / unit.perSecond),
  };
}

/** Nanoseconds since 1970 as two 32-bit halves; instants from 1970 to 2554 fit. */
export function toNanoUnits(time: Timestamp): { readonly high: number; readonly low: number } {
  const units = BigInt.asUintN(64, BigInt(time.seconds) * BILLION + BigInt(time.nanos));
  return { high: Number(units >> 32n), low: Number(units & 0xffff_ffffn) };
}

/** The instant `at` milliseconds (a fraction counts) after `start`. */
export function timestampAfter(start: Timestamp, at: Millis): Timestamp {
  const whole = Math.floor(at / 1000);
  const nanos = start.nanos + Math.round((at - whole * 1000) * 1e6);
  const carry = Math.floor(nanos / 1e9);
  return { seconds: start.seconds + whole + carry, nanos: nanos - carry * 1e9 };
}

/** Milliseconds from `start` to `time`. */
export const millisBetween = (start: Timestamp, time: Timestamp): Millis =>
  (time.seconds - start.seconds) * 1000 + (time.nanos - start.nanos) / 1e6;
