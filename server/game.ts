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
import type { Entry, NewMatch } from './store.ts';

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
  /** The last version of the log that is folded in. */
  version: number;
  /** By seat and command id. */
  readonly taken: Map<string, Taken>;
}

export const begin = ({ id, setup }: NewMatch): Game => ({
  id,
  setup,
  match: initial(setup),
  version: 0,
  taken: new Map(),
});

export const commandKey = (by: { readonly seat: string; readonly id: string }): string => `${by.seat} ${by.id}`;

/** A step that was worked out, but is not in `game` yet. */
export interface Step {
  readonly entry: Entry;
  readonly match: Match;
  readonly events: readonly Told[];
}

/** Works out what `entry` does. Throws where the reducer has a bug: before anything is stored. */
export const work = (game: Game, entry: Entry): Step => ({ entry, ...reduce(game.match, entry.command) });

/** Puts a step into `game`. */
export function fold(game: Game, { entry, match, events }: Step): void {
  const { command, by, version } = entry;
  game.match = match;
  game.version = version;
  if (by === null || command.type !== 'move') return;
  const { role, move } = command;
  const wrong = events.filter(isWrongMove).find(({ host }) => host === role);
  game.taken.set(commandKey(by), { version, role, move, verdict: wrong?.verdict ?? null });
}
