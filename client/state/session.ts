/**
 * The match as this page knows it: a fold over what the server says. Pure; panels and scene read it, neither
 * changes it. Socket.IO keeps the order of messages on one connection, and after a lost connection everything
 * comes again as a snapshot, so an update is either the next step or an old one.
 */
import type { Told } from '../../shared/game/event.ts';
import type { View } from '../../shared/game/view.ts';
import { type Role, otherRole } from '../../shared/game/role.ts';
import type { RoomView, Snapshot, Standing, Update } from '../../shared/protocol/answer.ts';
import { type Lanes, keepLanes } from '../motion/lanes.ts';
import type { Bases } from '../text/numbers.ts';
import { type Flights, foldFlights } from './flights.ts';

export interface Session extends Standing {
  readonly room: RoomView;
  readonly history: readonly Told[];
  readonly flights: Flights;
  readonly lanes: Lanes;
  readonly bases: Bases;
}

/** The ISS of each end: from an own TCB where it is seen, else from the first SYN that the end sent. */
function basesOf(view: View, history: readonly Told[]): Bases {
  const iss = (role: Role): number | null => {
    for (const end of [view.own, view.peer]) {
      if (end?.role === role && end.tcb.iss !== null) return end.tcb.iss;
      if (end !== null && end.role === otherRole(role) && end.tcb.irs !== null) return end.tcb.irs;
    }
    for (const event of history)
      if (event.type === 'sent' && event.host === role && event.header.flags.includes('SYN')) return event.header.seq;
    return null;
  };
  return { client: iss('client'), server: iss('server') };
}

/** Where a snapshot puts us; a boat that was there before keeps its lane. */
export function fromSnapshot(snapshot: Snapshot, before: Session | null): Session {
  const { match, version, rate, view, history, room } = snapshot;
  const lanes = keepLanes(before?.match === match ? before.lanes : new Map(), view.flights);
  const flights = foldFlights(before?.match === match ? before.flights : new Map(), history);
  return { match, version, rate, view, history, room, flights, lanes, bases: basesOf(view, history) };
}

/** The session one step on, or the same one where the update is not news. */
export function afterUpdate(session: Session, update: Update): Session {
  if (update.match !== session.match || update.version <= session.version) return session;
  const { version, rate, view, events } = update;
  const last = session.history.at(-1)?.n ?? -1;
  const fresh = events.filter(({ n }) => n > last);
  const history = [...session.history, ...fresh];
  return {
    ...session,
    version,
    rate,
    view,
    history,
    flights: foldFlights(session.flights, fresh),
    lanes: keepLanes(session.lanes, view.flights),
    bases: basesOf(view, history),
  };
}

/** The end this page plays; null for a spectator. */
export const ownRole = (session: Session): Role | null => session.view.role;
