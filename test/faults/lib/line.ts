/**
 * A client by hand: TCP, WebSocket, Engine.IO and Socket.IO without a library, so that it can do what no library
 * does, and thousands of them cost little.
 */
import { type Socket, connect } from 'node:net';
import { createReader, frame } from './frame.ts';
import { cleanUp } from './temporary.ts';

export interface LineOptions {
  readonly port: number;
  readonly headers: { readonly [name: string]: string };
  /** 127.0.0.x: another address of this machine. */
  readonly from: string;
}

export interface Line {
  readonly socket: Socket;
  readonly isOpen: () => boolean;
  /** When it was closed by the other end, by `performance.now()`. */
  readonly closed: Promise<number>;
  /** Engine.IO packets, as they are. */
  readonly send: (packet: string | Buffer) => void;
  /** What comes: Engine.IO packets but pings, which are answered. */
  readonly listen: (hear: (packet: string) => void) => void;
  /** A request and its answer; null where the line ended instead. */
  readonly ask: (name: string, content: unknown) => Promise<Answer | null>;
  readonly close: () => void;
}

/** What every answer has; the rest is for those who know what they asked. */
export interface Answer {
  readonly ok: boolean;
  readonly code: string;
  readonly [field: string]: unknown;
}

/** A WebSocket with an Engine.IO session; rejects where the server does not want one. */
export async function openLine(given: Pick<LineOptions, 'port'> & Partial<LineOptions>): Promise<Line> {
  const { port, headers = {}, from = '127.0.0.1' } = given;
  const socket = connect({ port, host: '127.0.0.1', localAddress: from, noDelay: true });
  cleanUp(() => void socket.destroy());
  const { promise: closed, resolve: noteClosed } = Promise.withResolvers<number>();
  const hearers: ((packet: string) => void)[] = [];
  const waiting = new Map<string, (answer: Answer | null) => void>();
  let open = true;
  const end = (): void => {
    open = false;
    noteClosed(performance.now());
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  };
  socket.on('error', end);
  socket.on('close', end);
  const send = (packet: string | Buffer): void => {
    if (open) socket.write(frame(packet));
  };
  const take = (packet: string | null): void => {
    if (packet === null) end();
    else if (packet === '2') send('3');
    else {
      const [whole = '', number = ''] = /^43(\d+)(?=\[)/.exec(packet) ?? [];
      if (whole !== '') {
        const [answer] = JSON.parse(packet.slice(whole.length)) as readonly Answer[];
        waiting.get(number)?.(answer ?? null);
        waiting.delete(number);
      }
      for (const hear of hearers) hear(packet);
    }
  };
  await shakeHands(socket, port, headers, createReader(take));
  let asked = 0;
  return {
    socket,
    isOpen: () => open,
    closed,
    send,
    listen: (hear) => void hearers.push(hear),
    ask: (name, content) =>
      new Promise((resolve) => {
        asked += 1;
        if (open) waiting.set(String(asked), resolve);
        else resolve(null);
        send(`42${asked}${JSON.stringify([name, content])}`);
      }),
    close() {
      open = false;
      socket.destroy();
    },
  };
}

function shakeHands(
  socket: Socket,
  port: number,
  headers: LineOptions['headers'],
  read: (part: Buffer) => void,
): Promise<void> {
  const wanted = {
    Host: `127.0.0.1:${port}`,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  };
  const lines = Object.entries(wanted).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${lines.join('')}\r\n`);
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0);
    const onData = (part: Buffer): void => {
      head = Buffer.concat([head, part]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      socket.off('data', onData);
      if (!head.toString('latin1').startsWith('HTTP/1.1 101')) {
        socket.destroy();
        reject(new Error(head.subarray(0, end).toString('latin1').split('\r\n')[0]));
        return;
      }
      socket.on('data', read);
      read(head.subarray(end + 4));
      resolve();
    };
    socket.on('data', onData);
    socket.once('close', () => reject(new Error('closed before the handshake')));
  });
}

/** A line that has joined the namespace: requests are heard. */
export async function joinedLine(given: Pick<LineOptions, 'port'> & Partial<LineOptions>): Promise<Line> {
  const line = await openLine(given);
  const joined = new Promise<void>((resolve, reject) => {
    line.listen((packet) => {
      if (packet.startsWith('40')) resolve();
    });
    void line.closed.then(() => reject(new Error('closed before joining')));
  });
  line.send('40');
  await joined;
  return line;
}
