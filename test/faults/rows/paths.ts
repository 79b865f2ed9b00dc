/**
 * Paths that lead out of the folder of the client: whatever the spelling, what comes back is the page, a file of the
 * client, or no.
 */
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { type Dice, diceFrom, rngFrom } from '../../../shared/rng.ts';
import { each, upTo } from '../lib/numbers.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { startProgram } from '../lib/server.ts';
import { oneOf } from '../lib/traffic.ts';

const sizes: { readonly [size in Size]: number } = { quick: 500, ci: 3000, nightly: 100_000 };

const ups = [
  '../',
  '..\\',
  '%2e%2e/',
  '%2e%2e%2f',
  '..%2f',
  '..%5c',
  '%252e%252e%252f',
  '..;/',
  '.%00./',
  '....//',
  '%c0%ae%c0%ae/',
  '\u002e\u002e/',
];
const starts = ['/', '//', '/assets/', '/./', '/room/', '/assets/..%00/', '/\\', 'http://127.0.0.1/', '/file:///'];
const targets = [
  'etc/passwd',
  'package.json',
  'server/main.ts',
  'data/rooms.db',
  '.git/config',
  '.env',
  'index.html.map',
  'proc/self/environ',
  'rooms.db-wal',
];
const ends = ['', '', '%00', '%00.html', '?x=1', '#x', '/', '::$DATA', '.br'];

function path(dice: Dice): string {
  const climb = upTo(1 + dice.below(8))
    .map(() => oneOf(dice, ups))
    .join('');
  return oneOf(dice, starts) + climb + oneOf(dice, targets) + oneOf(dice, ends);
}

interface Got {
  readonly status: number;
  readonly body: string;
}

function get(port: number, wanted: string): Promise<Got> {
  return new Promise((resolve) => {
    const headers = { host: `127.0.0.1:${port}`, accept: '*/*' };
    const asked = request({ host: '127.0.0.1', port, path: wanted, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('latin1') }),
      );
    });
    asked.on('error', () => resolve({ status: 0, body: '' }));
    asked.end();
  });
}

/** Words that stand in the files that were asked for, and not in the client. */
const secrets = ['root:x:', '"ackward-bound"', 'SQLite format', '[core]', 'PATH=', 'readConfig'];

async function run(size: Size, report: Report): Promise<void> {
  const program = await startProgram();
  const page = readFileSync(new URL('../../../client/dist/index.html', import.meta.url), 'latin1');
  let leaks = 0;
  let odd = 0;
  const statuses = new Map<number, number>();
  await each(upTo(sizes[size]), 10, async (n) => {
    const wanted = path(diceFrom(rngFrom(n))).replaceAll(' ', '%20');
    const { status, body } = await get(program.port, wanted);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (secrets.some((secret) => body.includes(secret))) leaks += 1;
    if (status === 200 && body !== page) odd += 1;
  });
  report.note([...statuses].map(([status, times]) => `${status}: ${times}`).join(', '));
  report.check('nothing leaks', leaks === 0, `${leaks} of ${sizes[size]}`);
  report.check('where there is an answer, it is the page', odd === 0, `${odd} are not`);
  report.check('the program lives', program.lives());
}

export const scenario: Scenario = { title: 'Path traversal', missing: null, run };
