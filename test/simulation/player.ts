/** Somebody at a browser: opens tabs, thinks, and moves; mostly right, because the judge says what would have been. */
import { otherRole } from '../../shared/game/role.ts';
import type { Move } from '../../shared/judge/move.ts';
import type { Request } from '../../shared/protocol/request.ts';
import { type Browser, newBrowser } from './browser.ts';
import { type Page, type PageParts, openPage } from './page.ts';
import type { Swarm } from './swarm.ts';
import type { World } from './world.ts';

export interface Player {
  readonly browser: Browser;
  /** The newest last. */
  readonly pages: Page[];
  /** Never comes back. */
  isGone: boolean;
  readonly openTab: () => void;
  readonly leave: () => Promise<void>;
}

export interface PlayerParts extends Pick<PageParts, 'witness' | 'dial'> {
  readonly name: string;
  readonly swarm: Swarm;
  /** The room that this player makes; null: the friend's. */
  readonly makes: Request<'create'> | null;
  /** Matches that this player wants to play. */
  readonly games: number;
  readonly isCalm: () => boolean;
}

export function openPlayer(world: World, parts: PlayerParts): Player {
  const { name, swarm, makes, witness, dial, isCalm } = parts;
  const { dice } = world;
  const browser = newBrowser(name, dice.below(0x1_0000_0000));
  const pages: Page[] = [];
  const isSentTwice = (): boolean => !isCalm() && swarm.has('send twice') && dice.chance(0.2);
  const openTab = (): void => {
    const page = openPage(world, { name: `${name}/${pages.length + 1}`, browser, witness, dial, isSentTwice });
    pages.push(page);
    if (browser.code !== null) page.open(browser.code);
    else if (makes !== null) page.create(makes);
    think(world, page, { ...parts, browser });
  };
  const player: Player = {
    browser,
    pages,
    isGone: false,
    openTab,
    async leave() {
      const page = pages.at(-1);
      if (page === undefined || page.state.place !== 'inside' || browser.code === null) return;
      witness.leaves(browser, browser.code);
      const reply = await page.ask('leave', {});
      page.close();
      if (reply.ok) browser.drop(browser.code);
      world.after(world.some(100, 5000), openTab);
    },
  };
  return player;
}

interface Mind extends PlayerParts {
  readonly browser: Browser;
}

/** Looks at the page again and again, as long as it is open. */
function think(world: World, page: Page, mind: Mind): void {
  const { state } = page;
  const seen = new Set<string>();
  let asked = -Infinity;
  const look = (): void => {
    if (state.isClosed) return;
    world.after(world.some(5, 600), look);
    const { session } = state;
    if (session === null) return;
    seen.add(session.match);
    if (state.place === 'superseded') intrude(world, page, mind);
    if (state.place !== 'inside') return;
    if (session.view.phase === 'finished') {
      if (mind.isCalm() || seen.size >= mind.games || world.now() - asked < 2000) return;
      asked = world.now();
      void page.ask('rematch', { match: session.match });
      return;
    }
    if (session.view.phase === 'playing' && state.outgoing === null) play(world, page, mind);
  };
  look();
}

function play(world: World, page: Page, mind: Mind): void {
  const { dice } = world;
  const { session, verdict } = page.state;
  const isWild = !mind.isCalm() && mind.swarm.has('wrong moves');
  if (isWild && dice.chance(0.05)) return intrude(world, page, mind);
  if (isWild && dice.chance(0.1)) return page.submit(wildMove(world));
  if ((session?.view.own?.decision.length ?? 0) === 0) return;
  // After a refusal one of the right moves; else Wait, which is right or is told what is.
  const right = verdict === null ? undefined : verdict.expected[dice.below(verdict.expected.length)];
  page.submit(right ?? { type: 'wait' });
}

function wildMove({ dice }: World): Move {
  const flags = (['SYN', 'ACK', 'FIN', 'RST'] as const).filter(() => dice.chance(0.4));
  const ack = dice.chance(0.5) ? dice.below(0x1_0000_0000) : null;
  return { type: 'send', flags, seq: dice.below(0x1_0000_0000), ack, payload: null };
}

/** A changed page asks for what it must not do: moves for the other end, or after it was superseded. */
function intrude(world: World, page: Page, { browser }: Mind): void {
  const { session, place } = page.state;
  const role = session?.view.role ?? null;
  if (session === null || role === null || (place === 'superseded' && world.dice.chance(0.7))) return;
  const wanted = place === 'superseded' ? role : otherRole(role);
  const { match, version } = session;
  const command = { id: browser.newId(), match, basedOn: version, role: wanted, move: { type: 'wait' } };
  void forbidden(world, page, command);
}

async function forbidden(world: World, page: Page, command: object): Promise<void> {
  const { ok } = await page.ask('command', command);
  if (ok) world.blame(`${page.name} moved what it must not`);
}
