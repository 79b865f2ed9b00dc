import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { type Reader, watchReader } from '../../../server/guard/slowReaders.ts';
import { handClock } from '../handClock.ts';

const clock = handClock();

/** An Engine.IO connection whose transport takes what it is told to take. */
function line(): {
  readonly reader: Reader;
  readonly send: (octets: number) => void;
  readonly flush: () => void;
  readonly leave: (octets: number) => void;
  readonly cuts: () => number;
  readonly ping: () => void;
} {
  const events = new EventEmitter();
  const socket = { bufferedAmount: 0 };
  let queue: { data: string }[] = [];
  let cuts = 0;
  const raw = Object.assign(events, { transport: { socket } });
  return {
    reader: watchReader(raw, clock, () => (cuts += 1)),
    ping: () => void events.emit('packetCreate', { type: 'ping' }),
    send(octets) {
      const packet = { data: 'x'.repeat(octets) };
      events.emit('packetCreate', packet);
      queue.push(packet);
    },
    flush() {
      events.emit('flush', queue);
      for (const { data } of queue) socket.bufferedAmount += data.length;
      queue = [];
    },
    leave: (octets) => void (socket.bufferedAmount -= octets),
    cuts: () => cuts,
  };
}

test('nothing that waits for four seconds without anything leaving is forgiven', () => {
  const { reader, send, flush } = line();
  send(100);
  flush();
  expect(reader.keepsUp(0)).toBe(true);
  expect(reader.keepsUp(3000)).toBe(true);
  expect(reader.keepsUp(4000)).toBe(false);
});

test('a slow reader is one who reads, also while more and more is sent', () => {
  const { reader, send, flush, leave } = line();
  for (let now = 0; now < 60_000; now += 3000) {
    send(1000);
    flush();
    expect(reader.keepsUp(now)).toBe(true);
    leave(10);
  }
});

test('who has nothing to read is not slow', () => {
  const { reader, send, flush, leave } = line();
  send(100);
  flush();
  leave(100);
  for (const now of [0, 10_000, 20_000]) expect(reader.keepsUp(now)).toBe(true);
});

test('more than 2,000,000 octets are too many at once, in whosever hands', () => {
  const { send, flush, cuts } = line();
  send(1_000_000);
  flush();
  send(1_000_000);
  expect(cuts()).toBe(0);
  send(1);
  expect(cuts()).toBe(1);
});

test('a ping is answered in time, whatever else is said, and only a ping is', () => {
  const { reader, ping } = line();
  expect(reader.ponged()).toBe(false);
  clock.go(1000);
  ping();
  clock.go(3000);
  ping();
  expect(reader.keepsUp(3200)).toBe(true);
  expect(reader.keepsUp(3300)).toBe(false);
  expect(reader.ponged()).toBe(true);
  expect(reader.keepsUp(60_000)).toBe(true);
  expect(reader.ponged()).toBe(false);
});
