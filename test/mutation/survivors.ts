/** SURVIVORS.md: each mutant that no test catches, with the reason. The run compares it with what it found. */
import { readFileSync } from 'node:fs';
import type { Mutant } from './instrument.ts';

/** Names a mutant by what it is, not by its line; `#2` where a function has the same one again. */
export function keysOf(mutants: readonly Mutant[]): ReadonlyMap<number, string> {
  const times = new Map<string, number>();
  const keys = new Map<number, string>();
  for (const { id, file, inside, source, what } of mutants) {
    const key = `${file} \`${inside}\` \`${source.replaceAll('`', "'")}\` ${what}`;
    const nth = (times.get(key) ?? 0) + 1;
    times.set(key, nth);
    keys.set(id, nth === 1 ? key : `${key} #${nth}`);
  }
  return keys;
}

/** The mutants that SURVIVORS.md lists: a heading names the file, a line function, source, change and reason. */
export function listedSurvivors(): ReadonlyMap<string, string> {
  const listed = new Map<string, string>();
  let file = '';
  for (const line of readFileSync(new URL('SURVIVORS.md', import.meta.url), 'utf8').split('\n')) {
    file = /^### (\S+)$/.exec(line)?.[1] ?? file;
    const [, key = '', reason = ''] = /^- (`[^`]*` `[^`]*` .+?): (\S.*)$/.exec(line) ?? [];
    if (key !== '') listed.set(`${file} ${key}`, reason);
  }
  return listed;
}
