/**
 * The HTTP server below everything else: it lets go of connections that say nothing, say it too slowly, or ask too
 * much, and can cut all that are left at the end.
 */
import { type Server, type ServerResponse, createServer } from 'node:http';
import type { Socket } from 'node:net';
import type { Clock } from './clock.ts';
import { type Bucket, createBucket } from './guard/bucket.ts';

/** Requests of one TCP connection. A browser opens six, and asks for some twenty files. */
const patience = { most: 150, perSecond: 50 };
/** Requests of one TCP connection that wait for their answers. No browser and no proxy asks before it is answered. */
const ahead = 8;
/** Connections that wait for us to accept them. */
const backlog = 4096;

export interface Http {
  readonly server: Server;
  /** The port that it listens on. */
  readonly listen: (host: string, port: number) => Promise<number>;
  /** From now on requests count. To be called when all listeners that answer them are there. */
  readonly guard: () => void;
  /** Cuts every connection that is still open. */
  readonly cutAll: () => void;
}

interface Line {
  readonly tokens: Bucket;
  waiting: number;
}

/** `isProxy`: a proxy has a few connections for everybody, and they have no limit. */
export function openHttp({ now }: Clock, isProxy: (address: string) => boolean, noteCut: () => void): Http {
  const server = createServer({
    headersTimeout: 4000,
    requestTimeout: 5500,
    keepAliveTimeout: 4000,
    connectionsCheckingInterval: 1000,
    maxHeaderSize: 8192,
  });
  // A response that nobody reads. Long polls hear a ping every four seconds; WebSockets are not HTTP any more.
  server.timeout = 9000;
  const open = new Map<Socket, Line>();
  server.on('connection', (socket) => {
    open.set(socket, { tokens: createBucket(patience, now()), waiting: 0 });
    socket.once('close', () => open.delete(socket));
  });
  /** false: one request too many. */
  const count = (socket: Socket, response: ServerResponse): boolean => {
    const line = open.get(socket);
    if (line === undefined || isProxy(socket.remoteAddress ?? '')) return true;
    line.waiting += 1;
    response.once('close', () => (line.waiting -= 1));
    return line.tokens.drain(1, now()) && line.waiting <= ahead;
  };
  return {
    server,
    listen: (host, port) => listen(server, host, port),
    guard() {
      const listeners = server.listeners('request');
      server.removeAllListeners('request');
      server.on('request', (request, response) => {
        const { socket } = request;
        // Those that came in one piece with the last one are still told of.
        if (socket.destroyed) return;
        if (count(socket, response)) for (const listener of listeners) listener.call(server, request, response);
        else {
          noteCut();
          closeCheaply(socket);
          socket.destroy();
        }
      });
    },
    cutAll() {
      for (const socket of open.keys()) socket.destroy();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * Node makes an error for each request that a closed connection leaves without an answer. A flood in one piece leaves
 * a thousand; without their stacks, which nobody reads, closing it costs half.
 */
function closeCheaply(socket: Socket): void {
  const { stackTraceLimit } = Error;
  socket.prependOnceListener('close', () => {
    Error.stackTraceLimit = 0;
  });
  socket.once('close', () => {
    Error.stackTraceLimit = stackTraceLimit;
  });
}
