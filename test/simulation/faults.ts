/** What goes wrong while a seed runs: one thing after the other, of the kinds that its swarm has. */
import type { Reply } from './page.ts';
import type { Player } from './player.ts';
import type { ServerNode } from './node.ts';
import type { Scene } from './seed.ts';
import type { Kind } from './swarm.ts';

/** What each kind does when its turn comes; the others work all the time, somewhere else. */
const acts: { readonly [kind in Kind]?: (scene: Scene) => void } = {
  cut: (scene) => anyPage(scene)?.cut(),
  crash: (scene) => {
    const at = anyPlace(scene);
    scene.nodes[at]?.crash();
    replace(scene, at);
  },
  restart: (scene) => {
    const at = anyPlace(scene);
    const node = scene.nodes[at];
    if (node === undefined || node.isShut()) return;
    void node.close();
    replace(scene, at);
  },
  freeze: (scene) => anyNode(scene)?.freeze(scene.world.some(50, 9000)),
  'refusing store': ({ world, database: { weather } }) => {
    weather.refusing = world.now() + world.some(50, 3000);
  },
  'silent store': ({ world, database: { weather } }) => {
    weather.silent = world.now() + world.some(50, 3000);
  },
  'slow store': ({ world, database: { weather } }) => {
    weather.slow = world.now() + world.some(500, 6000);
  },
  'lost wake-ups': (scene) => {
    const node = anyNode(scene);
    if (node !== undefined) scene.database.deafen(node.name, scene.world.now() + scene.world.some(100, 4000));
  },
  reload: (scene) => {
    const player = anyPlayer(scene);
    player?.pages.at(-1)?.close();
    player?.openTab();
  },
  'second tab': (scene) => anyPlayer(scene)?.openTab(),
  thief: (scene) => rob(scene, anyPlayer(scene)),
  leave: (scene) => {
    if (scene.world.dice.chance(0.2)) void anyPlayer(scene)?.leave();
  },
  'gone for good': (scene) => {
    const player = scene.players.at(-1);
    const isIn = player?.pages.at(-1)?.state.session?.view.phase === 'playing';
    const hasBoth = scene.players.length === 2 && scene.standIn !== null;
    if (player === undefined || !isIn || !hasBoth || scene.swarm.has('leave') || scene.world.dice.chance(0.8)) return;
    player.isGone = true;
    // With the node, at times: then nobody is there to say so.
    const at = scene.world.dice.chance(0.5) ? scene.nodes.findIndex(({ house }) => house.inUse.size > 0) : -1;
    scene.nodes[at]?.crash();
    if (at >= 0) replace(scene, at);
    for (const page of player.pages) page.close();
  },
};

export function faultsOf(scene: Scene, look: () => void): void {
  const { world, swarm, isCalm } = scene;
  const kinds = [...swarm].filter((kind) => acts[kind] !== undefined);
  const strike = (): void => {
    if (isCalm()) return;
    world.after(world.some(50, 3000), strike);
    if (world.dice.chance(0.3)) look();
    const kind = kinds[world.dice.below(Math.max(1, kinds.length))];
    if (kind === undefined) return;
    world.note(`fault: ${kind}`);
    acts[kind]?.(scene);
  };
  world.after(world.some(50, 3000), strike);
}

const anyPlace = ({ world, nodes }: Scene): number => world.dice.below(nodes.length);
const anyNode = (scene: Scene): ServerNode | undefined => scene.nodes[anyPlace(scene)];

function anyPlayer({ world, players }: Scene): Player | undefined {
  const here = players.filter(({ isGone, pages }) => !isGone && pages.length > 0);
  return here[world.dice.below(Math.max(1, here.length))];
}

const anyPage = (scene: Scene) => anyPlayer(scene)?.pages.at(-1);

/** Another process comes up in its place, some time later. */
function replace({ world, nodes, revive }: Scene, place: number): void {
  const gone = nodes[place];
  const look = (): void => {
    if (nodes[place] !== gone) return;
    if (gone?.isDead() === true) revive(place);
    else world.after(500, look);
  };
  world.after(world.some(100, 6000), look);
}

/** Somebody has a secret that was used before, or none, and tries. */
function rob({ world, dial, witness }: Scene, player: Player | undefined): void {
  const code = player?.browser.code ?? null;
  if (player === undefined || code === null) return;
  const secret = witness.worthless(player.browser, code);
  const match = player.pages.at(-1)?.state.session?.match;
  const asks: { readonly name: 'resume' | 'command'; readonly text: string }[] = [];
  if (secret !== null) asks.push({ name: 'resume', text: JSON.stringify({ code, secret }) });
  for (const role of ['client', 'server'] as const) {
    const command = { id: 'nobody-command-1', match, basedOn: 0, role, move: { type: 'wait' } };
    if (match !== undefined) asks.push({ name: 'command', text: JSON.stringify(command) });
  }
  dial({
    opened(line) {
      asks.forEach(({ name, text }, n) => line.ask({ n, name, text }));
      world.after(5000, line.hangUp);
    },
    heard(message) {
      if (message.type !== 'answer') return;
      const reply = JSON.parse(message.text) as Pick<Reply, 'ok'>;
      world.note(`a thief hears ${message.text.slice(0, 80)}`);
      if (reply.ok) world.blame(`a stranger got in by ${message.name}`);
    },
    ended: () => {},
  });
}
