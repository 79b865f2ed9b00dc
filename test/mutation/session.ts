/**
 * One thread's share of mutation testing: the instrumented sources, the tests that run over them, and what becomes of
 * a mutant. Everything is loaded once; a mutant that is evaluated while its module loads needs that module again.
 */
import { registerHooks } from 'node:module';
import fc from 'fast-check';
import type { Mutant } from './instrument.ts';
import { allMutants, plantedCode, testFiles, urlOf } from './plant.ts';
import { forget, prepare, state } from './runtime.ts';

// One counterexample is enough; the same ones each time.
fc.configureGlobal({ endOnFailure: true, seed: 1 });

/** The tests of the sources themselves: they come first. */
const isOwn = (file: string): boolean => /^test\/shared\/(tcp\/|packet\/|seq\.)/.test(file);

interface Test {
  readonly name: string;
  readonly run: () => unknown;
  /** How many places it passes, without any mutant. */
  readonly steps: number;
  readonly passes: Uint8Array;
  kills: number;
}

/**
 * A test that passes more places waits for the second round: in the first it would be run for nearly each mutant. Places,
 * not milliseconds, so that a busy machine sorts the tests in the same way.
 */
const slow = 100_000;

/** In the second round: of a test that passes more places (a thousand matches, all levels) nothing is asked; */
const tooLong = 20_000_000;
/** and of a mutant no more than this, the cheapest tests first. */
const budget = 150_000_000;

/** Each load of the modules has a version of its own: that is how static mutants come to life. */
let version = 0;

/** Sources come planted, and vitest's `test` and `describe` are replaced; `expect` is its own. */
function hookModules(): void {
  const runtimeUrl = new URL('./runtime.ts', import.meta.url).href;
  const collectUrl = new URL('./collect.ts', import.meta.url).href;
  const vitestUrl = import.meta.resolve('vitest');
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
      const code = plantedCode.get(url.split('?')[0] ?? '');
      if (code === undefined) return next(url, context);
      return { format: 'module-typescript', source: code, shortCircuit: true };
    },
  });
}

interface Loaded {
  readonly file: string;
  readonly name: string;
  readonly run: () => unknown;
}

/** Loads test files anew, with whatever mutant is alive. Old modules are never freed, so as few as possible. */
async function loadTests(files: readonly string[]): Promise<readonly Loaded[]> {
  // It imports what only the hooks know.
  const { takeTests } = await import('./collect.ts');
  version += 1;
  const all: Loaded[] = [];
  takeTests();
  for (const file of files) {
    await import(`${urlOf(file)}?v=${version}`);
    all.push(...takeTests().map(({ name, run }) => ({ file, name: `${file}: ${name}`, run })));
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

/** What became of a mutant: the test that caught it, or how many tests pass its place and let it live. */
export interface Fate {
  readonly caughtBy: string | null;
  readonly asked: number;
}

/** `first`: the quick tests of the sources themselves. `second`: all the other tests of `test/shared`. */
export type Round = 'first' | 'second';

export interface Session {
  readonly tests: number;
  /** Asks the tests of the round that pass the mutant's place. */
  readonly attempt: (mutant: Mutant) => Promise<Fate>;
}

/** What caught much and costs little is asked first. */
const worth = ({ kills, steps }: Test): number => kills / (steps + 1000);

/** `beat` is called before each test, so that somebody outside sees a test that never ends. */
export async function openSession(round: Round, beat: () => void): Promise<Session> {
  hookModules();
  prepare(allMutants.length);
  const tests = await measured(round, beat);
  const ask = async (mutant: Mutant): Promise<Fate> => {
    const able = tests.filter(({ passes }) => passes[mutant.place] === 1);
    able.sort((a, b) => worth(b) - worth(a) || a.steps - b.steps);
    state.alive = mutant.id;
    try {
      let spent = 0;
      for (const each of able) {
        spent += each.steps;
        if (round === 'second' && spent > budget) break;
        beat();
        // More than twice the steps: it runs for ever.
        if (!(await fails(each.run, 2 * each.steps + 20_000))) continue;
        each.kills += 1;
        return { caughtBy: each.name, asked: able.length };
      }
      return { caughtBy: null, asked: able.length };
    } finally {
      state.alive = -1;
    }
  };
  const files = testFiles.filter((file) => isOwn(file) === (round === 'first'));
  const askAnew = (mutant: Mutant): Promise<Fate> => anew(mutant, round === 'first' ? near(mutant) : files, beat);
  return { tests: tests.length, attempt: (mutant) => (mutant.isStatic ? askAnew(mutant) : ask(mutant)) };
}

/** The tests as they are: all must pass, and each is asked which places it passes. */
async function measured(round: Round, beat: () => void): Promise<readonly Test[]> {
  const tests: Test[] = [];
  const files = round === 'first' ? testFiles.filter(isOwn) : testFiles;
  for (const { file, name, run } of await loadTests(files)) {
    beat();
    forget();
    const failed = await fails(run, tooLong);
    const { steps } = state;
    if (steps > tooLong) continue;
    if (failed) throw new Error(`fails without any mutant: ${name}`);
    const first = isOwn(file) && steps <= slow;
    if (first !== (round === 'first')) continue;
    tests.push({ name, run, steps, passes: state.passed.slice(), kills: 0 });
  }
  return tests;
}

const folderOf = (file: string): string => file.split('/').slice(0, -1).join('/').replace('/arrives', '');
const near = ({ file }: Mutant): readonly string[] =>
  testFiles.filter((test) => folderOf(test) === `test/${folderOf(file)}`);

/** A mutant of a constant: the modules are loaded again with it alive, and tests with them. */
async function anew(mutant: Mutant, files: readonly string[], beat: () => void): Promise<Fate> {
  state.alive = mutant.id;
  let asked = 0;
  try {
    for (const { name, run } of await loadTests(files)) {
      beat();
      asked += 1;
      if (await fails(run, 50_000_000)) return { caughtBy: name, asked };
    }
    return { caughtBy: null, asked };
  } catch (error) {
    return { caughtBy: `loading: ${String(error)}`, asked };
  } finally {
    state.alive = -1;
  }
}
