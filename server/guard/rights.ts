/**
 * Who may send what, and what it costs: one row for each message, one place to look. Who asks is known by the
 * connection alone (`guest.seat`), never by what a message says.
 */
import type { RefusalCode } from '../../shared/protocol/refusal.ts';
import type { RequestName } from '../../shared/protocol/request.ts';
import type { Guest } from '../room.ts';

/** What a connection is to the server: somebody, or the player of a seat. */
export const ranks = ['stranger', 'player'] as const;
export type Rank = (typeof ranks)[number];

export interface Right {
  readonly may: readonly Rank[];
  /** What the others hear. */
  readonly otherwise: RefusalCode;
  /** In tokens of the connection's bucket (`conduct.ts`): a token is about a tenth of a millisecond of our work. */
  readonly price: number;
}

const everybody = (price: number): Right => ({ may: ranks, otherwise: 'server/failed', price });
const players = (price: number): Right => ({ may: ['player'], otherwise: 'protocol/not-seated', price });

export const rights: { readonly [name in RequestName]: Right } = {
  create: everybody(0.5),
  join: everybody(0.5),
  resume: everybody(1),
  command: players(0),
  // A copy of the match is played on for a while.
  ghost: players(10),
  rematch: players(1),
  recording: players(2),
  leave: players(1),
  attempt: everybody(1),
  // Its log is folded again.
  run: everybody(10),
  board: everybody(2),
  rename: everybody(2),
  forget: everybody(2),
};

export const rankOf = ({ seat }: Pick<Guest, 'seat'>): Rank => (seat === null ? 'stranger' : 'player');

/** Why this guest may not send this message; null: it may. */
export function forbids(name: RequestName, guest: Pick<Guest, 'seat'>): RefusalCode | null {
  const { may, otherwise } = rights[name];
  return may.includes(rankOf(guest)) ? null : otherwise;
}
