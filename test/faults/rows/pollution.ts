/**
 * Prototype pollution: keys that mean something to JavaScript, in every place of every message and of every URL. The
 * server runs in this process, so that it can be seen whether a plain object has anything it should not have.
 */
import { openLog } from '../../../server/watch/log.ts';
import { readConfig } from '../../../server/config.ts';
import { serve } from '../../../server/serve.ts';
import { type Dice, diceFrom, rngFrom } from '../../../shared/rng.ts';
import { joinedLine } from '../lib/line.ts';
import { each, upTo } from '../lib/numbers.ts';
import { botRoom } from '../lib/player.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { cleanUp, newFolder } from '../lib/temporary.ts';
import { oneOf, validMessage } from '../lib/traffic.ts';

const sizes: { readonly [size in Size]: number } = { quick: 1000, ci: 20_000, nightly: 200_000 };
const perConnection = 20;

const poison = '{"polluted":true,"ok":true,"seat":"x","code":"x","toString":"x","length":9}';
const keys = ['__proto__', 'constructor', 'prototype', '__defineGetter__', 'toString', 'hasOwnProperty', 'then'];

/** A right message as JSON, with a poisoned key at the top or somewhere inside. */
function poisoned(dice: Dice, [name, content]: readonly [string, object]): string {
  const key = oneOf(dice, keys);
  const value = key === 'constructor' ? `{"prototype":${poison}}` : poison;
  const text = JSON.stringify(content);
  const places = [...text.matchAll(/\{/g)].map(({ index }) => index + 1);
  const at = oneOf(dice, places);
  const comma = text[at] === '}' ? '' : ',';
  return JSON.stringify(name).concat(',', text.slice(0, at), `"${key}":${value}`, comma, text.slice(at));
}

/** What a plain object, a list and a function should not have, and what was there before. */
const inherited = (): string =>
  [{}, [], () => {}]
    .map((thing) => {
      const names: string[] = [];
      // oxlint-disable-next-line guard-for-in -- what is inherited is what is looked for
      for (const name in thing) names.push(name);
      return names.join();
    })
    .concat(Object.getOwnPropertyNames(Object.prototype).join())
    .join(';');

async function run(size: Size, report: Report): Promise<void> {
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: newFolder() });
  if (!config.ok) throw new Error(config.error);
  const { port, close } = await serve(config.value, { log: openLog('silent') });
  cleanUp(close);
  const before = inherited();
  let answered = 0;
  let tries = 0;
  let polluted = 0;
  await each(upTo(sizes[size] / perConnection), 20, async (n) => {
    const dice = diceFrom(rngFrom(n));
    const line = await joinedLine({ port, from: `127.0.2.${1 + (n % 250)}` });
    line.listen((packet) => {
      if (packet.startsWith('439')) answered += 1;
    });
    for (const k of upTo(perConnection)) {
      line.send(`429${k}[${poisoned(dice, validMessage(dice, null))}]`);
      tries += 1;
      if (inherited() !== before) polluted += 1;
      if (k % 8 === 7) await line.ask('board', { level: 'est-03-third-ack', player: null });
    }
    await fetch(`http://127.0.0.1:${port}/api/addresses?__proto__[polluted]=1&constructor[prototype][polluted]=1`);
    line.close();
  });
  report.check('no prototype has changed', polluted === 0 && inherited() === before, `${polluted} of ${tries}`);
  report.check('what was sent was looked at', answered > tries / 2, `${answered} of ${tries} were answered`);
  const line = await joinedLine({ port, from: '127.0.3.1' });
  report.check('others play on', (await line.ask('create', botRoom))?.ok === true);
}

export const scenario: Scenario = { title: 'Prototype pollution', missing: null, run };
