/** A store is damaged, bit by bit, and read again: nothing is lost in silence. */
import { diceFrom, rngFrom } from '../../../shared/rng.ts';
import { bitsOf, flip, makeSample } from '../lib/flips.ts';
import { upTo } from '../lib/numbers.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';

const sizes: { readonly [size in Size]: number } = { quick: 500, ci: 10_000, nightly: 200_000 };
const rooms = 40;

async function run(size: Size, report: Report): Promise<void> {
  const sample = await makeSample(rooms);
  const tally = { refused: 0, found: 0, harmless: 0, silent: 0 };
  let damaged = 0;
  for (const n of upTo(sizes[size])) {
    const bit = diceFrom(rngFrom(n)).below(bitsOf(sample));
    const outcome = await flip(sample, bit);
    tally[outcome.type] += 1;
    if (outcome.type === 'silent') report.note(`octet ${bit >> 3}, bit ${bit & 7}: ${outcome.what.slice(0, 200)}`);
    if (outcome.type === 'found') damaged += outcome.damaged.length;
  }
  const { refused, found, harmless, silent } = tally;
  report.check('each flipped bit is found, or changes nothing', silent === 0, `${silent} of ${sizes[size]} in silence`);
  report.check(
    'the other rooms live: of a file that opens, few rooms are lost to one bit',
    damaged < 0.1 * rooms * (found + harmless),
    `${(damaged / (found + harmless)).toFixed(2)} of ${rooms} on average`,
  );
  report.note(`${found} found, ${harmless} harmless, ${refused} so that the file does not open: restore the backup`);
}

export const scenario: Scenario = { title: 'a store that is damaged', missing: null, run };
