/**
 * Puts two things between the server's files and Node, before any of them is loaded: chance that comes from the seed,
 * and the planted bug where there is one. A patch that does not fit exactly once is an error, so that no bug of the list
 * is quietly gone because the code around it has changed.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Patch } from './bugs.ts';

const root = new URL('../../', import.meta.url).href;
const chance = new URL('chance.ts', import.meta.url).href;

export function layHooks(patches: readonly Patch[]): void {
  for (const patch of patches) patched(patch.file, [patch]);
  registerHooks({
    resolve(name, context, next) {
      const isServer = context.parentURL?.startsWith(`${root}server/`) === true;
      return isServer && name === 'node:crypto' ? { url: chance, shortCircuit: true } : next(name, context);
    },
    load(url, context, next) {
      const file = url.startsWith(root) ? url.slice(root.length) : url;
      const own = patches.filter((patch) => patch.file === file);
      if (own.length === 0) return next(url, context);
      return { format: 'module-typescript', source: patched(file, own), shortCircuit: true };
    },
  });
}

function patched(file: string, patches: readonly Patch[]): string {
  let text = readFileSync(fileURLToPath(`${root}${file}`), 'utf8');
  for (const { old, made } of patches) {
    if (text.split(old).length !== 2) throw new Error(`the patch for ${file} does not fit: ${old}`);
    text = text.replace(old, () => made);
  }
  return text;
}
