/** One number says by which rules a log folds, and here is noticed that they changed. */
import { expect, test } from 'vitest';
import { initial } from '../../../shared/game/match.ts';
import { RULES } from '../../../shared/game/rules.ts';
import { weathers } from '../../../shared/net/weather.ts';
import { fromText } from '../../../shared/octets.ts';
import { sipHash } from '../../../shared/stack/sipHash.ts';
import { ofType, setupOf, wholeLog } from './builders.ts';

/**
 * What 120 matches between bots come to, segment by segment. It changes where the engine, the network or the plan does
 * something else than before: then logs that were kept are worthless, so raise `RULES` and write the new digest here.
 */
// 2: who waits too long with the live clock is told so. 3: a second FIN is ignored, R2 counts behind a shut window.
const digests: { readonly [rules: number]: string } = {
  1: 'e728cd95b1a36c11',
  2: 'e728cd95b1a36c11',
  3: 'e728cd95b1a36c11',
};

function digest(): string {
  const story = weathers.flatMap((weather) =>
    Array.from({ length: 40 }, (_, seed) =>
      ofType(wholeLog(setupOf({ seed, weather })).match.history, 'sent').map(
        ({ at, host, header: { flags, seq, ack, wnd, len, text } }) => [at, host, { flags, seq, ack, wnd, len, text }],
      ),
    ),
  );
  const { high, low } = sipHash(new Uint8Array(16), fromText(JSON.stringify(story)));
  return [high, low].map((word) => word.toString(16).padStart(8, '0')).join('');
}

test('matches go as they did when these rules got their number', () => {
  expect(digest()).toBe(digests[RULES]);
});

test('a setup says by which rules it is played, and by others it is not', () => {
  const setup = setupOf();
  expect(setup.rules).toBe(RULES);
  expect(() => initial({ ...setup, rules: RULES - 1 })).toThrow(`rules ${RULES - 1}`);
});
