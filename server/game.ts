/**
 * A match as this process knows it: the fold of its log so far. Only `fold` changes it, and only by entries that
 * are in the store.
 */
import type { WholeLife } from '../shared/game/command.ts';
import { isWrongMove, type Told } from '../shared/game/event.ts';
import { type Match, initial } from '../shared/game/match.ts';
import { reduce } from '../shared/game/reduce.ts';
import type { Role } from '../shared/game/role.ts';
import type { Move } from '../shared/judge/move.ts';
import type { Verdict } from '../shared/judge/verdict.ts';
import type { Draft, StoredMatch } from './store/store.ts';

/** What became of a player's command: what its answer says, however often it is asked for. */
export interface Taken {
  readonly version: number;
  readonly role: Role;
  readonly move: Move;
  readonly verdict: Verdict | null;
}

export interface Game {
  readonly id: string;
  readonly setup: WholeLife;
  match: Match;
  /** The last entry of the log that is folded in, and its hash. */
  version: number;
  hash: string;
  /** By seat and command id. */
  readonly taken: Map<string, Taken>;
}

/** A match before its first command. */
export const begin = (id: string, { setup, start }: Pick<StoredMatch, 'setup' | 'start'>): Game => ({
  id,
  setup,
  match: initial(setup),
  version: start.version,
  hash: start.hash,
  taken: new Map(),
});

/** A match folded from its whole log. */
export function foldAll(id: string, stored: StoredMatch): Game {
  const game = begin(id, stored);
  for (const entry of stored.entries) fold(game, work(game, entry), entry.hash);
  return game;
}

export const commandKey = (by: { readonly seat: string; readonly id: string }): string => `${by.seat} ${by.id}`;

/** A step that was worked out, but is not in `game` yet. */
export interface Step {
  readonly draft: Draft;
  readonly match: Match;
  readonly events: readonly Told[];
}

/** Works out what `draft` does. Throws where the reducer has a bug: before anything is stored. */
export const work = (game: Game, draft: Draft): Step => ({ draft, ...reduce(game.match, draft.command) });

/** Puts a step into `game`; `hash` is that of its entry in the log. */
export function fold(game: Game, { draft, match, events }: Step, hash: string): void {
  const { command, by, version } = draft;
  game.match = match;
  game.version = version;
  game.hash = hash;
  if (by === null || command.type !== 'move') return;
  const { role, move } = command;
  const wrong = events.filter(isWrongMove).find(({ host }) => host === role);
  game.taken.set(commandKey(by), { version, role, move, verdict: wrong?.verdict ?? null });
}
