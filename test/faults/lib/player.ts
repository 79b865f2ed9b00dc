/**
 * A player as the page is one: Socket.IO's own client with the page's settings, a seat that is resumed whenever the
 * line opens, and a move that keeps its id until an answer comes. Plays by its views alone.
 */
import { type ManagerOptions, type Socket, io } from 'socket.io-client';
import type { Answer, Entered, Standing } from '../../../shared/protocol/answer.ts';
import type { Request, RequestName } from '../../../shared/protocol/request.ts';
import type { Move } from '../../../shared/judge/move.ts';
import { sleep } from './numbers.ts';
import { cleanUp } from './temporary.ts';

type Silence = { readonly ok: false; readonly code: 'silence' };
type Reply<Name extends RequestName> = Answer<Name> | Silence;

export interface Acknowledged {
  readonly id: string;
  readonly version: number;
  readonly move: Move;
}

export interface Player {
  readonly socket: Socket;
  readonly ask: <Name extends RequestName>(name: Name, request: Request<Name>) => Promise<Reply<Name>>;
  /** Takes a seat. */
  readonly enter: (name: 'create' | 'join', request: Request<'create'> | Request<'join'>) => Promise<Entered>;
  /** Takes the own seat again, and hears everything anew. */
  readonly again: () => Promise<Entered>;
  /** How the match stands, as far as this player heard; null before `enter`. */
  readonly standing: () => Standing | null;
  readonly seat: () => { readonly code: string; readonly secret: string } | null;
  /** When it last got its seat (again), by `performance.now()`; null while it has none. */
  readonly seatedAt: () => number | null;
  /** How often it heard that the server is closing. */
  readonly closings: () => number;
  /** Why something was refused, the last time that it was. */
  readonly lastNo: () => string;
  /** One move, until it is answered: the right one where one is owed, else Wait. */
  readonly move: () => Promise<Acknowledged | null>;
  /** Every move that was answered with yes. */
  readonly acknowledged: readonly Acknowledged[];
  readonly leave: () => void;
}

/** Not final: asked again with the same id. */
const passing: ReadonlySet<string> = new Set([
  'silence',
  'server/closing',
  'server/busy',
  'server/cannot-save',
  'server/failed',
  'protocol/not-seated',
]);

let ids = 0;
/** Milliseconds for which a player asks for the same thing again and again. */
const patience = 60_000;

/** `options`: of Socket.IO, besides those of the page. */
export function createPlayer(at: number | string, options: Partial<ManagerOptions> = {}): Player {
  const socket: Socket = io(typeof at === 'string' ? at : `http://127.0.0.1:${at}`, {
    reconnectionDelay: 300,
    reconnectionDelayMax: 2000,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
    ...options,
  });
  cleanUp(() => void socket.close());
  let standing: Standing | null = null;
  let seat: { readonly code: string; readonly secret: string } | null = null;
  let seatedAt: number | null = null;
  let closings = 0;
  let lastNo = '';
  const acknowledged: Acknowledged[] = [];
  const ask: Player['ask'] = async (name, request) => {
    if (!socket.connected) return { ok: false, code: 'silence' };
    try {
      return await socket.timeout(5000).emitWithAck(name, request);
    } catch {
      return { ok: false, code: 'silence' };
    }
  };
  const settle = (entered: Entered): void => {
    standing = entered;
    seat = { code: entered.code, secret: entered.secret };
    seatedAt = performance.now();
  };
  const resume = async (): Promise<void> => {
    if (seat === null || !socket.connected) return;
    const answer = await ask('resume', seat);
    if (answer.ok) return settle(answer);
    lastNo = `resume: ${answer.code}`;
    await sleep(1000);
    return resume();
  };
  socket.on('connect', () => void resume());
  socket.on('disconnect', (reason) => {
    seatedAt = null;
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1000);
  });
  for (const name of ['update', 'snapshot'])
    socket.on(name, (told: Standing) => {
      if (standing === null || told.match !== standing.match || told.version > standing.version) standing = told;
    });
  socket.on('closing', () => (closings += 1));
  const player: Player = {
    socket,
    ask,
    async enter(name, request) {
      const answer = await ask(name, request);
      if (!answer.ok || !('secret' in answer)) throw new Error(`${name}: ${JSON.stringify(answer).slice(0, 200)}`);
      settle(answer);
      return answer;
    },
    async again() {
      await connected(player);
      const answer = seat === null ? null : await ask('resume', seat);
      if (answer?.ok !== true) throw new Error(`resume: ${JSON.stringify(answer)}`);
      settle(answer);
      return answer;
    },
    standing: () => standing,
    seat: () => seat,
    seatedAt: () => seatedAt,
    closings: () => closings,
    lastNo: () => lastNo,
    async move() {
      if (standing?.view.role === null || standing === null || standing.view.phase !== 'playing') return null;
      const { match, version, view } = standing;
      ids += 1;
      const id = `command-${ids}`;
      const move = { type: 'wait' } as const;
      const command = { id, match, basedOn: version, role: view.role ?? 'client', move };
      const giveUp = performance.now() + patience;
      for (;;) {
        const answer = await ask('command', command);
        if (answer.ok) {
          const taken = { id, version: answer.version, move };
          acknowledged.push(taken);
          return taken;
        }
        lastNo = answer.code;
        if (!passing.has(answer.code) || performance.now() > giveUp) return null;
        await sleep(100);
      }
    },
    acknowledged,
    leave: () => void socket.close(),
  };
  return player;
}

export const botRoom: Request<'create'> = {
  opponent: 'bot',
  role: 'client',
  closer: 'client',
  weather: 'calm',
  clock: 'study',
  judging: 'strict',
  standIn: null,
  locale: 'en',
};
export const friendRoom: Request<'create'> = { ...botRoom, opponent: 'friend' };

/** Two players in one match, begun. */
export async function enterPair(port: number): Promise<readonly [Player, Player]> {
  const [one, two] = [createPlayer(port), createPlayer(port)];
  await Promise.all([connected(one), connected(two)]);
  const { code } = await one.enter('create', friendRoom);
  await two.enter('join', { code });
  return [one, two];
}

export const connected = ({ socket }: Player): Promise<void> =>
  new Promise((resolve) => {
    if (socket.connected) resolve();
    else socket.once('connect', () => resolve());
  });
