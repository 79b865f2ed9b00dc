/** Which values of a stack's switches make sense. Each rule is a sentence that says what would. */
import type { Config } from '../tcp/config.ts';

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** Milliseconds: a number, not NaN, not endless. */
const isSpan = (value: number, least: number): boolean => Number.isFinite(value) && value >= least;

/** The least span that a timer can measure: more than nothing. */
const SOME = Number.MIN_VALUE;

type Rule = readonly [holds: boolean, sentence: string];

/** The sentence of the first rule that is broken, or null. */
export function faultOf(config: Config, sendBuffer: number, now: number): string | null {
  const all = [...buffers(config, sendBuffer), ...times(config, now), ...patience(config)];
  return all.find(([holds]) => !holds)?.[1] ?? null;
}

const buffers = (config: Config, sendBuffer: number): readonly Rule[] => [
  [
    isWhole(config.rcvBuff, 1, 2 ** 30),
    `receiveBuffer is ${config.rcvBuff}; whole octets are wanted, 1 to 2^30 (RFC 7323 2.3)`,
  ],
  [isWhole(sendBuffer, 1, 2 ** 30), `sendBuffer is ${sendBuffer}; whole octets are wanted, 1 to 2^30`],
  [
    config.sndBuff === null || isWhole(config.sndBuff, 1, 2 ** 30),
    `sndBuff is ${config.sndBuff}; whole octets are wanted, 1 to 2^30, or null`,
  ],
  [
    config.mss === null || isWhole(config.mss, 1, 65_495),
    `mss is ${config.mss}; 1 to 65,495 octets fit into a packet behind two headers, null sends no option`,
  ],
  [isWhole(config.mmsS, 21, 65_515), `mmsS is ${config.mmsS}; 21 to 65,515 octets fit behind an IPv4 header`],
  [
    config.windowScale === null || isWhole(config.windowScale, 0, 14),
    `windowScale is ${config.windowScale}; a shift of 0 to 14 is wanted, or null (RFC 7323 2.3)`,
  ],
];

const times = (config: Config, now: number): readonly Rule[] => [
  [Number.isFinite(now), `now is ${now}; an instant in milliseconds is wanted`],
  [isSpan(config.msl, 0), `msl is ${config.msl}; milliseconds are wanted, 0 or more`],
  [isSpan(config.initialRto, SOME), `initialRto is ${config.initialRto}; milliseconds are wanted, more than 0`],
  [isSpan(config.leastRto, SOME), `leastRto is ${config.leastRto}; milliseconds are wanted, more than 0`],
  [isSpan(config.mostRto, config.leastRto), `mostRto is ${config.mostRto}; it cannot be less than leastRto`],
  [
    config.delayedAck === null || (isSpan(config.delayedAck, 0) && config.delayedAck < 500),
    `delayedAck is ${config.delayedAck}; an ACK may wait for less than 500 ms (MUST-40), null: not at all`,
  ],
  [
    Number.isFinite(config.timestampOffset),
    `timestampOffset is ${config.timestampOffset}; what TSval says at instant 0 is wanted`,
  ],
];

const patience = ({ r2, r1, userTimeout, challengeAcks }: Config): readonly Rule[] => [
  [
    r2 === null || (isSpan(r2.data, SOME) && isSpan(r2.syn, SOME)),
    `r2 is ${r2?.data} for data and ${r2?.syn} for SYN; milliseconds are wanted, more than 0, or null: never`,
  ],
  [
    r1 === null || isWhole(r1, 1, Number.MAX_SAFE_INTEGER),
    `r1 is ${r1}; a number of transmissions is wanted, or null: never`,
  ],
  [
    userTimeout === null || isSpan(userTimeout, SOME),
    `userTimeout is ${userTimeout}; milliseconds are wanted, more than 0, or null: none`,
  ],
  [
    challengeAcks === null ||
      (isWhole(challengeAcks.most, 0, Number.MAX_SAFE_INTEGER) && isSpan(challengeAcks.per, SOME)),
    `challengeAcks are ${challengeAcks?.most} in ${challengeAcks?.per} ms; a number and a time are wanted, or null`,
  ],
];
