/** The server as a program of its own, as `npm start` runs it, and what can be seen of it from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cleanUp, newFolder } from './temporary.ts';

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));

export interface Program {
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  /** Whether it still runs. */
  readonly lives: () => boolean;
  /** Everything that it has written so far. */
  readonly output: () => string;
  /** Sends the signal; resolves with its exit code (null: killed) and how many milliseconds that took. */
  readonly end: (signal: NodeJS.Signals) => Promise<{ readonly code: number | null; readonly took: number }>;
  /** Resident memory in octets. */
  readonly memory: () => number;
  /** A number of /metrics; 0 where there is no such line yet. */
  readonly metric: (line: string) => Promise<number>;
}

export type Env = { readonly [name: string]: string };

/** `env` may name PORT and DATA_DIR, to start again where another one ended. */
export async function startProgram(env: Env = {}): Promise<Program> {
  const dataDir = env['DATA_DIR'] ?? newFolder();
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      TIME_SCALE: '200',
      DATA_DIR: dataDir,
      ...env,
    },
  });
  let ended = false;
  const closed = once(child, 'close').then(([code]) => {
    ended = true;
    return typeof code === 'number' ? code : null;
  });
  cleanUp(async () => {
    child.kill('SIGKILL');
    await closed;
  });
  const output = collect(child);
  const port = await portOf(child, output, closed);
  return {
    port,
    pid: child.pid ?? 0,
    dataDir,
    lives: () => !ended,
    output,
    async end(signal) {
      const began = performance.now();
      child.kill(signal);
      return { code: await closed, took: performance.now() - began };
    },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024,
    async metric(line) {
      const page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      const found = page.split('\n').find((one) => one.startsWith(`${line} `));
      return Number(found?.slice(line.length + 1) ?? 0);
    },
  };
}

function collect(child: ChildProcess): () => string {
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => parts.push(String(part)));
  return () => parts.join('');
}

function portOf(child: ChildProcess, output: () => string, closed: Promise<unknown>): Promise<number> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const port = /localhost:(\d+)/.exec(output())?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout?.on('data', look);
    void closed.then(() => reject(new Error(`the program ended: ${output()}`)));
  });
}
