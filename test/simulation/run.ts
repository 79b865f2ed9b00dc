/**
 * `npm run test:simulation [-- --seeds N] [--nightly] [--from N] [--planted] [--seed N]`: plays the server in a world where
 * everything goes wrong, one seed after the other, and ends with one line, `N passed, N failed`. A seed is a test; so is
 * each planted bug, which has to be found; so is that a seed gives the same trace twice. `--seed N` shows one seed's trace.
 */
import { availableParallelism } from 'node:os';
import { findPlanted } from './planted.ts';
import { runWorker, traceOf } from './workers.ts';

const numberOf = (name: string): number | null => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : Number(process.argv[at + 1]);
};
const has = (name: string): boolean => process.argv.includes(`--${name}`);

/** Seeds of which one is played twice. */
const twice = [1, 2, 3, 4, 5];
/** Seeds that one process plays before another one takes over: what its memory keeps goes with it. */
const atOnce = 500;

const total = { passed: 0, failed: 0 };
function count(isKept: boolean, line: string): void {
  if (isKept) total.passed += 1;
  else total.failed += 1;
  console.log(`${isKept ? 'ok    ' : 'FAILED'}  ${line}`);
}

async function seeds(from: number, many: number): Promise<void> {
  const began = performance.now();
  const counts = { commands: 0, messages: 0, matches: 0, passed: 0, broken: 0 };
  let next = from;
  const work = async (): Promise<void> => {
    while (next < from + many && counts.broken < 20) {
      const first = next;
      const batch = Math.min(atOnce, from + many - first);
      next += batch;
      const report = await runWorker(first, batch, null);
      counts.passed += report.passed;
      counts.broken += report.broken.length;
      for (const name of ['commands', 'messages', 'matches'] as const) counts[name] += report.counts[name];
      for (const { seed, blames } of report.broken) console.log(`FAILED  seed ${seed}: ${blames.join('\n        ')}`);
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  total.passed += counts.passed;
  total.failed += counts.broken;
  const { passed, commands, messages, matches } = counts;
  const took = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${passed} of ${many} seeds kept every promise in ${took} s`);
  console.log(`(${matches} matches, ${commands} acknowledged commands, ${messages} messages held against the log)\n`);
}

async function sameTwice(): Promise<void> {
  for (const seed of twice) {
    const [one, other] = await Promise.all([traceOf(seed), traceOf(seed)]);
    count(one === other && one.length > 1000, `seed ${seed} gives the same trace twice, ${one.length} characters`);
  }
}

const shown = numberOf('seed');
if (shown !== null) process.stdout.write(await traceOf(shown));
else {
  if (!has('planted')) {
    await sameTwice();
    await seeds(numberOf('from') ?? 1, numberOf('seeds') ?? (has('nightly') ? 1_000_000 : 20_000));
  }
  if (numberOf('seeds') === null) await findPlanted(count);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}
