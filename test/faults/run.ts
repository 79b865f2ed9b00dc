/**
 * `npm run test:faults [-- row ...] [--quick | --nightly]`: breaks the server in every way of the table, one row after the
 * other, and ends with one line, `N passed, N failed`. A row that throws has failed; so has, with CI=true, one that
 * cannot run.
 */
import { readdirSync } from 'node:fs';
import type { Report, Scenario, Size } from './lib/scenario.ts';
import { cleanUpAll } from './lib/temporary.ts';

const sizes = ['quick', 'nightly'] as const;
const size: Size = sizes.find((one) => process.argv.includes(`--${one}`)) ?? 'ci';
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const folder = new URL('rows/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .toSorted();

const mustAll = process.env['CI'] === 'true';
const total = { passed: 0, failed: 0 };
const count = (kept: boolean): void => {
  if (kept) total.passed += 1;
  else total.failed += 1;
};
const report: Report = {
  check(promise, kept, measured = '') {
    count(kept);
    console.log(`  ${kept ? 'ok    ' : 'FAILED'}  ${promise}${measured === '' ? '' : `: ${measured}`}`);
  },
  note: (line) => console.log(`          ${line}`),
};

async function play(name: string, { title, missing, run }: Scenario): Promise<void> {
  const began = performance.now();
  console.log(`${name}: ${title}`);
  const why = missing?.() ?? null;
  if (why !== null) {
    console.log(`  SKIPPED  ${why}${mustAll ? ', which CI=true counts as failed' : ''}`);
    if (mustAll) count(false);
    return;
  }
  try {
    await run(size, report);
  } catch (error) {
    report.check(
      'the row ran to its end',
      false,
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }
  await cleanUpAll();
  console.log(`  (${((performance.now() - began) / 1000).toFixed(1)} s)\n`);
}

for (const name of names) {
  const { scenario } = (await import(new URL(`${name}.ts`, folder).href)) as { readonly scenario: Scenario };
  await play(name, scenario);
}
if (names.length === 0) report.check('a row has such a name', false, wanted.join(' '));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
