/**
 * Runs seeds, one after the other: `worker.ts FROM COUNT STEP [BUG]`. Its last line is JSON: how many passed, what it
 * counted, and the seeds that broke a promise; with a bug, it ends at the first of these.
 */
import { bugs } from './bugs.ts';
import { layHooks } from './hooks.ts';
import type { Counts } from './seed.ts';

export interface Report {
  readonly passed: number;
  readonly broken: readonly { readonly seed: number; readonly blames: readonly string[] }[];
  readonly counts: Counts;
}

const [from = 0, count = 1, step = 1] = process.argv.slice(2, 5).map(Number);
const planted = process.argv[5] ?? null;
const bug = bugs.find(({ name }) => name === planted) ?? null;
if (planted !== null && bug === null) throw new Error(`no bug has this name: ${planted}`);
layHooks(bug?.patches ?? []);
// Only now: whatever it imports goes through the hooks.
const { runSeed } = await import('./seed.ts');

const escaped: string[] = [];
process.on('unhandledRejection', (error) => escaped.push(`nobody caught: ${String(error)}`));

const broken: { readonly seed: number; readonly blames: readonly string[] }[] = [];
const counts = { commands: 0, messages: 0, matches: 0 };
let passed = 0;
for (let n = 0; n < count; n += 1) {
  const seed = from + n * step;
  const outcome = await runSeed(seed);
  for (const name of ['commands', 'messages', 'matches'] as const) counts[name] += outcome.counts[name];
  const blames = [...outcome.blames, ...escaped.splice(0)];
  if (blames.length === 0) passed += 1;
  else {
    broken.push({ seed, blames: blames.slice(0, 5) });
    if (bug !== null || broken.length >= 20) break;
  }
}
const report: Report = { passed, broken, counts };
console.log(JSON.stringify(report));
