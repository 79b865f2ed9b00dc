/** Threads that try mutants. A test that never ends is ended from outside: its mutant is caught, by time-out. */
import { Worker } from 'node:worker_threads';
import type { Round } from './session.ts';
import type { Hired, Told } from './worker.ts';

export interface Outcome {
  readonly id: number;
  /** The test that caught it, or why the thread was ended; null: it lives. */
  readonly caughtBy: string | null;
  /** How many tests pass its place. */
  readonly asked: number;
}

/** So long nothing may happen. The slowest test takes a few seconds, on a busy machine ten times that. */
const patience = 300_000;

interface Thread {
  readonly worker: Worker;
  readonly beats: Int32Array;
}

function hire(round: Round): Thread {
  const hired: Hired = { round, beats: new SharedArrayBuffer(4) };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: hired,
    resourceLimits: { maxOldGenerationSizeMb: 3000 },
  });
  return { worker, beats: new Int32Array(hired.beats) };
}

/** The next message; 'silent' where the heart stopped, or the thread's end. */
function nextTold({ worker, beats }: Thread): Promise<Told | 'silent' | Error> {
  return new Promise((resolve) => {
    let seen = -1;
    let since = Date.now();
    const watch = setInterval(() => {
      const now = Atomics.load(beats, 0);
      if (now !== seen) [seen, since] = [now, Date.now()];
      else if (Date.now() - since > patience) settle('silent');
    }, 1000);
    const settle = (told: Told | 'silent' | Error): void => {
      clearInterval(watch);
      worker.off('message', settle);
      worker.off('error', settle);
      resolve(told);
    };
    worker.once('message', settle);
    worker.once('error', settle);
  });
}

/** Takes mutants from the queue until it is empty. Gives the number of tests that took part. */
export async function work(round: Round, queue: number[], done: (outcome: Outcome) => void): Promise<number> {
  let thread: Thread | null = null;
  let tests = 0;
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (thread === null) {
      thread = hire(round);
      const told = await nextTold(thread);
      if (told instanceof Error) throw told;
      if (told === 'silent' || told.type !== 'ready') throw new Error('the tests do not end without any mutant');
      tests = told.tests;
    }
    thread.worker.postMessage(id, []);
    const told = await nextTold(thread);
    if (told !== 'silent' && !(told instanceof Error) && told.type === 'done') {
      done(told);
      continue;
    }
    done({ id, caughtBy: told instanceof Error ? `the thread: ${told.message}` : 'time-out', asked: 1 });
    await thread.worker.terminate();
    thread = null;
  }
  await thread?.worker.terminate();
  return tests;
}
