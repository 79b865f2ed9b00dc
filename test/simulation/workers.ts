/** Processes that play seeds: each has one server in its memory, with or without a planted bug. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Report } from './worker.ts';

const run = promisify(execFile);
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const options = { maxBuffer: 1 << 30 };

export async function runWorker(from: number, count: number, bug: string | null): Promise<Report> {
  const words = [from, count, 1, ...(bug === null ? [] : [bug])].map(String);
  try {
    const { stdout } = await run(process.execPath, [file('worker.ts'), ...words], options);
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report;
  } catch (error) {
    if (bug !== null) throw error;
    // A worker that dies is a broken promise of its first seed.
    const why = error instanceof Error ? error.message : String(error);
    return { passed: 0, broken: [{ seed: from, blames: [why] }], counts: { commands: 0, messages: 0, matches: 0 } };
  }
}

/** What happened in a seed, line by line. */
export async function traceOf(seed: number): Promise<string> {
  return (await run(process.execPath, [file('trace.ts'), String(seed)], options)).stdout;
}
