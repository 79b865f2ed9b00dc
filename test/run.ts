/**
 * What `npm test` and CI do: build, types, lint, unit tests, browser tests, in this order; a step that fails does
 * not hide the later ones. Ends with one line, `N passed, N failed`, that counts tests and steps.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = `${root}test-results`;

interface Count {
  readonly passed: number;
  readonly failed: number;
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const started = process.hrtime.bigint();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000;
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${command} ${args.join(' ')}  (${seconds.toFixed(1)} s)\n`);
  return status === 0;
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

function unit(): Count {
  const file = `${results}/unit.json`;
  const to = `--outputFile.json=${file}`;
  const ok = run('vitest', ['run', '--config', 'test/vitest.config.ts', '--reporter=dot', '--reporter=json', to]);
  const told = report(file) as { numPassedTests: number; numFailedTests: number } | null;
  return honest(ok, { passed: told?.numPassedTests ?? 0, failed: told?.numFailedTests ?? 0 });
}

function browser(): Count {
  const file = `${results}/browser.json`;
  const ok = run('playwright', ['test', '--config', 'test/browser/playwright.config.ts'], { BROWSER_REPORT: file });
  const told = report(file) as { stats: { expected: number; flaky: number; unexpected: number } } | null;
  return honest(ok, {
    passed: (told?.stats.expected ?? 0) + (told?.stats.flaky ?? 0),
    failed: told?.stats.unexpected ?? 0,
  });
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const counts: readonly Count[] = [
  step(run('vite', ['build', 'client', '--logLevel', 'warn'])),
  ...['shared', 'server', 'client', 'test'].map((folder) => step(run('tsc', ['-p', folder]))),
  step(run('oxlint', ['--deny-warnings'])),
  step(run('oxfmt', ['--check'])),
  unit(),
  browser(),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
