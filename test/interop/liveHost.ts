/**
 * A stack in real time: its packets travel in UDP datagrams on 127.0.0.1, one in each, to a program that puts them
 * into another TCP. Every packet is kept for the capture file.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createStack, type Stack } from '../../shared/stack/stack.ts';
import type { StackOptions } from '../../shared/stack/options.ts';
import type { Octets } from '../../shared/octets.ts';
import type { Millis } from '../../shared/time.ts';

/** A packet that crossed the wire. `name`: which side sent it. */
export interface Crossed {
  readonly at: Millis;
  readonly from: 'stack' | 'peer';
  readonly packet: Octets;
}

export interface LiveHost {
  /** Its calls happen now, and what they send leaves at once. */
  readonly stack: Stack;
  /** The UDP port of this side. */
  readonly port: number;
  readonly crossed: readonly Crossed[];
  /** Lets in what waits and out what is to be sent, and sets the clock. */
  readonly flush: () => void;
  /** A packet arrives as if the peer had sent it; it does not wait outside. */
  readonly inject: (packet: Octets) => void;
  /** Waits until `done` says so, looking whenever something happens; fails after `most` ms. */
  readonly until: (what: string, done: () => boolean, most?: Millis) => Promise<void>;
  /** While true packets of the peer wait outside. */
  hold: boolean;
  /** How many wait there. */
  readonly waiting: () => number;
  /** Says of each packet whether it gets through; the capture shows it on the sender's side in any case. */
  passes: (crossed: Crossed) => boolean;
  readonly stop: () => void;
}

const host = '127.0.0.1';

/** A UDP port that is free now. */
export async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, host);
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}

/** `peerPort`: where the packets of the stack go. */
export async function startHost(options: StackOptions, peerPort: number, myPort = 0): Promise<LiveHost> {
  const bare = createStack(options);
  const socket = createSocket('udp4').bind(myPort, host);
  await once(socket, 'listening');
  const started = performance.now();
  const crossed: Crossed[] = [];
  const waiting: Octets[] = [];
  const watchers = new Set<() => void>();
  let alarm: NodeJS.Timeout | undefined;
  let stopped = false;
  let flushing = false;

  const passes = (entry: Crossed): boolean => live.passes(entry);
  const { take, sendOutput } = gate(bare, crossed, passes, (packet) => {
    if (!stopped) socket.send(packet, peerPort, host);
  });
  const flush = (): void => {
    bare.advance(performance.now() - started);
    // A watcher that calls the stack is inside of a flush already.
    if (flushing) return;
    flushing = true;
    while (!live.hold && waiting.length > 0) {
      take(waiting.shift() ?? new Uint8Array(0));
      for (const watch of watchers) watch();
      sendOutput();
    }
    for (const watch of watchers) watch();
    sendOutput();
    flushing = false;
    clearTimeout(alarm);
    const next = bare.nextTimer();
    if (next !== null && !stopped) alarm = setTimeout(flush, Math.max(0, next - (performance.now() - started)));
  };
  const now = <T>(call: () => T): T => {
    bare.advance(performance.now() - started);
    const result = call();
    flush();
    return result;
  };
  socket.on('message', (packet) => {
    waiting.push(Uint8Array.from(packet));
    flush();
  });

  const stop = (): void => {
    stopped = true;
    clearTimeout(alarm);
    socket.close();
  };
  const live: LiveHost = {
    stack: eachCall(bare, now),
    port: socket.address().port,
    crossed,
    flush,
    inject: (packet) => {
      bare.advance(performance.now() - started);
      take(packet);
      flush();
    },
    until: (what, done, most = 8000) => comesTrue(watchers, { what, done, most, flush }),
    hold: false,
    waiting: () => waiting.length,
    passes: () => true,
    stop,
  };
  return live;
}

/** Both ways through the side of the wire that the capture sees. */
const gate = (
  bare: Stack,
  crossed: Crossed[],
  passes: (entry: Crossed) => boolean,
  send: (packet: Octets) => void,
): { readonly take: (packet: Octets) => void; readonly sendOutput: () => void } => ({
  take: (packet) => {
    const entry: Crossed = { at: bare.now(), from: 'peer', packet };
    if (!passes(entry)) return;
    crossed.push(entry);
    bare.input(packet);
  },
  sendOutput: () => {
    for (const { at, packet } of bare.output()) {
      const entry: Crossed = { at, from: 'stack', packet };
      crossed.push(entry);
      if (passes(entry)) send(packet);
    }
  },
});

/** The same stack, whose calls go through `now`. */
const eachCall = (bare: Stack, now: <T>(call: () => T) => T): Stack => ({
  ...bare,
  connect: (...args) => now(() => bare.connect(...args)),
  send: (...args) => now(() => bare.send(...args)),
  recv: (...args) => now(() => bare.recv(...args)),
  shutdown: (...args) => now(() => bare.shutdown(...args)),
  close: (...args) => now(() => bare.close(...args)),
  abort: (...args) => now(() => bare.abort(...args)),
});

interface Wish {
  readonly what: string;
  readonly done: () => boolean;
  readonly most: Millis;
  readonly flush: () => void;
}

/** Looks at each event whether it is done; fails when `done` throws, or when it takes too long. */
const comesTrue = (watchers: Set<() => void>, { what, done, most, flush }: Wish): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      watchers.delete(look);
      clearTimeout(late);
      settle();
    };
    const look = (): void => {
      try {
        if (done()) end(resolve);
      } catch (error) {
        end(() => reject(error));
      }
    };
    const late = setTimeout(() => end(() => reject(new Error(`waited ${most} ms in vain: ${what}`))), most);
    watchers.add(look);
    flush();
  });
