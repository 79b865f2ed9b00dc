/**
 * Mutation testing: `npm run test:mutation`. Flips one rule of shared/tcp, shared/packet and shared/seq.ts at a time and
 * runs, in this process, only the tests that pass the place. See README.md for options and how it works.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { instrument, type Mutant } from './instrument.ts';

// One counterexample is enough; the same ones each time.
fc.configureGlobal({ endOnFailure: true, seed: 1 });

const root = fileURLToPath(new URL('../../', import.meta.url));
const options = new Map(
  process.argv.slice(2).map((word): [string, string] => {
    const [key = '', value = ''] = word.replace(/^--/, '').split('=');
    return [key, value];
  }),
);

/** Texts and lists are no rules. */
const data = ['shared/tcp/clauses.ts', 'shared/tcp/requirements.ts', 'shared/packet/sentences.ts'];
const testsOfText = ['clauses.test.ts'];

const filesIn = (folder: string, end: string): readonly string[] =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`)
    .toSorted();

const only = options.get('only') ?? '';
const sources = [...filesIn('shared/tcp', '.ts'), ...filesIn('shared/packet', '.ts'), 'shared/seq.ts']
  .filter((file) => !data.includes(file))
  .filter((file) => file.includes(only));
const testFiles = [
  ...filesIn('test/shared/tcp', '.test.ts'),
  ...filesIn('test/shared/packet', '.test.ts'),
  'test/shared/seq.test.ts',
].filter((file) => !testsOfText.some((name) => file.endsWith(name)));

const mutants: Mutant[] = [];
const planted = new Map<string, string>();
for (const file of sources) {
  const result = instrument(file, readFileSync(root + file, 'utf8'), mutants.length);
  mutants.push(...result.mutants);
  planted.set(pathToFileURL(root + file).href, result.code);
}

const runtimeUrl = new URL('./runtime.ts', import.meta.url).href;
const collectUrl = new URL('./collect.ts', import.meta.url).href;
const vitestUrl = import.meta.resolve('vitest');
/** Each load of the modules has a version of its own: that is how static mutants come to life. */
let version = 0;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'mutation:runtime') return { url: runtimeUrl, shortCircuit: true };
    if (specifier === 'mutation:vitest') return { url: vitestUrl, shortCircuit: true };
    const from = (context.parentURL ?? '').split('?')[0] ?? '';
    if (specifier === 'vitest' && from.includes('/test/shared/')) return { url: collectUrl, shortCircuit: true };
    const resolved = next(specifier, context);
    const ours = /\/(shared|test\/shared)\//.test(resolved.url) && !resolved.url.includes('node_modules');
    return ours && !resolved.url.includes('?') ? { ...resolved, url: `${resolved.url}?v=${version}` } : resolved;
  },
  load(url, context, next) {
    const code = planted.get(url.split('?')[0] ?? '');
    if (code === undefined) return next(url, context);
    return { format: 'module-typescript', source: code, shortCircuit: true };
  },
});

const { state, prepare, forget } = await import('./runtime.ts');
const { takeTests } = await import('./collect.ts');
prepare(mutants.length);

interface Test {
  readonly name: string;
  readonly run: () => unknown;
  millis: number;
  readonly passes: Uint8Array;
  kills: number;
  /** A mutant that takes more steps than this runs for ever. */
  readonly most: number;
}

/** Tests of more milliseconds take no part: they try thousands of inputs, and would be run for each survivor. */
const SLOW = 300;
const slow: string[] = [];

/** Loads test files anew, with whatever mutant is alive. Old modules are never freed, so as few as possible. */
async function loadTests(
  files: readonly string[],
): Promise<readonly { readonly name: string; readonly run: () => unknown }[]> {
  version += 1;
  const all = [];
  for (const file of files) {
    await import(`${pathToFileURL(root + file).href}?v=${version}`);
    all.push(...takeTests().map(({ name, run }) => ({ name: `${file}: ${name}`, run })));
  }
  return all;
}

async function fails(run: () => unknown, most = Infinity): Promise<boolean> {
  state.steps = 0;
  state.most = most;
  try {
    await run();
    return false;
  } catch {
    return true;
  }
}

// The tests as they are: all must pass, and each is asked which places it passes.
const tests: Test[] = [];
for (const { name, run } of await loadTests(testFiles)) {
  forget();
  const start = performance.now();
  if (await fails(run)) throw new Error(`fails without any mutant: ${name}`);
  const millis = performance.now() - start;
  if (millis > SLOW) slow.push(name);
  else tests.push({ name, run, millis, passes: state.passed.slice(), kills: 0, most: 2 * state.steps + 20_000 });
}

const [part = 0, parts = 1] = (options.get('part') ?? '0/1').split('/').map(Number);
const limit = Number(options.get('minutes') ?? 30) * 60_000;
const begun = Date.now();
const survivors: Mutant[] = [];
const unseen: Mutant[] = [];
let caught = 0;
let skipped = 0;

const folderOf = (file: string): string => file.split('/').slice(0, -1).join('/').replace('/arrives', '');

/** With no SACK blocks this size is infinite, and the test that builds such options never ends: caught, but not run. */
const endless = ({ file, source, what }: Mutant): boolean =>
  file === 'shared/packet/options.ts' && what === '* to /' && source === '8 * option.blocks.length';

async function isCaught(mutant: Mutant): Promise<boolean> {
  if (endless(mutant)) return true;
  state.alive = mutant.id;
  if (mutant.isStatic) {
    const near = testFiles.filter((file) => folderOf(file) === `test/${folderOf(mutant.file)}`);
    try {
      for (const { name, run } of await loadTests(near)) {
        if (!slow.includes(name) && (await fails(run, 1_000_000))) return true;
      }
    } catch {
      return true;
    } finally {
      takeTests();
    }
    return false;
  }
  const able = tests.filter(({ passes }) => passes[mutant.place] === 1);
  if (able.length === 0) unseen.push(mutant);
  able.sort((a, b) => b.kills / b.millis - a.kills / a.millis || a.millis - b.millis);
  for (const each of able) {
    if (await fails(each.run, each.most)) {
      each.kills += 1;
      return true;
    }
  }
  return false;
}

for (const mutant of mutants) {
  if (mutant.id % parts !== part) continue;
  if (Date.now() - begun > limit) {
    skipped += 1;
    continue;
  }
  if (await isCaught(mutant)) caught += 1;
  else survivors.push(mutant);
  state.alive = -1;
}

const lineOf = ({ file, line, what, source }: Mutant): string => `${file}:${line} [${what}] ${source}`;
const tried = caught + survivors.length;
const seconds = Math.round((Date.now() - begun) / 1000);
for (const mutant of survivors)
  console.log(`survived${unseen.includes(mutant) ? ', never run' : ''}: ${lineOf(mutant)}`);
console.log(
  `${tests.length} tests (${slow.length} too slow to take part), ${tried} mutants (${skipped} not tried), ${caught} caught: ${((100 * caught) / tried).toFixed(1)} %, ${seconds} s`,
);
const report = options.get('report');
if (report !== undefined)
  writeFileSync(report, JSON.stringify({ tried, caught, survivors: survivors.map(lineOf) }, null, 1));
process.exitCode = caught / tried >= 0.9 ? 0 : 1;
