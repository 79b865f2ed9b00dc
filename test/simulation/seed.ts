/** One seed: a few players in a room or two, one to three nodes, one store, some time of faults, and then calm. */
import { diceFrom, rngFrom } from '../../shared/rng.ts';
import type { Dice } from '../../shared/rng.ts';
import type { Request } from '../../shared/protocol/request.ts';
import type { Room } from '../../server/room.ts';
import { seedChance } from './chance.ts';
import { faultsOf } from './faults.ts';
import { type Database, openDatabase } from './database.ts';
import { openLine, type Network, type PageSide } from './line.ts';
import { openNode, type ServerNode } from './node.ts';
import { openPlayer, type Player } from './player.ts';
import { type Memory, reckon } from './reckoning.ts';
import { drawSwarm, type Swarm } from './swarm.ts';
import { openWitness, type Witness } from './witness.ts';
import { openWorld, type World } from './world.ts';

export interface Counts {
  readonly commands: number;
  readonly messages: number;
  readonly matches: number;
}

export interface Outcome {
  readonly seed: number;
  /** Promises that were broken; empty: the seed passed. */
  readonly blames: readonly string[];
  readonly trace: readonly string[];
  readonly counts: Counts;
}

export interface Scene {
  readonly world: World;
  readonly swarm: Swarm;
  readonly database: Database;
  readonly network: Network;
  readonly nodes: ServerNode[];
  readonly players: readonly Player[];
  readonly witness: Witness;
  readonly dial: (side: PageSide) => void;
  /** Puts a new process in the place of a dead one. */
  readonly revive: (place: number) => void;
  readonly standIn: number | null;
  readonly isCalm: () => boolean;
}

const oneOf = <T>(dice: Dice, list: readonly [T, ...T[]]): T => list[dice.below(list.length)] ?? list[0];

export function drawRoom(dice: Dice): Request<'create'> {
  return {
    opponent: dice.chance(0.2) ? 'bot' : 'friend',
    role: oneOf(dice, ['any', 'client', 'server']),
    closer: 'any',
    weather: oneOf(dice, ['calm', 'lossy', 'stormy']),
    clock: oneOf(dice, ['study', 'live']),
    judging: dice.chance(0.15) ? 'free' : 'strict',
    locale: oneOf(dice, ['en', 'zh-CN']),
    standIn: dice.chance(0.6) ? 5 + dice.below(10) : null,
  };
}

function setScene(world: World): { readonly scene: Scene; readonly calm: () => void; readonly timeScale: number } {
  const { dice } = world;
  const swarm = drawSwarm(dice);
  const database = openDatabase(world, swarm);
  const witness = openWitness(world);
  const network: Network = { lag: () => world.some(0.5, swarm.has('slow network') && !isCalm ? 3000 : 40) };
  const timeScale = oneOf(dice, [20, 100, 400]);
  const idleAfter = oneOf(dice, [300, 5000, 600_000]);
  const nodes: ServerNode[] = [];
  let isCalm = false;
  let born = 0;
  const revive = (place: number): void => {
    const name = `node${(born += 1)}`;
    world.note(`${name} begins`);
    nodes[place] = openNode(world, { name, database, timeScale, idleAfter });
  };
  for (let place = 1 + dice.below(3); place > 0; place -= 1) revive(place - 1);
  const dial = (side: PageSide): void => {
    const open = nodes.filter((node) => !node.isShut());
    const node = open[dice.below(Math.max(1, open.length))];
    if (node === undefined) world.after(network.lag(), side.ended);
    else openLine(world, network, node, side);
  };
  const wish = drawRoom(dice);
  const games = 1 + dice.below(2);
  const shared = { swarm, witness, dial, games, isCalm: () => isCalm };
  const host = openPlayer(world, { ...shared, name: 'ann', makes: wish });
  const friend = wish.opponent === 'bot' ? null : openPlayer(world, { ...shared, name: 'bob', makes: null });
  const players = friend === null ? [host] : [host, friend];
  if (friend !== null) invite(world, host, friend);
  host.openTab();
  const scene = { world, swarm, database, network, nodes, players, witness, dial, revive };
  const calm = (): void => {
    isCalm = true;
    database.calm();
  };
  return { scene: { ...scene, standIn: wish.standIn ?? null, isCalm: () => isCalm }, calm, timeScale };
}

/** Tells the friend the code, once there is one. */
function invite(world: World, host: Player, friend: Player): void {
  const look = (): void => {
    friend.browser.code ??= host.browser.code;
    if (friend.browser.code === null) world.after(200, look);
    else friend.openTab();
  };
  look();
}

export async function runSeed(seed: number): Promise<Outcome> {
  const world = openWorld(seed);
  seedChance(diceFrom(rngFrom(seed ^ 0x5eed)).below(0x1_0000_0000));
  const { scene, calm, timeScale } = setScene(world);
  const memories: (Memory & { readonly code: string })[] = [];
  faultsOf(scene, () => remember(scene, memories));
  await world.run(() => world.blames.length > 0, 3000 + world.dice.below(20_000));
  if (world.blames.length === 0) {
    world.note('calm');
    calm();
    await comeToRest(scene);
  }
  remember(scene, memories);
  await world.run(() => true, 0);
  const { witness, database } = scene;
  const rooms = new Set(witness.rooms);
  const parts = { database, witness, timeScale, rooms, memories: memories.filter(({ code }) => rooms.has(code)) };
  const matches = await reckon(world, parts);
  for (const { browser } of scene.players.slice(0, 1)) if (browser.code !== null) await judgeRest(scene, browser.code);
  return {
    seed,
    blames: world.blames,
    trace: world.trace,
    counts: { commands: witness.acknowledged.length, messages: witness.all.length, matches: matches.size },
  };
}

/** What every node that can be asked has of its rooms, now. */
function remember({ nodes }: Scene, memories: (Memory & { readonly code: string })[]): void {
  for (const node of nodes) {
    if (node.isDead()) continue;
    for (const [code, loading] of node.house.rooms) void note(node, code, loading);
  }
  async function note({ name }: ServerNode, code: string, loading: Promise<Room | null>): Promise<void> {
    const room = await loading.catch(() => null);
    if (room === null) return;
    const { id, version, match } = room.game;
    memories.push({ node: name, code, match: id, version, state: match });
  }
}

/** Nothing goes wrong any more: every match comes to its end, and everybody hears of it. */
async function comeToRest(scene: Scene): Promise<void> {
  const { world, nodes, players, revive } = scene;
  nodes.forEach((node, place) => {
    if (node.isShut()) revive(place);
  });
  const heal = (): void => {
    for (const player of players) if (!player.isGone) mend(player);
    world.after(3000, heal);
  };
  heal();
  // What stands still thaws, and what is under way arrives.
  if (await world.run(() => world.blames.length > 0, 10_000)) return;
  for (let n = 0; n < 5; n += 1) {
    if (!(await world.run(() => isAtRest(scene), 900_000))) {
      const stuck = players
        .map(({ pages }) => pages.at(-1)?.state)
        .map((state) => `${state?.place} ${state?.session?.view.phase}`);
      world.blame(`the match does not come to its end: ${stuck.join(', ')}`);
      return;
    }
    if (await world.run(() => world.blames.length > 0, 4000)) return;
    if (isAtRest(scene)) return;
  }
}

/** One tab that is in the room, or on its way. */
function mend({ pages, openTab, browser }: Player): void {
  const last = pages.at(-1);
  for (const page of pages) if (page !== last) page.close();
  if (last === undefined && browser.code === null) return;
  if (last === undefined || last.state.isClosed || last.state.place === 'superseded' || last.state.place === 'failed') {
    last?.close();
    openTab();
  } else if (browser.code !== null && last.state.code !== null && last.state.code !== browser.code)
    last.open(browser.code);
}

const isAtRest = ({ players }: Scene): boolean =>
  players.every(({ pages, isGone }) => {
    const state = pages.at(-1)?.state;
    return isGone || (state?.place === 'inside' && state.session?.view.phase === 'finished' && state.outgoing === null);
  });

/** Whoever is connected is told of everything, and every node with somebody in the room knows it. */
async function judgeRest({ world, database, players, nodes, isCalm }: Scene, code: string): Promise<void> {
  if (!isCalm() || world.blames.length > 0) return;
  const found = await database.truth.room(code);
  const log = found === null ? null : await database.truth.match({ room: code, match: found.room.match });
  if (found === null || log === null) return world.blame(`room ${code} is lost`);
  const head = log.entries.length;
  for (const { pages, isGone } of players) {
    const session = pages.at(-1)?.state.session;
    if (!isGone && (session?.match !== found.room.match || session.version !== head))
      world.blame(`${pages.at(-1)?.name} stands at ${session?.version}, and the log at ${head}`);
  }
  for (const { name, house } of nodes) {
    const room = house.inUse.get(code);
    if (room !== undefined && (room.game.id !== found.room.match || room.game.version !== head))
      world.blame(`${name} stands at ${room.game.version}, and the log at ${head}`);
  }
}
