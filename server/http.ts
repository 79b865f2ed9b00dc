/**
 * The HTTP server below everything else: it lets go of connections that say nothing, say it too slowly, or ask too
 * much, and can cut all that are left at the end.
 */
import { type Server, createServer } from 'node:http';
import type { Socket } from 'node:net';
import type { Clock } from './clock.ts';
import { type Bucket, createBucket } from './guard/bucket.ts';

/** Requests of one TCP connection. A browser opens six, and asks for some twenty files. */
const patience = { most: 500, perSecond: 50 };
/** Connections that wait for us to accept them. */
const backlog = 4096;

export interface Http {
  readonly server: Server;
  /** The port that it listens on. */
  readonly listen: (host: string, port: number) => Promise<number>;
  /** From now on requests count; after all listeners that would answer them are there. */
  readonly guard: () => void;
  /** Cuts every connection that is still open. */
  readonly cutAll: () => void;
}

export function openHttp({ now }: Clock, noteCut: () => void): Http {
  const server = createServer({
    headersTimeout: 5000,
    requestTimeout: 8000,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: 1000,
    maxHeaderSize: 8192,
  });
  // A response that nobody reads. Long polls hear a ping every four seconds; WebSockets are not HTTP any more.
  server.timeout = 9000;
  const open = new Map<Socket, Bucket>();
  server.on('connection', (socket) => {
    open.set(socket, createBucket(patience, now()));
    socket.once('close', () => open.delete(socket));
  });
  return {
    server,
    listen: (host, port) => listen(server, host, port),
    guard() {
      server.prependListener('request', ({ socket }) => {
        if (open.get(socket)?.drain(1, now()) !== false) return;
        noteCut();
        socket.destroy();
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
