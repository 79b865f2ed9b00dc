/**
 * Room codes are guessed by the hundred thousand from one address, and nobody gets in; while forty students behind
 * another one, who mistype theirs, all do.
 */
import { codeAlphabet, codeLength } from '../../../shared/protocol/code.ts';
import { type Dice, diceFrom, rngFrom } from '../../../shared/rng.ts';
import { type Line, joinedLine } from '../lib/line.ts';
import { each, ms, percentile, upTo } from '../lib/numbers.ts';
import { friendRoom } from '../lib/player.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { startProgram } from '../lib/server.ts';
import { oneOf } from '../lib/traffic.ts';

const sizes: { readonly [size in Size]: number } = { quick: 5000, ci: 100_000, nightly: 1_000_000 };
const attackers = 10;
/** More than any connection lasts. */
const perConnection = 100;
const students = 40;
/** Wrong codes of each student before the right one. */
const typos = 8;

const alphabet = codeAlphabet.split('');
const drawn = (dice: Dice): string => Array.from({ length: codeLength }, () => oneOf(dice, alphabet)).join('');

/** The code with one letter that is wrong. */
function mistyped(dice: Dice, code: string): string {
  const at = dice.below(code.length);
  return (
    code.slice(0, at) +
    oneOf(
      dice,
      alphabet.filter((one) => one !== code[at]),
    ) +
    code.slice(at + 1)
  );
}

/** Rooms that wait for a friend, each held by its host's line. */
async function waitingRooms(port: number, count: number): Promise<readonly string[]> {
  const codes: string[] = [];
  await each(upTo(count), 10, async () => {
    const host = await joinedLine({ port, from: '127.0.0.2' });
    const answer = await host.ask('create', friendRoom);
    codes.push(answer?.code ?? '');
  });
  return codes;
}

interface Guesses {
  made: number;
  /** Answered by "no such room": the code was looked up. */
  looked: number;
  hits: number;
}

async function guess(port: number, wanted: number): Promise<Guesses> {
  const total: Guesses = { made: 0, looked: 0, hits: 0 };
  const attacker = async (n: number): Promise<void> => {
    if (total.made >= wanted) return;
    const dice = diceFrom(rngFrom(total.made + n));
    const line = await joinedLine({ port, from: '127.0.0.9' });
    await each(upTo(perConnection), 12, () => once(line, dice, total));
    line.close();
    await attacker(n);
  };
  await Promise.all(upTo(attackers).map(attacker));
  return total;
}

async function once(line: Line, dice: Dice, total: Guesses): Promise<void> {
  if (!line.isOpen()) return;
  const answer = await line.ask('join', { code: drawn(dice) });
  if (answer === null) return;
  total.made += 1;
  if (answer.code === 'room/unknown') total.looked += 1;
  else if (answer.code !== 'room/guessing' && answer.code !== 'server/busy') total.hits += 1;
}

/** How long the right code took to let each student in; infinite for one who was not. */
async function letIn(port: number, from: string, codes: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  await each(codes, students, async (code) => {
    const dice = diceFrom(rngFrom(codes.indexOf(code)));
    const line = await joinedLine({ port, from });
    for (const _ of upTo(typos)) await line.ask('join', { code: mistyped(dice, code) });
    const began = performance.now();
    const answer = await line.ask('join', { code });
    times.push(answer?.ok === true ? performance.now() - began : Infinity);
    line.close();
  });
  return times;
}

const blocked = (times: readonly number[]): number => times.filter((time) => time === Infinity).length;

async function run(size: Size, report: Report): Promise<void> {
  const program = await startProgram();
  const codes = await waitingRooms(program.port, 2 * students);
  const alone = await letIn(program.port, '127.0.0.3', codes.slice(0, students));
  report.check(
    `${students} students with ${typos} typos each are let in`,
    blocked(alone) === 0,
    `${blocked(alone)} are not`,
  );

  const began = performance.now();
  const attack = guess(program.port, sizes[size]);
  const beside = await letIn(program.port, '127.0.0.4', codes.slice(students));
  const { made, looked, hits } = await attack;
  report.check(
    'so are others while an attack runs',
    blocked(beside) === 0,
    `${blocked(beside)} are not, p99 ${ms(percentile(beside, 0.99))}`,
  );
  report.check('no guess is a hit', hits === 0, `${made} guesses, ${hits} hits`);
  report.check(
    'few guesses are even looked up',
    looked <= 2100 + (40 * (performance.now() - began)) / 1000,
    `${looked} of ${made}`,
  );
  report.check('the program lives', program.lives());
}

export const scenario: Scenario = { title: 'Guessed room codes, and forty students with typos', missing: null, run };
