/** What the player should know of who is at the table: derived from the room and the story, nothing is kept. */
import type { Told } from '../../shared/game/event.ts';
import { type Role, otherRole } from '../../shared/game/role.ts';
import type { Session } from './session.ts';

/**
 * `away`, `standIn`: the partner is away, or the bot plays for them; `left`: the seat was given up. `relieved`: the bot
 * played for this player, who has not moved since.
 */
export type Company = 'away' | 'standIn' | 'left' | 'relieved' | null;

const moves: ReadonlySet<Told['type']> = new Set(['sent', 'waited', 'refused', 'broke']);

export function companyOf({ view, room, history }: Session): Company {
  const { role } = view;
  if (role === null || view.phase !== 'playing') return null;
  const partner = room.ends[otherRole(role)];
  if (partner.standIn) return 'standIn';
  if (partner.keeper === 'nobody') return 'left';
  if (!partner.present) return 'away';
  return isRelieved(history, role) ? 'relieved' : null;
}

/** The last thing that this end did, it did by the hand of the bot. */
function isRelieved(history: readonly Told[], role: Role): boolean {
  const last = history.findLast(
    (told) => 'host' in told && told.host === role && (told.type === 'standIn' || moves.has(told.type)),
  );
  return last?.type === 'standIn' && !last.begins;
}
