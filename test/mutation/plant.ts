/** The sources with all their mutants planted, and the tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { instrument, type Mutant } from './instrument.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Texts and lists are no rules. */
const data = ['shared/tcp/clauses.ts', 'shared/tcp/requirements.ts', 'shared/packet/sentences.ts'];
/** Looks into files, not at what the code does. */
const testsOfText = ['clauses.test.ts'];

const filesIn = (folder: string, end: string): readonly string[] =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`)
    .toSorted();

const sources = [...filesIn('shared/tcp', '.ts'), ...filesIn('shared/packet', '.ts'), 'shared/seq.ts'].filter(
  (file) => !data.includes(file),
);

/** All tests of `shared/`. */
export const testFiles: readonly string[] = filesIn('test/shared', '.test.ts').filter(
  (file) => !testsOfText.some((name) => file.endsWith(name)),
);

export const urlOf = (file: string): string => pathToFileURL(root + file).href;

const mutants: Mutant[] = [];
const codes = new Map<string, string>();
for (const file of sources) {
  const result = instrument(file, readFileSync(root + file, 'utf8'), mutants.length);
  mutants.push(...result.mutants);
  codes.set(urlOf(file), result.code);
}
export const allMutants: readonly Mutant[] = mutants;

/** By the URL of the source. */
export const plantedCode: ReadonlyMap<string, string> = codes;
