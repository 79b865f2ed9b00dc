/**
 * The table of clauses: what each says, which file carries it out, and which test names it. Found by searching for the
 * id, so it cannot go stale: `npm run docs:clauses` writes it, `test/shared/tcp/clauses.test.ts` holds it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ClauseId, clauses } from '../../shared/tcp/clauses.ts';
import { requirements } from '../../shared/tcp/requirements.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Place {
  readonly file: string;
  /** The fact of a test that names the clause; '' in code. */
  readonly title: string;
}

export interface Row {
  readonly id: ClauseId;
  readonly code: readonly Place[];
  readonly tests: readonly Place[];
}

const lists = ['shared/tcp/clauses.ts', 'shared/tcp/requirements.ts'];

function filesIn(folder: string): readonly string[] {
  return readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)
    .filter((file) => !lists.includes(file))
    .toSorted();
}

/** All clauses, in the order of the list. */
export function clauseRows(): readonly Row[] {
  const code = ['shared/tcp', 'shared/judge', 'shared/stack']
    .flatMap(filesIn)
    .map((file) => ({ file, lines: linesOf(file) }));
  // Only what runs as a test counts: not the reference model's list, nor builders.
  const tests = filesIn('test/shared')
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => ({ file, lines: linesOf(file) }));
  return clauseIds.map((id) => ({
    id,
    code: code.filter(({ lines }) => lines.some((line) => names(line, id))).map(({ file }) => ({ file, title: '' })),
    tests: tests.flatMap(({ file, lines }) => titlesOf(lines, id).map((title) => ({ file, title }))),
  }));
}

const linesOf = (file: string): readonly string[] => readFileSync(root + file, 'utf8').split('\n');

const isClauseId = (id: string): id is ClauseId => id in clauses;
const clauseIds = Object.keys(clauses).filter(isClauseId);

/** As a word of a string that holds nothing but clauses, or of the last cell of a table row. */
function names(line: string, id: string): boolean {
  const cell = /\|.*\|([^|]*)$/.exec(line)?.[1] ?? '';
  if (cell.split(' ').includes(id)) return true;
  return [...line.matchAll(/'([a-z0-9 -]+)'/g)].some(([, text = '']) => {
    const words = text.split(' ');
    return words.includes(id) && words.every(isClauseId);
  });
}

/** The titles of the tests whose lines name `id`. */
function titlesOf(lines: readonly string[], id: string): readonly string[] {
  const titles = new Set<string>();
  let title = '';
  for (const line of lines) {
    title = /^\s*(?:test|it)(?:\.each\([^)]*\))?\(\s*'((?:[^'\\]|\\.)*)'/.exec(line)?.[1] ?? title;
    if (!names(line, id)) continue;
    const row = /^([^|[]+?)\s*\|.*\|/.exec(line)?.[1] ?? /^\s*\['((?:[^'\\]|\\.)*)'/.exec(line)?.[1];
    titles.add(row ?? title);
  }
  return [...titles];
}

/** Markdown. At most two tests a clause: more would bury the table. */
export function clauseTable(): string {
  const rows = clauseRows().map(({ id, code, tests }) => {
    const { section, requirement, en } = clauses[id];
    const where = code.map(({ file }) => `\`${file.replace('shared/', '')}\``).join(' ');
    const shown = tests
      .slice(0, 2)
      .map(({ file, title }) => `${escape(title)} (\`${file.replace('test/shared/', '')}\`)`);
    const more = tests.length > 2 ? `; ${tests.length - 2} more` : '';
    return `| \`${id}\` | ${section} | ${requirement ?? ''} | ${escape(en)} | ${where} | ${shown.join('; ')}${more} |`;
  });
  const appendix = requirements.map(({ id, en, clauses: by, file, leftOut }) => {
    const met = [...by.map((clause) => `\`${clause}\``), ...(file === null ? [] : [`\`${file}\``])].join(' ');
    return `| ${id} | ${escape(en)} | ${met} | ${escape(leftOut?.en ?? '')} |`;
  });
  return [
    '# Clauses',
    '',
    'Written by `npm run docs:clauses`; do not edit. Files are below `shared/`, tests below `test/shared/`.',
    '',
    // The formatter would fill each column up to its longest cell.
    '<!-- prettier-ignore-start -->',
    '',
    '| clause | RFC | requirement | what it says | code | tests |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    '## RFC 9293, Appendix B',
    '',
    '| requirement | what it asks for | met by | left out, because |',
    '|---|---|---|---|',
    ...appendix,
    '',
    '<!-- prettier-ignore-end -->',
    '',
  ].join('\n');
}

const escape = (text: string): string => text.replaceAll('|', '\\|');
