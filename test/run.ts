/**
 * What `npm test` and CI do: the build, then types and style, unit tests and browser tests side by side, because each
 * of them waits for something most of the time. A step that fails does not hide the others. Ends with one line,
 * `N passed, N failed`, that counts tests and steps.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = `${root}test-results`;

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Says what the step said when it has ended, so that steps that run side by side do not talk into each other. */
async function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const started = process.hrtime.bigint();
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
  const { promise, resolve } = Promise.withResolvers<boolean>();
  child.on('error', () => resolve(false));
  child.on('close', (code) => resolve(code === 0));
  const ok = await promise;
  const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000;
  process.stdout.write(Buffer.concat(said));
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${command} ${args.join(' ')}  (${seconds.toFixed(1)} s)\n`);
  return ok;
}

const step = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

function report(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** A runner that fails without a failing test (a file that does not load) counts as one failure. */
const honest = (ok: boolean, { passed, failed }: Count): Count => ({
  passed,
  failed: ok ? failed : Math.max(1, failed),
});

async function unit(): Promise<Count> {
  const file = `${results}/unit.json`;
  const to = `--outputFile.json=${file}`;
  const ok = await run('vitest', ['run', '--config', 'test/vitest.config.ts', '--reporter=dot', '--reporter=json', to]);
  const told = report(file) as { numPassedTests: number; numFailedTests: number } | null;
  return honest(ok, { passed: told?.numPassedTests ?? 0, failed: told?.numFailedTests ?? 0 });
}

async function browser(): Promise<Count> {
  const file = `${results}/browser.json`;
  const ok = await run('playwright', ['test', '--config', 'test/browser/playwright.config.ts'], {
    BROWSER_REPORT: file,
  });
  const told = report(file) as { stats: { expected: number; flaky: number; unexpected: number } } | null;
  return honest(ok, {
    passed: (told?.stats.expected ?? 0) + (told?.stats.flaky ?? 0),
    failed: told?.stats.unexpected ?? 0,
  });
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
/** One after the other: they are the ones that keep a core busy. */
async function style(): Promise<Count> {
  const held: boolean[] = [];
  for (const folder of ['shared', 'server', 'client', 'test']) held.push(await run('tsc', ['-p', folder]));
  held.push(await run('oxlint', ['--deny-warnings']), await run('oxfmt', ['--check']));
  const passed = held.filter(Boolean).length;
  return { passed, failed: held.length - passed };
}

const built = step(await run('vite', ['build', 'client', '--logLevel', 'warn']));
const counts: readonly Count[] = [built, ...(await Promise.all([style(), unit(), browser()]))];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
