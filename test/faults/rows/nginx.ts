/**
 * Three nodes on one PostgreSQL behind nginx with TLS, as server/nginx.conf says: WebSocket alone, polling alone, and both;
 * then one node is killed, and everybody plays on.
 */
import { missing as missingPostgres, startPostgres } from '../../postgres/postgres.ts';
import { missingNginx, startNginx } from '../lib/nginx.ts';
import { each, most, ms, upTo, until } from '../lib/numbers.ts';
import { botRoom, connected, createPlayer, friendRoom, type Player } from '../lib/player.ts';
import type { Report, Scenario, Size } from '../lib/scenario.ts';
import { type Program, startProgram } from '../lib/server.ts';
import { cleanUp } from '../lib/temporary.ts';

const sizes: { readonly [size in Size]: { readonly players: number; readonly rounds: number } } = {
  quick: { players: 12, rounds: 1 },
  ci: { players: 30, rounds: 2 },
  nightly: { players: 90, rounds: 20 },
};
const names = ['one', 'two', 'three'];
const ways = [['websocket'], ['polling'], ['websocket', 'polling']];

const nodeAt = (url: string, name: string, port: string): Promise<Program> =>
  startProgram({ DATABASE_URL: url, NODE_NAME: name, PORT: port, TIME_SCALE: '1', TRUSTED_PROXIES: '127.0.0.1' });

async function run(size: Size, report: Report): Promise<void> {
  const { players: count, rounds } = sizes[size];
  const postgres = await startPostgres({ fsync: true });
  cleanUp(postgres.remove);
  const nodes = await Promise.all(names.map((name) => nodeAt(postgres.url, name, '0')));
  const url = `https://127.0.0.1:${await startNginx(nodes.map(({ port }) => port))}`;
  const players = upTo(count).map((n) =>
    createPlayer(url, { transports: [...(ways[n % ways.length] ?? [])], rejectUnauthorized: false }),
  );
  await Promise.all(players.map(connected));
  await seat(players);
  await play(players, 5);
  const polling = players.filter(({ socket }) => socket.io.engine.transport.name === 'polling');
  const homes = new Set(players.map(({ socket }) => socket.io.engine.id.split('.')[0]));
  report.check('some poll to the end, and some do not', polling.length > 0 && polling.length < count);
  report.check('players are on all three nodes', homes.size === 3, [...homes].join(' '));
  const returns: number[] = [];
  for (const round of upTo(rounds)) returns.push(await kill(nodes, round % nodes.length, postgres.url, players));
  report.check('one of three nodes is killed: back within 10 s', most(returns) <= 10_000, `most ${ms(most(returns))}`);
  const { lost, moves } = await countLost(players);
  report.check('nothing acknowledged is lost or doubled', lost === 0, `${lost} of ${moves}`);
}

/** Against the bot, and against each other: the next one, who is on whatever node. */
async function seat(players: readonly Player[]): Promise<void> {
  for (const [n, player] of players.entries()) {
    const partner = players[n + 1];
    if (n % 3 === 0) await player.enter('create', botRoom);
    else if (n % 3 === 1 && partner !== undefined) {
      const { code } = await player.enter('create', friendRoom);
      await partner.enter('join', { code });
    }
  }
}

const play = (players: readonly Player[], moves: number): Promise<void> =>
  each(players, players.length, async (player) => {
    for (let n = 0; n < moves; n += 1) await player.move();
  });

/** How long it took until everybody had a seat again. */
async function kill(nodes: Program[], n: number, url: string, players: readonly Player[]): Promise<number> {
  const node = nodes[n];
  if (node === undefined) return 0;
  const began = performance.now();
  await node.end('SIGKILL');
  await until(1000, () => players.some((player) => player.seatedAt() === null));
  await until(30_000, () => players.every((player) => player.seatedAt() !== null));
  const took = performance.now() - began;
  await play(players, 3);
  nodes[n] = await nodeAt(url, names[n] ?? '', String(node.port));
  return took;
}

async function countLost(players: readonly Player[]): Promise<{ readonly lost: number; readonly moves: number }> {
  let lost = 0;
  await each(players, 10, async (player) => {
    const standing = player.standing();
    if (standing === null) return;
    const { match, version, view } = standing;
    const versions = new Set<number>();
    for (const { id, version: taken, move } of player.acknowledged) {
      const answer = await player.ask('command', { id, match, basedOn: version, role: view.role ?? 'client', move });
      if (!answer.ok || answer.version !== taken || versions.has(taken)) lost += 1;
      versions.add(taken);
    }
  });
  return { lost, moves: players.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0) };
}

export const scenario: Scenario = {
  title: 'three nodes behind nginx',
  missing: () => missingPostgres ?? missingNginx(),
  run,
};
