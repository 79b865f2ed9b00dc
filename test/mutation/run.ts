/**
 * Mutation testing: `npm run test:mutation`. Flips one rule of shared/tcp, shared/packet and shared/seq.ts at a time and
 * looks whether a test of `npm test` notices. See README.md for options and how it works.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Outcome, work } from './crew.ts';
import type { Mutant } from './instrument.ts';
import { allMutants } from './plant.ts';
import type { Round } from './session.ts';
import { keysOf, listedSurvivors } from './survivors.ts';

const options = new Map(
  process.argv.slice(2).map((word): [string, string] => {
    const [key = '', value = ''] = word.replace(/^--/, '').split('=');
    return [key, value];
  }),
);
const only = options.get('only') ?? '';
const threads = Number(options.get('threads') ?? 1);

const chosen = allMutants.filter(({ file }) => file.includes(only));
const keys = keysOf(allMutants);
const fates = new Map<number, Outcome>();

function done(outcome: Outcome): void {
  const asked = outcome.asked + (fates.get(outcome.id)?.asked ?? 0);
  fates.set(outcome.id, { ...outcome, asked });
}

/** One round over some mutants, on all threads. */
async function tryAll(round: Round, mutants: readonly Mutant[]): Promise<void> {
  const queue = mutants.map(({ id }) => id);
  const begun = Date.now();
  const tests = await Promise.all(Array.from({ length: threads }, () => work(round, queue, done)));
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(`${round} round: ${mutants.length} mutants, ${Math.max(...tests)} tests, ${seconds} s`);
}

function earlier(file: string | undefined): ReadonlyMap<string, Outcome> {
  if (file === undefined) return new Map();
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly { key: string; fate: Outcome }[];
  return new Map(rows.map(({ key, fate }) => [key, fate]));
}

const alive = (): readonly Mutant[] => chosen.filter(({ id }) => fates.get(id)?.caughtBy === null);

/** What an earlier run found out about mutants that are still the same. */
const known = earlier(options.get('known'));
for (const { id } of chosen) {
  const fate = known.get(keys.get(id) ?? '');
  if (fate !== undefined) fates.set(id, { ...fate, id });
}

await tryAll(
  'first',
  chosen.filter(({ id }) => !fates.has(id)),
);
const afterFirst = alive();
if (!options.has('quick')) await tryAll('second', afterFirst);

const survivors = alive();
const listed = listedSurvivors();
const unlisted = survivors.filter(({ id }) => !listed.has(keys.get(id) ?? ''));
for (const { id, line } of survivors) {
  const key = keys.get(id) ?? '';
  const reason = listed.get(key) ?? (fates.get(id)?.asked === 0 ? 'NOT LISTED; no test comes there' : 'NOT LISTED');
  console.log(`survived, line ${line}: ${key}: ${reason}`);
}
const found = new Set(survivors.map(({ id }) => keys.get(id)));
const stale = [...listed.keys()].filter((key) => key.includes(only) && !found.has(key));
if (!options.has('quick')) for (const key of stale) console.log(`listed, but caught or gone: ${key}`);

const caught = chosen.length - survivors.length;
const timedOut = [...fates.values()].filter(({ caughtBy }) => caughtBy === 'time-out').length;
const percent = (100 * caught) / chosen.length;
console.log(
  `${chosen.length} mutants, ${caught} caught: ${percent.toFixed(1)} % (${chosen.length - afterFirst.length} in the first round, ${timedOut} by time-out); ${survivors.length} survived, ${unlisted.length} of them without a reason in SURVIVORS.md`,
);
const report = options.get('report');
if (report !== undefined)
  writeFileSync(
    report,
    JSON.stringify(
      chosen.map((mutant) => ({ ...mutant, key: keys.get(mutant.id), fate: fates.get(mutant.id) })),
      null,
      1,
    ),
  );
process.exitCode = percent >= 90 && (options.has('quick') || unlisted.length === 0) ? 0 : 1;
