/**
 * Connections that say anything: right messages, attacks on rooms of others, messages with something broken in
 * them, and noise. The program lives, and nobody else's match has changed.
 */
import { type Dice, diceFrom, rngFrom } from '../../../shared/rng.ts';
import { type Line, joinedLine, openLine } from '../lib/line.ts';
import { each, sleep, upTo } from '../lib/numbers.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { startProgram } from '../lib/server.ts';
import { type Knowledge, type Own, attack, mutated, noise, validMessage } from '../lib/traffic.ts';
import { callWitnesses } from '../lib/witnesses.ts';

const sizes: { readonly [size in Size]: number } = { quick: 500, ci: 20_000, nightly: 200_000 };
/** Connections at the same time. */
const atOnce = 40;

interface Totals {
  sessions: number;
  messages: number;
  valid: number;
  answered: number;
  cut: number;
  refusedAtTheDoor: number;
}

interface World {
  readonly port: number;
  readonly knowledge: Knowledge;
  readonly totals: Totals;
}

/** One connection from its handshake to its end. `n` is its seed: what it does can be done again. */
async function session(n: number, world: World): Promise<void> {
  const { port, totals } = world;
  const dice = diceFrom(rngFrom(n));
  let line: Line;
  try {
    const from = `127.0.0.${2 + (n % 200)}`;
    // Some do not wait, or do not join at all.
    line = await (dice.chance(0.95) ? joinedLine({ port, from }) : openLine({ port, from }));
  } catch {
    totals.refusedAtTheDoor += 1;
    return;
  }
  totals.sessions += 1;
  let own: Own | null = null;
  for (let left = 1 + dice.below(8); left > 0 && line.isOpen(); left -= 1) {
    own = (await say(line, dice, own, world)) ?? own;
  }
  // Noise is answered by nothing: what it does, it does now.
  if (line.isOpen()) await line.ask('board', { level: 'est-03-third-ack', player: null });
  if (!line.isOpen()) totals.cut += 1;
  line.close();
}

async function say(line: Line, dice: Dice, own: Own | null, { knowledge, totals }: World): Promise<Own | null> {
  totals.messages += 1;
  const valid = validMessage(dice, own);
  const kind = dice.fraction();
  if (kind < 0.5) {
    totals.valid += 1;
    const answer = await line.ask(...valid);
    if (answer !== null) totals.answered += 1;
    return ownOf(answer);
  }
  if (kind < 0.65) {
    if ((await line.ask(...attack(dice, knowledge))) !== null) totals.answered += 1;
  } else line.send(kind < 0.85 ? mutated(dice, valid) : noise(dice, valid));
  return null;
}

function ownOf(answer: object | null): Own | null {
  if (answer === null || !('secret' in answer) || !('code' in answer) || !('match' in answer)) return null;
  return { code: String(answer.code), secret: String(answer.secret), match: String(answer.match) };
}

async function run(size: Size, report: Report): Promise<void> {
  const program = await startProgram();
  const witnesses = await callWitnesses(program.port, 10);
  const before = await witnesses.testimony();
  const totals: Totals = { sessions: 0, messages: 0, valid: 0, answered: 0, cut: 0, refusedAtTheDoor: 0 };
  await each(upTo(sizes[size]), atOnce, (n) => session(n, { port: program.port, knowledge: witnesses, totals }));
  await sleep(500);
  const share = totals.valid / totals.messages;
  report.note(`${totals.sessions} sessions, ${totals.messages} messages, ${totals.cut} sessions ended by the server`);
  report.check('all sessions were let in', totals.refusedAtTheDoor === 0, `${totals.refusedAtTheDoor} were not`);
  report.check('at least 30 % of what was said is right', share >= 0.3, `${(share * 100).toFixed(0)} %`);
  report.check('the program lives', program.lives());
  report.check('nothing of others has changed', (await witnesses.testimony()) === before);
  report.check('nobody lost a seat', witnesses.thrownOff() === 0);
  report.check('the others play on', await witnesses.play());
  const failures = (await program.metric('ackward_failures_total')) + program.output().split('"fatal"').length - 1;
  report.check('no error of ours', failures === 0, `${failures}`);
}

export const scenario: Scenario = { title: 'Fuzzed socket sessions', missing: null, run };
