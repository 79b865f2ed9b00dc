/** Puts the parts together: store, rooms, sockets and web on one port. Nothing here reads the environment. */
import { mkdirSync } from 'node:fs';
import { type Server as HttpServer, createServer } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import { type Clock, realClock } from './clock.ts';
import type { Config } from './config.ts';
import { serveFiles } from './files.ts';
import { type House, openHouse, settled } from './house.ts';
import { tick } from './play.ts';
import { openSqlite } from './sqlite.ts';
import { openVite } from './vite.ts';
import { createWeb } from './web.ts';
import { type Wire, openWire } from './wire.ts';

export interface Running {
  readonly port: number;
  /** Ends everything in order; what was acknowledged is kept. */
  readonly close: () => Promise<void>;
}

export interface Details {
  /** The folder of the built client. */
  readonly dist: string;
  /** How long a room stays in memory without a connection, in milliseconds. */
  readonly idleAfter: number;
  readonly clock: Clock;
}

const details: Details = {
  dist: fileURLToPath(new URL('../client/dist', import.meta.url)),
  idleAfter: 600_000,
  clock: realClock,
};

/** Connections that do not close by themselves are cut after so many milliseconds. */
const graceful = 1000;

export async function serve(config: Config, given: Partial<Details> = {}): Promise<Running> {
  const { dist, idleAfter, clock } = { ...details, ...given };
  const http = createServer();
  const cut = trackConnections(http);
  mkdirSync(config.dataDir, { recursive: true });
  const store = openSqlite(join(config.dataDir, 'rooms.db'));
  const house = openHouse({ store, clock, timeScale: config.timeScale, idleAfter }, tick);
  const { client, close } = await pages(http, config, dist);
  let port = config.port;
  // Before the sockets: they put themselves in front of the listeners that are there, and pass on what is not theirs.
  http.on('request', createWeb({ host: config.host, port: () => port, client, development: config.development }));
  const wire = openWire(http, house, config);
  try {
    port = await listen(http, config);
  } catch (error) {
    await store.close();
    await close();
    throw error;
  }
  return {
    port,
    async close() {
      await shut(house, wire, cut);
      await close();
    },
  };
}

async function pages(
  http: HttpServer,
  { development }: Config,
  dist: string,
): Promise<{ readonly client: RequestHandler; readonly close: () => Promise<void> }> {
  return development ? openVite(http) : { client: serveFiles(dist), close: async () => {} };
}

function listen(http: HttpServer, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** The function that comes back cuts every connection that is still open. */
function trackConnections(http: HttpServer): () => void {
  const open = new Set<Socket>();
  http.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}

/** Time stops, everybody is told, requests under way are answered, connections end, and the store last. */
async function shut(house: House, wire: Wire, cut: () => void): Promise<void> {
  house.closing = true;
  house.alarms.close();
  wire.emit('closing');
  await settled(house);
  const callOff = realClock.wake(realClock.now() + graceful, cut);
  await wire.close();
  callOff();
  await settled(house);
  await house.store.close();
}
