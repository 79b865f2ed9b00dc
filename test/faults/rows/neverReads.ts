/**
 * A client that asks for a lot and never reads an answer: what it was sent waits in our memory, and it is cut
 * before that grows.
 */
import { type Line, joinedLine } from '../lib/line.ts';
import { enterPair, botRoom } from '../lib/player.ts';
import { mb, ms, most, percentile, until } from '../lib/numbers.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { type Program, startProgram } from '../lib/server.ts';

const sizes: { readonly [size in Size]: number } = { quick: 3, ci: 6, nightly: 60 };
/** Refused moves: the story that every `resume` is answered with gets long by them. */
const moves = 100;

interface Seated {
  readonly line: Line;
  readonly resume: string;
}

/** A seat in a room with much to tell. */
async function seated(port: number): Promise<Seated> {
  const line = await joinedLine({ port });
  const entered = await line.ask('create', botRoom);
  const { code, secret, match } = entered as unknown as { code: string; secret: string; match: string };
  for (let n = 0; n < moves; n += 1) {
    const command = { id: `wrong-move-${n}`, match, basedOn: 1, role: 'client', move: { type: 'wait' } };
    await line.ask('command', command);
  }
  return { line, resume: JSON.stringify(['resume', { code, secret }]) };
}

interface Measured {
  readonly cutAfter: number;
  readonly grown: number;
}

const isGone = async (program: Program, others: number): Promise<boolean> =>
  (await program.metric('ackward_connections')) === others;

/**
 * Asks again and again and never reads, until it is cut. `burst`: questions in a fifth of a second; `pongs`: it
 * answers pings that it cannot have read.
 */
async function neverRead(program: Program, { line, resume }: Seated, burst: number, pongs: boolean): Promise<Measured> {
  const before = program.memory();
  const peaks: number[] = [];
  const began = performance.now();
  line.socket.pause();
  const asking = setInterval(() => {
    for (let n = 0; n < burst; n += 1) line.send(`42${n}${resume}`);
    if (pongs) line.send('3');
  }, 200);
  await until(30_000, async () => {
    peaks.push(program.memory());
    return isGone(program, 2);
  });
  clearInterval(asking);
  line.close();
  return { cutAfter: performance.now() - began, grown: most(peaks) - before };
}

async function run(size: Size, report: Report): Promise<void> {
  const program = await startProgram();
  const [one] = await enterPair(program.port);
  const measured: Measured[] = [];
  for (let n = 0; n < sizes[size]; n += 1)
    measured.push(await neverRead(program, await seated(program.port), 1 + (n % 4), n % 3 === 2));
  const times = measured.map(({ cutAfter }) => cutAfter);
  const sizesOf = measured.map(({ grown }) => grown);
  report.check('is cut within 5 s', most(times) <= 5000, `p50 ${ms(percentile(times, 0.5))}, most ${ms(most(times))}`);
  report.check('takes at most 20 MB', most(sizesOf) <= 20e6, mb(most(sizesOf)));

  const silent = await joinedLine({ port: program.port });
  silent.socket.pause();
  const began = performance.now();
  await until(10_000, () => isGone(program, 2));
  const took = performance.now() - began;
  report.check('one that asks nothing and answers no ping is cut within 5 s', took <= 5000, ms(took));
  report.check('the others play on', (await one.move()) !== null);
}

export const scenario: Scenario = { title: 'A client that never reads', missing: null, run };
