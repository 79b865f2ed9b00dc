/** The server as a program of its own, as `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cleanUp, newFolder } from './harness.ts';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

interface Spawned {
  readonly child: ChildProcess;
  readonly dataDir: string;
  /** Resolves when the program has said something that matches; rejects when it ended without. */
  readonly said: (pattern: RegExp) => Promise<RegExpMatchArray>;
  readonly ended: Promise<Ended>;
}

export function spawnServer(env: { readonly [name: string]: string } = {}): Spawned {
  const dataDir = env['DATA_DIR'] ?? newFolder();
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', TIME_SCALE: '200', DATA_DIR: dataDir, ...env },
  });
  cleanUp(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'close').then(([code]): Ended => ({
    code: typeof code === 'number' ? code : null,
    output,
  }));
  const said = (pattern: RegExp): Promise<RegExpMatchArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = output.match(pattern);
        if (match !== null) resolve(match);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      look();
      void ended.then(() => reject(new Error(`the program ended: ${output}`)));
    });
  return { child, dataDir, said, ended };
}

export async function startProcess(env: { readonly [name: string]: string } = {}) {
  const { child, dataDir, said, ended } = spawnServer(env);
  const [, port] = await said(/localhost:(\d+)/);
  const kill = (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal);
    return ended;
  };
  const signal = (name: NodeJS.Signals): void => void child.kill(name);
  return { port: Number(port), dataDir, ended, kill, signal, said };
}
