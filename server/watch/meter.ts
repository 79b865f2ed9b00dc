/**
 * What the server counts and measures, for Prometheus. One registry for each server, because tests start many in
 * one process.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RefusalCode } from '../../shared/protocol/refusal.ts';
import type { RequestName } from '../../shared/protocol/request.ts';
import type { Millis } from '../../shared/time.ts';

/** Why a connection was cut. */
export type Cut = 'flood' | 'guesses' | 'slow' | 'malformed';

/** What is counted when somebody asks, not before. */
export interface Census {
  readonly rooms: number;
  readonly seats: number;
  readonly connections: number;
}

export interface Meter {
  readonly answered: (request: RequestName, took: Millis) => void;
  readonly refused: (code: RefusalCode) => void;
  readonly cut: (why: Cut) => void;
  readonly stored: (call: string, took: Millis) => void;
  readonly failed: () => void;
  /** The page that Prometheus reads. */
  readonly page: (census: Census) => Promise<{ readonly type: string; readonly text: string }>;
  readonly close: () => void;
}

/** Seconds: from far below a turn of the event loop to the patience of a client. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function openMeter(): Meter {
  const registry = new Registry();
  const registers = [registry];
  const seconds = <Label extends string>(name: string, help: string, label: Label): Histogram<Label> =>
    new Histogram({ name, help, labelNames: [label], buckets, registers });
  const counter = <Label extends string>(name: string, help: string, label: Label): Counter<Label> =>
    new Counter({ name, help, labelNames: [label], registers });
  const answered = seconds('ackward_request_seconds', 'From hearing a request to its answer', 'request');
  const stored = seconds('ackward_store_seconds', 'Calls of the store, until they are kept', 'call');
  const refused = counter('ackward_refusals_total', 'Requests that were refused', 'code');
  const cut = counter('ackward_cut_total', 'Connections that the server ended', 'why');
  const failed = new Counter({ name: 'ackward_failures_total', help: 'Errors of ours', registers });
  const count = openCensus(registers);
  const delay = openDelay(registers);
  return {
    answered: (request, took) => answered.observe({ request }, took / 1000),
    refused: (code) => refused.inc({ code }),
    cut: (why) => cut.inc({ why }),
    stored: (call, took) => stored.observe({ call }, took / 1000),
    failed: () => failed.inc(),
    async page(census) {
      count(census);
      delay.read();
      return { type: registry.contentType, text: await registry.metrics() };
    },
    close: delay.close,
  };
}

/** Gauges that are set when the page is read. */
function openCensus(registers: Registry[]): (census: Census) => void {
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const rooms = gauge('ackward_rooms', 'Rooms in memory');
  const seats = gauge('ackward_seats', 'Seats with a connection');
  const connections = gauge('ackward_connections', 'Open connections of Socket.IO');
  const memory = gauge('process_resident_memory_bytes', 'Memory of the process');
  const help = 'Time of the processor that was used since the start';
  const cpu = new Counter({ name: 'process_cpu_seconds_total', help, registers });
  let used = 0;
  return (census) => {
    rooms.set(census.rooms);
    seats.set(census.seats);
    connections.set(census.connections);
    memory.set(process.memoryUsage.rss());
    const { user, system } = process.cpuUsage();
    const total = (user + system) / 1e6;
    cpu.inc(total - used);
    used = total;
  };
}

/** Milliseconds between the ticks whose delay is measured; what comes out has them in it. */
const resolution = 10;

/** How late the event loop is, since the page was last read. */
function openDelay(registers: Registry[]): { readonly read: () => void; readonly close: () => void } {
  const measured = monitorEventLoopDelay({ resolution });
  measured.enable();
  const labelNames = ['quantile'];
  const name = 'ackward_event_loop_delay_seconds';
  const gauge = new Gauge({ name, help: 'Delay of the event loop since the last reading', labelNames, registers });
  return {
    read() {
      for (const [quantile, at] of [
        ['0.5', 50],
        ['0.99', 99],
        ['1', 100],
      ] as const)
        gauge.set({ quantile }, Math.max(0, measured.percentile(at) / 1e9 - resolution / 1000));
      measured.reset();
    },
    close: () => void measured.disable(),
  };
}
