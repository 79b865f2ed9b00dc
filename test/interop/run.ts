/**
 * `npm run test:interop`: the stack against TCPs that others wrote. Installs the tools that are missing, says which
 * groups could not run, and ends with one line, `N passed, N failed`. With CI=true what was skipped has failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { install } from './tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = `${root}test-results/interop`;
const file = `${results}/report.json`;

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
install();
const vitest = [`${root}node_modules/vitest/vitest.mjs`, 'run', '--config', 'test/interop/vitest.config.ts'];
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
const { status } = spawnSync(process.execPath, [...vitest, ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
const report: Report | null = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
const all = report?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? [];
const skipped = all.filter((test) => test.status !== 'passed' && test.status !== 'failed');
for (const { fullName } of skipped) console.log(`SKIPPED  ${fullName}`);
const mustAll = process.env['CI'] === 'true';
if (skipped.length > 0) console.log(`${skipped.length} SKIPPED${mustAll ? ', which CI=true counts as failed' : ''}`);
const passed = report?.numPassedTests ?? 0;
const broken = (report?.numFailedTests ?? 0) + (mustAll ? skipped.length : 0);
// A file that does not load fails without a failing test.
const failed = status === 0 ? broken : Math.max(1, broken);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
