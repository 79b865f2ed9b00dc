/** Options that make no sense are refused with a sentence; those at the edge of sense are taken. */
import { describe, expect, test } from 'vitest';
import type { StackOptions } from '../../../shared/stack/options.ts';
import { stackWith } from './hand.ts';

const tcp = (changes: StackOptions['tcp']): Partial<StackOptions> => (changes === undefined ? {} : { tcp: changes });
const never = { data: NaN, syn: 1 };

const senseless: readonly (readonly [string, Partial<StackOptions>])[] = [
  ['address', { address: '10.0.0.256' }],
  ['address', { address: '224.0.0.1' }],
  ['key', { key: new Uint8Array(15) }],
  ['receiveBuffer', { receiveBuffer: 0 }],
  ['receiveBuffer', { receiveBuffer: 1.5 }],
  ['receiveBuffer', { receiveBuffer: NaN }],
  ['receiveBuffer', { receiveBuffer: 2 ** 30 + 1 }],
  ['sendBuffer', { sendBuffer: 0 }],
  ['sendBuffer', { sendBuffer: -1 }],
  ['sndBuff', tcp({ sndBuff: 0 })],
  ['mss', { mss: 0 }],
  ['mss', { mss: 65_496 }],
  ['mss', { mss: 536.5 }],
  ['mmsS', tcp({ mmsS: 20 })],
  ['mmsS', tcp({ mmsS: 65_516 })],
  ['windowScale', tcp({ windowScale: 15 })],
  ['windowScale', tcp({ windowScale: -1 })],
  ['windowScale', tcp({ windowScale: 0.5 })],
  ['now', { now: NaN }],
  ['msl', { msl: -1 }],
  ['msl', { msl: Infinity }],
  ['initialRto', { initialRto: 0 }],
  ['initialRto', { initialRto: -1 }],
  ['leastRto', tcp({ leastRto: 0 })],
  ['mostRto', tcp({ mostRto: 999 })],
  ['delayedAck', tcp({ delayedAck: 500 })],
  ['delayedAck', tcp({ delayedAck: -1 })],
  ['timestampOffset', tcp({ timestampOffset: NaN })],
  ['r2', tcp({ r2: never })],
  ['r2', tcp({ r2: { data: 1, syn: 0 } })],
  ['r1', tcp({ r1: 0 })],
  ['userTimeout', tcp({ userTimeout: 0 })],
  ['challengeAcks', tcp({ challengeAcks: { most: -1, per: 1 } })],
  ['challengeAcks', tcp({ challengeAcks: { most: 1, per: 0 } })],
];

describe('refused with EINVAL and a sentence', () => {
  test.each(senseless)('%s: %o', (name, options) => {
    const make = (): unknown => stackWith(options);
    expect(make).toThrow(expect.objectContaining({ code: 'EINVAL' }));
    expect(make).toThrow(new RegExp(`^EINVAL: .*\\b${name}\\b.*[a-z]{3,}`));
  });
});

test.each<readonly [string, Partial<StackOptions>]>([
  ['the least', { receiveBuffer: 1, sendBuffer: 1, mss: 1, msl: 0, initialRto: 0.5, now: -5 }],
  ['the most', { receiveBuffer: 2 ** 30, sendBuffer: 2 ** 30, mss: 65_495, now: 1e12 }],
  [
    'the least of tcp',
    tcp({ windowScale: 0, delayedAck: 0, mmsS: 21, mostRto: 1000, r1: 1, userTimeout: 1, sndBuff: 1 }),
  ],
  ['the most of tcp', tcp({ windowScale: 14, delayedAck: 499.9, mmsS: 65_515, challengeAcks: { most: 0, per: 1 } })],
  ['nothing', { mss: null, tcp: { r2: null, r1: null, delayedAck: null, windowScale: null } }],
])('%s of what makes sense is taken', (_, options) => {
  expect(() => stackWith(options)).not.toThrow();
});

describe('time', () => {
  test('no instant changes nothing', () => {
    const stack = stackWith();
    stack.advance(NaN);
    expect(stack.now()).toBe(0);
    stack.advance(-1);
    expect(stack.now()).toBe(0);
  });
  test('without end it stops at the last timer', () => {
    const stack = stackWith();
    const socket = stack.open();
    stack.connect(socket, '10.0.0.9', 80);
    stack.advance(Infinity);
    expect([stack.takeError(socket), stack.now(), stack.nextTimer()]).toEqual(['ETIMEDOUT', 183_000, null]);
  });
});
