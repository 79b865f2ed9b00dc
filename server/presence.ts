/**
 * Who is here. The record of a room names the connection that took each seat last, wherever it is; whether it still is
 * there, its own node knows, and the others see that its node lives. The log has what follows from that: away, back,
 * and that the bot plays meanwhile.
 */
import { type Role, roles } from '../shared/game/role.ts';
import { rates, paceOf } from '../shared/game/pace.ts';
import type { SeatChange } from '../shared/game/command.ts';
import type { Millis } from '../shared/time.ts';
import type { House } from './house.ts';
import { type Room, dueWall, guestAt } from './room.ts';
import type { StoredLine } from './store/records.ts';

/** Milliseconds that a node lets the one go first whose turn it is: its player's command is on the way here. */
const courtesy = 400;

function lineAt({ stored }: Room, role: Role): StoredLine | null {
  const end = stored.ends[role];
  return end.keeper === 'human' ? end.line : null;
}

/** The node of its connection has died. */
export const isOrphaned = ({ nodes }: House, room: Room, role: Role): boolean => {
  const line = lineAt(room, role);
  return line !== null && !nodes.isAlive(line.node);
};

/** What the log has to hear about a seat; null: nothing, or it is for another node to say. */
export function changeOf(house: House, room: Room, role: Role): SeatChange | null {
  const { seat } = room.game.match.ends[role];
  const here = isHere(house, room, role);
  if (here === null) return null;
  if (here) return seat === 'kept' ? null : 'back';
  return seat === 'kept' ? 'away' : null;
}

/** null: this node cannot tell. */
function isHere(house: House, room: Room, role: Role): boolean | null {
  const end = room.stored.ends[role];
  if (end.keeper === 'bot') return null;
  if (end.keeper === 'nobody') return room.game.match.phase === 'playing' ? false : null;
  const { line } = end;
  if (line === null || isOrphaned(house, room, role)) return false;
  return line.node === house.nodes.own ? guestAt(room, role) !== null : null;
}

export const isUnsettled = (house: House, room: Room): boolean =>
  roles.some((role) => changeOf(house, room, role) !== null);

/** How fast time runs here. Somebody has gone, and the log does not know it yet: not at all. */
export function rateOf(house: House, room: Room): number {
  const isGoing = room.lines.size === 0 || roles.some((role) => changeOf(house, room, role) === 'away');
  return isGoing ? 0 : rates[paceOf(room.game.match)] * house.timeScale;
}

/** When the bot begins to play for a player who is away; null: it does not. There must be somebody to play with. */
export function standInAt({ stored, game, away }: Room, role: Role): Millis | null {
  const since = away.get(role);
  const { standIn } = stored;
  const { phase, ends } = game.match;
  const isAwaited = roles.some((other) => stored.ends[other].keeper === 'human' && ends[other].seat === 'kept');
  if (since === undefined || standIn === null || phase !== 'playing' || !isAwaited) return null;
  return since + 1000 * standIn;
}

/** This node sees to it that what is due happens: the one with the first player who is connected. */
function leads({ nodes }: House, room: Room): boolean {
  const first = roles.map((role) => lineAt(room, role)).find((line) => line !== null && nodes.isAlive(line.node));
  return first === undefined || first === null || first.node === nodes.own;
}

/** When this node has to act on the room by itself; null: never, as things are. */
export function wakeAt(house: House, room: Room): Millis | null {
  const dues = [dueWall(room), ...roles.map((role) => standInAt(room, role))].filter((due) => due !== null);
  if (dues.length === 0) return null;
  return Math.min(...dues) + (leads(house, room) ? 0 : courtesy);
}
