/**
 * Getting into a room and staying in it: the page holds one intent, and pursues it whenever the line opens.
 * So a first visit, a reload and a reconnect are the same walk.
 */
import { batch } from '@preact/signals';
import type { Entered } from '../../shared/protocol/answer.ts';
import type { Request } from '../../shared/protocol/request.ts';
import { type Reply, ask, isConnected, line, openLine } from '../net/socket.ts';
import { addressNow, go, isStatic } from './address.ts';
import { type LevelsPlace, levelsOfPath, pathOfLevels } from './levelPath.ts';
import { type LibraryPlace, libraryOfPath, pathOfLibrary } from './libraryPath.ts';
import { newTicket } from './newId.ts';
import { deliver } from './outbox.ts';
import { type ReplayPlace, pathOfReplay, replayOfAddress } from './replayPath.ts';
import { pathOfRoom, roomOfPath } from './roomCode.ts';
import { deliverRuns } from './runs.ts';
import { type Seat, dropSeat, keepSeat, secretsOf } from './seats.ts';
import * as settings from './settings.ts';
import {
  type Place,
  type Problem,
  complaint,
  forgetApparition,
  outgoing,
  place,
  refused,
  session,
  takeRoom,
  takeSnapshot,
  takeUpdate,
} from './store.ts';

type SoloPlace = Extract<Place, { readonly type: 'solo' }>;

type Intent =
  | { readonly type: 'create'; readonly request: Request<'create'> }
  /** Resume where there is a secret, else join. */
  | { readonly type: 'open'; readonly code: string };

/** Not final: ask again in a moment. */
const passing: ReadonlySet<Problem> = new Set(['silence', 'server/closing', 'server/busy', 'server/cannot-save']);

let intent: Intent | null = null;
let pursuing = false;

/** Opens a room with the chosen options. Where no server is, the bot plays in this page. */
export function create(opponent: 'bot' | 'friend'): void {
  if (opponent === 'bot' && line.peek() !== 'online' && line.peek() !== 'connecting') return goToSolo();
  const { role, closer, weather, clock, judging, locale } = settings;
  const standIn = settings.standIn.peek();
  pursue({
    type: 'create',
    request: {
      opponent,
      role: role.peek(),
      closer: closer.peek(),
      weather: weather.peek(),
      clock: clock.peek(),
      judging: judging.peek(),
      locale: locale.peek(),
      standIn: standIn === 'never' ? null : Number(standIn),
    },
  });
}

/** Takes the seat of this browser in a room, or the empty one. */
export const openRoom = (code: string): void => pursue({ type: 'open', code });

function pursue(next: Intent): void {
  intent = next;
  batch(() => {
    forgetApparition();
    session.value = null;
    refused.value = null;
    place.value = { type: 'entering', code: next.type === 'open' ? next.code : null };
  });
  void walk();
}

async function request(wanted: Intent): Promise<Reply<'create' | 'join' | 'resume'>> {
  if (wanted.type === 'create') return ask('create', wanted.request);
  const { code } = wanted;
  const tried = new Set<string>();
  for (;;) {
    // Looked up each time: another tab may get a newer one while this one asks.
    const secret = secretsOf(code).find((one) => !tried.has(one));
    if (secret === undefined) break;
    tried.add(secret);
    const reply = await ask('resume', { code, secret });
    if (reply.ok || reply.code !== 'seat/unknown') return reply;
    if (tried.size === secretsOf(code).length && session.peek() !== null) return reply;
  }
  // Secrets of an old visit, or the ticket of a request that is still on its way: then the same one opens the seat,
  // whichever comes first.
  const [ticket = newTicket()] = tried;
  return join({ code, secret: ticket });
}

/** The ticket is kept before it is sent: should the answer get lost, it opens the seat that was taken with it. */
async function join({ code, secret: ticket }: Seat): Promise<Reply<'join'>> {
  keepSeat({ code, secret: ticket });
  const reply = await ask('join', { code, ticket });
  // Where it is not sure that nothing was stored, the ticket may be the seat.
  if (!reply.ok && !passing.has(reply.code) && reply.code !== 'server/failed') dropSeat(code);
  return reply;
}

async function walk(): Promise<void> {
  const wanted = intent;
  if (wanted === null || pursuing || !isConnected()) return;
  pursuing = true;
  const reply = await request(wanted);
  pursuing = false;
  if (wanted !== intent) return walk();
  if (reply.ok) return settle(reply);
  if (passing.has(reply.code)) {
    setTimeout(() => void walk(), 1000);
    return;
  }
  give(reply.code);
}

function settle(entered: Entered): void {
  const { code, secret } = entered;
  keepSeat({ code, secret });
  intent = { type: 'open', code };
  batch(() => {
    takeSnapshot(entered);
    place.value = { type: 'inside', code };
  });
  go(pathOfRoom(code));
  void deliver();
}

function give(why: Problem): void {
  const code = intent?.type === 'open' ? intent.code : null;
  if (code !== null && (why === 'room/unknown' || why === 'room/old-rules' || why === 'room/damaged')) dropSeat(code);
  intent = null;
  outgoing.value = null;
  place.value = { type: 'failed', code, why };
}

/** Back to the first screen; the seat is kept. */
export function goHome(): void {
  intent = null;
  batch(() => {
    place.value = { type: 'start' };
    forgetApparition();
    session.value = null;
    outgoing.value = null;
    refused.value = null;
    complaint.value = null;
  });
  go('/');
}

/** To the world map, or to one level; a seat in a room is kept. */
export function goToLevels(there: LevelsPlace): void {
  showApart(there);
  go(pathOfLevels(there));
}

/** To the shelves (''), to a page or to a deck; a seat in a room is kept. */
export function goToLibrary(at: string): void {
  const there = { type: 'library', at } as const;
  showApart(there);
  go(pathOfLibrary(there));
}

/** To a match that is over; a seat in a room is kept. */
export function goToReplay(there: ReplayPlace): void {
  showApart(there);
  go(pathOfReplay(there), there.packed ?? '');
}

/** To a match against the bot in this page; a seat in a room is kept. */
export function goToSolo(): void {
  showApart({ type: 'solo' });
  go('/solo');
}

/** A place that needs no room. */
function showApart(there: LevelsPlace | LibraryPlace | ReplayPlace | SoloPlace): void {
  intent = null;
  batch(() => {
    place.value = there;
    forgetApparition();
    session.value = null;
    outgoing.value = null;
    refused.value = null;
    complaint.value = null;
  });
}

/** Gives the seat up. */
export function leave(): void {
  const here = place.peek();
  if (here.type === 'inside') {
    dropSeat(here.code);
    void ask('leave', {});
  }
  goHome();
}

export async function askRematch(): Promise<void> {
  const now = session.peek();
  if (now === null) return;
  const reply = await ask('rematch', { match: now.match });
  complaint.value = reply.ok ? null : reply.code;
}

/** What the server says by itself, and the address bar: called once. */
export function begin(): void {
  followAddress();
  addEventListener('popstate', followAddress);
  // A file host has nobody to talk to.
  if (isStatic) line.value = 'none';
  else listen();
}

function listen(): void {
  openLine(
    {
      update: takeUpdate,
      snapshot: (snapshot) => {
        if (!atLevels()) takeSnapshot(snapshot);
      },
      room: (room) => {
        if (!atLevels()) takeRoom(room);
      },
      superseded: () => {
        const here = place.peek();
        // On the way in: an older request of this page was overtaken, and the answer to the newer one is to come.
        if (here.type === 'entering') return;
        intent = null;
        if (here.type === 'inside') place.value = { type: 'superseded', code: here.code };
      },
      refused: ({ code }) => {
        // The room was closed under us.
        if (code === 'room/damaged') give(code);
        else complaint.value = code;
      },
      closing: () => {},
    },
    () => {
      void walk();
      void deliverRuns();
    },
  );
}

/** The room that was left may still tell of itself; a level's table has the store to itself. */
const atLevels = (): boolean =>
  ['level', 'levels', 'mastery', 'daily', 'library', 'replay', 'solo'].includes(place.peek().type);

function followAddress(): void {
  const { path, packed } = addressNow();
  const solo = path === '/solo' ? ({ type: 'solo' } as const) : null;
  const there = solo ?? levelsOfPath(path) ?? libraryOfPath(path) ?? replayOfAddress(path, packed);
  if (there !== null) return showApart(there);
  const code = isStatic ? null : roomOfPath(path);
  const here = place.peek();
  if (code === null) return here.type === 'start' ? undefined : goHome();
  if (here.type === 'inside' && here.code === code) return;
  openRoom(code);
}
