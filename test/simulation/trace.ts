/** Prints what happened in one seed: `trace.ts SEED`. */
import { layHooks } from './hooks.ts';

layHooks([]);
const { runSeed } = await import('./seed.ts');
const { trace } = await runSeed(Number(process.argv[2]));
process.stdout.write(`${trace.join('\n')}\n`);
