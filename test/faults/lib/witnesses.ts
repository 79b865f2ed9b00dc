/** Matches of honest players that nobody else may touch: looked at before and after an attack. */
import type { Entered } from '../../../shared/protocol/answer.ts';
import { enterPair, type Player } from './player.ts';
import type { Knowledge } from './traffic.ts';
import { upTo } from './numbers.ts';

export interface Witnesses extends Knowledge {
  readonly players: readonly Player[];
  /** What the server tells all of them of their rooms, as one text: equal if nothing was touched. */
  readonly testimony: () => Promise<string>;
  /** Whether each of them can still make a move. */
  readonly play: () => Promise<boolean>;
  /** How often one of them was thrown off the seat. */
  readonly thrownOff: () => number;
}

export async function callWitnesses(port: number, matches: number): Promise<Witnesses> {
  const players: Player[] = [];
  for (const _ of upTo(matches)) players.push(...(await enterPair(port)));
  // Somebody who waits for a friend would be joined by whoever guesses the code; all of these are full.
  let thrownOff = 0;
  for (const { socket } of players) socket.on('superseded', () => (thrownOff += 1));
  const codes = players.flatMap((player) => player.seat()?.code ?? []);
  const ids = players.flatMap((player) => player.standing()?.match ?? []);
  return {
    players,
    codes,
    matches: ids,
    thrownOff: () => thrownOff,
    async testimony() {
      return JSON.stringify(await Promise.all(players.map(async (player) => stateOf(player))));
    },
    async play() {
      const moved = await Promise.all(players.map(async (player) => player.move()));
      return moved.every((move) => move !== null);
    },
  };
}

/** What the server tells who comes back, without what changes by coming back. */
async function stateOf(player: Player): Promise<unknown> {
  const { match, version, view, history, room }: Entered = await player.again();
  return [match, version, view, history, room];
}
