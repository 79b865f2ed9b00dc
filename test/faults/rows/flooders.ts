/**
 * Fifty who send as fast as they can, in nine ways, and come back when they are cut: each is cut within a second,
 * and whoever plays notices nothing.
 */
import { Worker } from 'node:worker_threads';
import { enterPair, type Player } from '../lib/player.ts';
import type { Lasted, Orders } from '../lib/floods.ts';
import { mb, ms, most, percentile, sleep, upTo } from '../lib/numbers.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { startProgram } from '../lib/server.ts';

const flooders = 50;
const kinds = ['moves', 'rooms', 'codes', 'boards', 'nonsense', 'malformed', 'large', 'noops'];
/** Among fifty there are four who flood by HTTP, a thousand requests in one piece. */
const all = [...kinds, 'http', ...kinds, ...kinds];
/** `seconds`: how long each comes back. */
const sizes: { readonly [size in Size]: { readonly seconds: number } } = {
  quick: { seconds: 3 },
  ci: { seconds: 15 },
  nightly: { seconds: 300 },
};

/** How long the moves of these players took, one in a tenth of a second each, while `isOn`. */
async function measure(players: readonly Player[], isOn: () => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  const play = async (player: Player): Promise<void> => {
    const began = performance.now();
    const taken = await player.move();
    times.push(taken === null ? Infinity : performance.now() - began);
    await sleep(100);
    if (isOn()) await play(player);
  };
  await Promise.all(players.map(play));
  return times;
}

function release(orders: Orders): Promise<readonly Lasted[]> {
  const lasted: Lasted[] = [];
  const worker = new Worker(new URL('../lib/floods.ts', import.meta.url), { workerData: orders });
  worker.on('message', (one: Lasted) => void lasted.push(one));
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => resolve(lasted));
  });
}

const said = (times: readonly number[]): string =>
  `p50 ${ms(percentile(times, 0.5))}, p99 ${ms(percentile(times, 0.99))} of ${times.length} moves`;

async function run(size: Size, report: Report): Promise<void> {
  const program = await startProgram();
  const players: Player[] = [];
  for (const _ of upTo(5)) players.push(...(await enterPair(program.port)));
  const calmUntil = performance.now() + 2000;
  const calm = await measure(players, () => performance.now() < calmUntil);

  const { seconds } = sizes[size];
  let flooding = true;
  const victims = measure(players, () => flooding);
  const before = program.memory();
  const cpu = await program.metric('process_cpu_seconds_total');
  const lasted = await release({ port: program.port, flooders, seconds, kinds: all });
  flooding = false;
  const stormy = await victims;

  report.note(`before: ${said(calm)}`);
  const used = (await program.metric('process_cpu_seconds_total')) - cpu;
  report.note(
    `${lasted.length} floods, ${ms((1000 * used) / lasted.length)} of the processor each, memory + ${mb(program.memory() - before)}`,
  );
  for (const kind of new Set(all)) {
    const times = lasted.filter((one) => one.kind === kind).map(({ millis }) => millis);
    report.check(
      `a flood of ${kind} is cut within 1 s`,
      times.length > 0 && most(times) < 1000,
      `p50 ${ms(percentile(times, 0.5))}, most ${ms(most(times))}, ${times.length} times`,
    );
  }
  report.check('a move is answered with a p99 below 100 ms', percentile(stormy, 0.99) < 100, said(stormy));
  report.check('the program lives', program.lives());
}

export const scenario: Scenario = { title: 'Fifty flooders', missing: null, run };
