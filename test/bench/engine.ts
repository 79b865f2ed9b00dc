/**
 * `node test/bench/engine.ts`: what the engine and the stack cost, as ratios in one run, so that the machine does not
 * matter (issue 3, "How good"). Ends with exit code 1 where a ratio is missed.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { connectionCost, inputCost } from './cost.ts';
import { timeWaitCost } from './timeWait.ts';

interface Line {
  readonly what: string;
  readonly measured: number;
  readonly most: number;
  readonly unit: string;
}

/** The memory of TIME-WAIT needs a heap of its own, and a collector that comes when it is called. */
function heapOfTimeWait(connections: number): number {
  const script = fileURLToPath(new URL('timeWaitHeap.ts', import.meta.url));
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', script, String(connections)], { encoding: 'utf8' });
  return Number(stdout);
}

const lines: Line[] = [];
for (const octets of [536, 1000, 1460]) {
  const { input, bare } = inputCost(octets);
  const what = `segment of ${octets} octets through stack.input / bare codec (${bare.toFixed(2)} us)`;
  lines.push({ what, measured: input / bare, most: 4, unit: 'x' });
}
const { connection, segments, codec } = connectionCost();
const packets = {
  'the mean packet of it': codec.mean,
  'a packet of 100 octets': codec.text,
  'an empty packet': codec.empty,
};
for (const [packet, cost] of Object.entries(packets)) {
  const what = `connection of ${segments} segments, bot against bot (${connection.toFixed(1)} us) / codec of ${packet} (${cost.toFixed(2)} us)`;
  lines.push({ what, measured: connection / cost, most: 60, unit: 'x' });
}
lines.push({
  what: 'heap of 100,000 connections in TIME-WAIT',
  measured: heapOfTimeWait(100_000),
  most: 60,
  unit: 'MB',
});
const few = timeWaitCost(1000);
const many = timeWaitCost(100_000);
// log2(100,000) / log2(1000) is 1.67; the rest is for caches, which 100,000 connections do not fit into.
lines.push({
  what: 'demultiplexing among 100,000 / among 1,000',
  measured: many.input / few.input,
  most: 4,
  unit: 'x',
});
lines.push({ what: 'nextTimer among 100,000 / among 1,000', measured: many.timer / few.timer, most: 4, unit: 'x' });

let missed = 0;
for (const { what, measured, most, unit } of lines) {
  const ok = measured <= most;
  if (!ok) missed += 1;
  console.log(`${ok ? 'ok    ' : 'MISSED'}  ${measured.toFixed(2).padStart(7)} of ${most} ${unit}  ${what}`);
}
console.log(`${lines.length - missed} passed, ${missed} failed`);
process.exitCode = missed === 0 ? 0 : 1;
