/** Ways to flood the server, in a thread of their own: who floods must not slow down who measures. */
import { type Socket, connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { frame } from './frame.ts';
import { type Line, joinedLine } from './line.ts';
import { botRoom } from './player.ts';
import { sleep, upTo } from './numbers.ts';

/** What to do: `seconds` long, `flooders` at the same time, at `port`. */
export interface Orders {
  readonly port: number;
  readonly flooders: number;
  readonly seconds: number;
  /** One flooder after the other takes the next one. */
  readonly kinds: readonly string[];
}

/** How long one connection lasted, from its first frame of the flood. */
export interface Lasted {
  readonly kind: string;
  readonly millis: number;
}

/** Octets that are sent again and again; null: it asked for something first and was refused. */
type Prepare = (line: Line) => Promise<Buffer | null>;

const packets = (text: (n: number) => string): Buffer => Buffer.concat(upTo(20).map((n) => frame(text(n))));
const always = (text: (n: number) => string) => async (): Promise<Buffer> => packets(text);

const kinds: { readonly [kind: string]: Prepare } = {
  moves: async (line) => {
    const entered = await line.ask('create', botRoom);
    const match = entered?.['match'];
    const move = (n: number) => ({ id: `flood-${n}`, match, basedOn: 1, role: 'client', move: { type: 'wait' } });
    return entered === null ? null : packets((n) => `42${n}${JSON.stringify(['command', move(n)])}`);
  },
  rooms: always((n) => `42${n}${JSON.stringify(['create', botRoom])}`),
  codes: always((n) => `42${n}["join",{"code":"22${n + 10}AB"}]`),
  boards: always((n) => `42${n}["board",{"level":"est-03-third-ack","player":null}]`),
  nonsense: always(() => '42["undo",{}]'),
  malformed: always((n) => `42${n}["create",${'['.repeat(300)}${']'.repeat(300)}]`),
  large: always((n) => `42${n}["join",{"code":"${'2'.repeat(4000)}"}]`),
  noops: always(() => '6'),
};

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const tell = (lasted: Lasted): void => parentPort?.postMessage(lasted);

async function flood(port: number, kind: string, prepare: Prepare): Promise<void> {
  const line = await joinedLine({ port });
  const octets = await prepare(line);
  const began = performance.now();
  if (octets === null) return;
  while (line.isOpen()) {
    if (line.socket.writableLength < 1_000_000) line.socket.write(octets);
    await sleep(1);
  }
  tell({ kind, millis: (await line.closed) - began });
}

/** Requests over HTTP, one behind the other on one TCP connection. */
async function floodHttp(port: number, kind: string, request: string): Promise<void> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.on('error', () => socket.destroy());
  socket.resume();
  const octets = Buffer.from(request.repeat(20));
  const began = performance.now();
  while (!socket.destroyed) {
    if (socket.writableLength < 1_000_000) socket.write(octets);
    await sleep(1);
  }
  tell({ kind, millis: performance.now() - began });
}

async function work({ port, flooders, seconds, kinds: names }: Orders): Promise<void> {
  const end = performance.now() + seconds * 1000;
  const page = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/html\r\n\r\n`;
  const flooder = async (n: number): Promise<void> => {
    const kind = names[n % names.length] ?? '';
    const prepare = kinds[kind];
    // Cut ones come back at once.
    while (performance.now() < end)
      await (prepare === undefined ? floodHttp(port, kind, page) : flood(port, kind, prepare)).catch(() => sleep(50));
  };
  await Promise.all(upTo(flooders).map(flooder));
}

await work(workerData as Orders);
