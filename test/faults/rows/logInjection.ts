/**
 * Log injection: line breaks, JSON, escape sequences and marks in everything that a client says. Every line of the
 * log is one object of ours, and nothing that anybody said is in it.
 */
import { diceFrom, rngFrom } from '../../../shared/rng.ts';
import { joinedLine, openLine } from '../lib/line.ts';
import { each, upTo } from '../lib/numbers.ts';
import { botRoom } from '../lib/player.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { startProgram } from '../lib/server.ts';
import { oneOf } from '../lib/traffic.ts';

const sizes: { readonly [size in Size]: number } = { quick: 500, ci: 5000, nightly: 50_000 };
const perConnection = 10;

const mark = 'INJECTED';
const wraps: readonly ((said: string) => string)[] = [
  (said) => `\n{"level":"fatal","msg":"${said}"}`,
  (said) => `\r\n${said}`,
  (said) => `\u001B[2J\u001B]0;${said}\u0007`,
  (said) => `\u2028${said}\u2029`,
  (said) => `"},"x":"${said}`,
  (said) => `\\u000a${said}`,
  (said) => `%0a${said}%0d`,
  (said) => `\${jndi:${said}}`,
  (said) => `\u202E${said}`,
];

async function run(size: Size, report: Report): Promise<void> {
  const program = await startProgram({ LOG_LEVEL: 'trace' });
  await each(upTo(sizes[size] / perConnection), 20, async (n) => {
    const dice = diceFrom(rngFrom(n));
    const evil = (): string => oneOf(dice, wraps)(mark);
    const from = `127.0.4.${1 + (n % 250)}`;
    const header = encodeURIComponent(evil());
    const line = await joinedLine({ port: program.port, from, headers: { 'User-Agent': header, Referer: header } });
    await line.ask('create', botRoom);
    const says: readonly (() => unknown)[] = [
      () => line.ask(evil(), {}),
      () => line.ask('join', { code: evil() }),
      () => line.ask('rename', { player: 'a'.repeat(43), nickname: evil().slice(0, 60) }),
      () => line.ask('attempt', { level: evil().slice(0, 60) }),
      () => line.ask('command', { id: evil(), match: evil(), basedOn: 0, role: evil(), move: { type: evil() } }),
      () => fetch(`http://127.0.0.1:${program.port}/${encodeURIComponent(evil())}`, { headers: { 'x-evil': header } }),
    ];
    for (const _ of upTo(perConnection)) await oneOf(dice, says)();
    line.close();
    // What ends a connection, or never becomes one.
    const last = await openLine({ port: program.port, from });
    last.send(evil());
    await openLine({ port: program.port, from, headers: { Origin: `http://${mark}.example` } }).catch(() => null);
  });
  await program.end('SIGTERM');
  const lines = program
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const objects = lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as { readonly level?: string; readonly time?: string }];
    } catch {
      return [];
    }
  });
  report.check('each line is one object', objects.length === lines.length && lines.length > 0, `${lines.length} lines`);
  report.check(
    'with a level and a time of ours',
    objects.every(({ level, time }) => level !== undefined && time !== undefined),
  );
  report.check('nothing that was said is in the log', !program.output().includes(mark), `${sizes[size]} tries`);
  report.check('and no address', !/127\.0\.\d+\.\d+/.test(lines.join('\n')));
  report.check(
    'no line is fatal',
    objects.every(({ level }) => level !== 'fatal'),
  );
}

export const scenario: Scenario = { title: 'Log injection', missing: null, run };
