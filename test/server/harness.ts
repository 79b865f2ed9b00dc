/** A real server on loopback with a store in a folder of its own, and players on real sockets. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Socket, io } from 'socket.io-client';
import * as v from 'valibot';
import { afterEach } from 'vitest';
import type { Answer, Entered, ServerToClient } from '../../shared/protocol/answer.ts';
import { answers, messages, Refusal } from '../../shared/protocol/message.ts';
import type { Refusal as RefusalType } from '../../shared/protocol/refusal.ts';
import type { Request, RequestName } from '../../shared/protocol/request.ts';
import type { Config } from '../../server/config.ts';
import { type Details, type Running, serve } from '../../server/serve.ts';
import { openLog } from '../../server/watch/log.ts';

const cleanups: (() => Promise<void> | void)[] = [];
export const cleanUp = (action: () => Promise<void> | void): void => void cleanups.push(action);
afterEach(async () => {
  for (const action of cleanups.splice(0).toReversed()) await action();
});

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ackward-'));
  cleanUp(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Server extends Running {
  readonly config: Config;
  /** What it wrote into its log, line by line. */
  readonly lines: readonly string[];
}

export async function startServer(wanted: Partial<Config> = {}, given: Partial<Details> = {}): Promise<Server> {
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: wanted.dataDir ?? newFolder(),
    databaseUrl: null,
    nodeName: null,
    timeScale: 200,
    origins: [],
    proxies: [],
    logLevel: 'warn',
    metricsToken: null,
    development: false,
    ...wanted,
  };
  const lines: string[] = [];
  const log = openLog(config.logLevel, { write: (line) => void lines.push(line) });
  const running = await serve(config, { log, ...given });
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await running.close();
    open = false;
  };
  cleanUp(close);
  return { ...running, close, config, lines };
}

type Said = { readonly [Name in keyof ServerToClient]: Parameters<ServerToClient[Name]>[0] };
export type Message = {
  readonly [Name in keyof Said]: { readonly name: Name; readonly content: Said[Name] };
}[keyof Said];

type Hear = <Name extends keyof Said>(name: Name, test?: (content: Said[Name]) => boolean) => Promise<Said[Name]>;

export interface Player {
  /** Untyped, for what the types forbid. */
  readonly socket: Socket;
  readonly heard: readonly Message[];
  readonly ask: <Name extends RequestName>(name: Name, content: Request<Name>) => Promise<Answer<Name>>;
  /** The first message of this name that passes, among those heard already and those to come. */
  readonly hear: Hear;
  /** Like `hear`, but what was heard already does not count. */
  readonly next: Hear;
  readonly close: () => void;
}

/** A socket whose every message is held against its schema: a field that is not documented fails the test. */
export async function connect(server: { readonly port: number }, options: object = {}): Promise<Player> {
  const socket: Socket = io(`http://127.0.0.1:${server.port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...options,
  });
  cleanUp(() => void socket.close());
  const heard: Message[] = [];
  const listeners = new Set<() => void>();
  const wrong: unknown[] = [];
  socket.onAny((name: string, content: unknown) => {
    const message = { name, content };
    if (isMessage(message)) heard.push(message);
    else wrong.push(message);
    for (const listener of listeners) listener();
  });
  cleanUp(() => {
    if (wrong.length > 0) throw new Error(`undocumented: ${JSON.stringify(wrong[0])}`);
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  const hearFrom =
    (from: () => number): Hear =>
    (name, passes = () => true) =>
      new Promise((resolve) => {
        let at = from();
        const look = (): void => {
          for (; at < heard.length; at += 1) {
            const message = heard[at];
            if (message === undefined || !isNamed(message, name) || !passes(message.content)) continue;
            listeners.delete(look);
            resolve(message.content);
            return;
          }
        };
        listeners.add(look);
        look();
      });
  return {
    socket,
    heard,
    ask: async (name, content) => {
      const answer: unknown = await socket.emitWithAck(name, content);
      if (!isAnswer(name, answer)) throw new Error(`undocumented answer to ${name}: ${JSON.stringify(answer)}`);
      return answer;
    },
    hear: hearFrom(() => 0),
    next: hearFrom(() => heard.length),
    close: () => void socket.close(),
  };
}

function isMessage(message: { readonly name: string; readonly content: unknown }): message is Message {
  const schema = Object.entries(messages).find(([name]) => name === message.name)?.[1];
  return schema === null ? message.content === undefined : schema !== undefined && v.is(schema, message.content);
}

const isNamed = <Name extends keyof Said>(
  message: Message,
  name: Name,
): message is Message & { readonly name: Name; readonly content: Said[Name] } => message.name === name;

const isAnswer = <Name extends RequestName>(name: Name, answer: unknown): answer is Answer<Name> =>
  v.is(Refusal, answer) || v.is(answers[name], answer);

export const calmRoom: Request<'create'> = {
  opponent: 'bot',
  role: 'client',
  closer: 'client',
  weather: 'calm',
  clock: 'study',
  judging: 'strict',
  locale: 'en',
  standIn: null,
};

/** The good answer; a refusal fails the test. */
export function good<T extends { readonly ok: true }>(answer: T | RefusalType): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

export async function enterBotRoom(player: Player, room: Partial<Request<'create'>> = {}): Promise<Entered> {
  return good(await player.ask('create', { ...calmRoom, ...room }));
}

/** Two players in one room, the match begun. */
export async function enterPair(
  server: Server,
  room: Partial<Request<'create'>> = {},
): Promise<{ host: Player; friend: Player; first: Entered; second: Entered }> {
  const [host, friend] = await Promise.all([connect(server), connect(server)]);
  const first = await enterBotRoom(host, { ...room, opponent: 'friend' });
  const second = good(await friend.ask('join', { code: first.code }));
  await host.hear('update', (update) => update.view.phase === 'playing');
  return { host, friend, first, second };
}

let ids = 0;
export const newId = (): string => `command-${(ids += 1)}`;
