/** A thread that tries mutants, one after the other. `run.ts` watches its heart beat and ends it when that stops. */
import { parentPort, workerData } from 'node:worker_threads';
import { allMutants } from './plant.ts';
import { openSession, type Round } from './session.ts';

export interface Hired {
  readonly round: Round;
  readonly beats: SharedArrayBuffer;
}

export type Told =
  | { readonly type: 'ready'; readonly tests: number }
  | { readonly type: 'done'; readonly id: number; readonly caughtBy: string | null; readonly asked: number };

const { round, beats } = workerData as Hired;
const count = new Int32Array(beats);
const beat = (): void => {
  Atomics.add(count, 0, 1);
};

const tell = (message: Told): void => parentPort?.postMessage(message, []);

const session = await openSession(round, beat);
parentPort?.on('message', (id: number) => {
  const mutant = allMutants[id];
  if (mutant === undefined) throw new Error(`no mutant ${id}`);
  beat();
  void session.attempt(mutant).then(({ caughtBy, asked }) => tell({ type: 'done', id, caughtBy, asked }));
});
tell({ type: 'ready', tests: session.tests });
