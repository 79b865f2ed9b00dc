/**
 * Five thousand connections that say nothing, or something very slowly: each is closed within ten seconds, and
 * whoever really comes, with the page and all, is in within two.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { joinedLine } from '../lib/line.ts';
import { ms, most, percentile, sleep, until } from '../lib/numbers.ts';
import { botRoom } from '../lib/player.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { startProgram } from '../lib/server.ts';

const sizes: { readonly [size in Size]: { readonly connections: number; readonly waves: number } } = {
  quick: { connections: 1000, waves: 1 },
  ci: { connections: 5000, waves: 1 },
  nightly: { connections: 5000, waves: 20 },
};
const crowd = fileURLToPath(new URL('../lib/crowds.ts', import.meta.url));
/** A connection that is still there after so many milliseconds is not waited for. */
const patience = 20_000;

type Lasted = readonly (readonly [string, number | null])[];

async function gather(port: number, connections: number): Promise<Lasted> {
  const given = [crowd, port, connections, patience].map(String);
  const { stdout } = await promisify(execFile)(process.execPath, given, { maxBuffer: 64e6 });
  return JSON.parse(stdout) as Lasted;
}

/** What a student does: page, line, seat. How long that took. */
async function comeIn(port: number): Promise<number> {
  const began = performance.now();
  const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' } });
  await page.text();
  const line = await joinedLine({ port });
  const answer = await line.ask('create', botRoom);
  line.close();
  return answer?.ok === true ? performance.now() - began : Infinity;
}

async function run(size: Size, report: Report): Promise<void> {
  const program = await startProgram();
  const { connections, waves } = sizes[size];
  const lasted: (readonly [string, number | null])[] = [];
  const joins: number[] = [];
  for (let wave = 0; wave < waves; wave += 1) {
    let here = true;
    const crowded = gather(program.port, connections).finally(() => (here = false));
    await until(patience + 10_000, async () => {
      joins.push(await comeIn(program.port));
      await sleep(200);
      return !here;
    });
    lasted.push(...(await crowded));
  }
  const kinds = [...new Set(lasted.map(([kind]) => kind))];
  for (const kind of kinds) {
    const times = lasted.filter(([one]) => one === kind).map(([, millis]) => millis ?? Infinity);
    report.check(
      `who ${kind} is closed within 10 s`,
      most(times) <= 10_000,
      `p50 ${ms(percentile(times, 0.5))}, most ${ms(most(times))}, ${times.length} connections`,
    );
  }
  report.check(
    'a real join takes less than 2 s',
    most(joins) < 2000,
    `p50 ${ms(percentile(joins, 0.5))}, most ${ms(most(joins))}, ${joins.length} joins`,
  );
  report.check('the program lives', program.lives());
}

export const scenario: Scenario = { title: 'Five thousand slow or silent connections', missing: null, run };
