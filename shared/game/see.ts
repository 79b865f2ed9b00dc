/** What one seat may see: built field by field from an allow-list, so that nothing hidden leaks by being forgotten. */
import { flightsOf } from './seeFlights.ts';
import { endView } from './seeEnd.ts';
import type { Told } from './event.ts';
import type { Match } from './match.ts';
import { paceOf } from './pace.ts';
import { otherRole, type Role } from './role.ts';
import type { View } from './view.ts';

/** The match through the eyes of `role`, or of a spectator (null). */
export function viewOf(match: Match, role: Role | null): View {
  const over = match.phase === 'finished';
  const eyes = role ?? 'client';
  return {
    role,
    phase: match.phase,
    now: match.now,
    clock: match.setup.clock,
    judging: match.setup.judging,
    weather: match.setup.weather,
    pace: paceOf(match),
    ends: { client: publicEnd(match, 'client'), server: publicEnd(match, 'server') },
    flights: flightsOf(match),
    own: role !== null || over ? endView(match, eyes) : null,
    peer: over ? endView(match, otherRole(eyes)) : null,
  };
}

/** The match with nothing hidden, for who has its whole log: replays. The client's end stands in `own`. */
export const openView = (match: Match): View => ({
  ...viewOf(match, null),
  own: endView(match, 'client'),
  peer: endView(match, 'server'),
});

const publicEnd = (match: Match, role: Role): View['ends'][Role] => ({
  keeper: match.ends[role].keeper,
  deciding: match.ends[role].triggers.length > 0,
});

/** The event as this seat may know it, or null. What happens inside the other host shows only when it is over. */
export function seen(match: Match, told: Told, role: Role | null): Told | null {
  switch (told.type) {
    // No host can see that a segment is an old duplicate or forged.
    case 'sent':
      return match.phase === 'finished' ? told : { ...told, ghost: false };
    case 'started':
    case 'duplicated':
    case 'lost':
    case 'standIn':
    case 'finished':
      return told;
    // The boat is seen to land; what the keeper made of it is not.
    case 'arrived':
      return told;
    case 'called':
    case 'expired':
    case 'changed':
    case 'ignored':
    case 'delivered':
    case 'signalled':
    case 'waited':
    case 'also':
    case 'broke':
    case 'late':
    case 'refused':
      return told.host === role || match.phase === 'finished' ? told : null;
  }
}
