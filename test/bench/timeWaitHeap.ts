/** Prints how many megabytes of heap some connections in TIME-WAIT take. Needs `node --expose-gc`. */
import { fillTimeWait } from './timeWait.ts';

function heapNow(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}

fillTimeWait(100);
const before = heapNow();
const stack = fillTimeWait(Number(process.argv[2]));
const after = heapNow();
if (stack.connections().length !== Number(process.argv[2])) throw new Error('they are not in TIME-WAIT');
console.log(((after - before) / 1e6).toFixed(1));
