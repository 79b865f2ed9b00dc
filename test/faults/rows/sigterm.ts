/**
 * SIGTERM in the middle of many matches: everybody is told, the program is gone within five seconds, and when it is
 * back everybody plays on, with every move that was acknowledged and none of them twice.
 */
import { enterPair, type Player } from '../lib/player.ts';
import { each, ms, most, percentile, upTo, until } from '../lib/numbers.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { type Program, startProgram } from '../lib/server.ts';

const sizes: { readonly [size in Size]: { readonly rounds: number; readonly matches: number } } = {
  quick: { rounds: 2, matches: 20 },
  ci: { rounds: 20, matches: 100 },
  nightly: { rounds: 100, matches: 100 },
};

interface Totals {
  readonly exits: number[];
  readonly returns: number[];
  readonly codes: (number | null)[];
  untold: number;
  /** Of those who did not come back: what they heard last. */
  readonly missing: string[];
  lost: number;
}

/** Moves of everybody go on while the program ends and begins again; comes back with the new one. */
async function round(program: Program, players: readonly Player[], totals: Totals): Promise<Program> {
  const told = players.map((player) => player.closings());
  let playing = true;
  const play = async (player: Player): Promise<void> => {
    await player.move();
    await until(200, () => !playing);
    if (playing) await play(player);
  };
  const moves = Promise.all(players.map(play));
  await until(300, () => false);
  const { code, took } = await program.end('SIGTERM');
  totals.codes.push(code);
  totals.exits.push(took);
  totals.untold += players.filter((player, n) => player.closings() === told[n]).length;
  const next = await startProgram({ PORT: String(program.port), DATA_DIR: program.dataDir, TIME_SCALE: '1' });
  const up = performance.now();
  const back = await until(15_000, () => players.every((player) => (player.seatedAt() ?? 0) > up));
  totals.returns.push(...players.map((player) => (player.seatedAt() ?? Infinity) - up));
  if (!back)
    totals.missing.push(...players.filter(({ seatedAt }) => seatedAt() === null).map(({ lastNo }) => lastNo()));
  playing = false;
  await moves;
  return next;
}

/** What was acknowledged is there once: asked again with the same id, each move has the version that it had. */
async function countLost(players: readonly Player[]): Promise<number> {
  let lost = 0;
  await each(players, 20, async (player) => {
    const standing = player.standing();
    if (standing === null) return;
    const { match, version, view } = standing;
    const versions = new Set<number>();
    for (const { id, version: taken, move } of player.acknowledged) {
      const answer = await player.ask('command', { id, match, basedOn: version, role: view.role ?? 'client', move });
      if (!answer.ok || answer.version !== taken || versions.has(taken)) lost += 1;
      versions.add(taken);
      await until(20, () => false);
    }
  });
  return lost;
}

async function run(size: Size, report: Report): Promise<void> {
  const { rounds, matches } = sizes[size];
  let program = await startProgram({ TIME_SCALE: '1' });
  const players: Player[] = [];
  await each(upTo(matches), 20, async () => void players.push(...(await enterPair(program.port))));
  const totals: Totals = { exits: [], returns: [], codes: [], untold: 0, missing: [], lost: 0 };
  for (let n = 0; n < rounds; n += 1) program = await round(program, players, totals);
  totals.lost = await countLost(players);
  const moves = players.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  report.note(`${rounds} rounds, ${players.length} players, ${moves} acknowledged moves`);
  report.check(
    'exits within 5 s',
    most(totals.exits) <= 5000,
    `p50 ${ms(percentile(totals.exits, 0.5))}, most ${ms(most(totals.exits))}`,
  );
  report.check(
    'exits with code 0',
    totals.codes.every((code) => code === 0),
    totals.codes.join(' '),
  );
  report.check('every player is told', totals.untold === 0, `${totals.untold} were not`);
  const { returns } = totals;
  if (totals.missing.length > 0) report.note(`missing: ${totals.missing.join(', ')}`);
  report.check(
    'every player is back',
    totals.missing.length === 0,
    `p50 ${ms(percentile(returns, 0.5))}, p99 ${ms(percentile(returns, 0.99))} after the start`,
  );
  report.check('nothing acknowledged is lost or doubled', totals.lost === 0, `${totals.lost} of ${moves}`);
}

export const scenario: Scenario = { title: 'SIGTERM in the middle of many matches', missing: null, run };
