/** Puts the parts together: store, rooms, sockets and web on one port. Nothing here reads the environment. */
import type { Server as HttpServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import { takeCare } from './care.ts';
import { type Clock, realClock } from './clock.ts';
import type { Config } from './config.ts';
import { serveFiles } from './files.ts';
import { trusted } from './guard/address.ts';
import { createGates } from './guard/gates.ts';
import { securityHeaders } from './headers.ts';
import { type House, openHouse, settled } from './house.ts';
import { type Http, openHttp } from './http.ts';
import { followNeighbours } from './neighbours.ts';
import { ring } from './reread.ts';
import { openStore } from './store/open.ts';
import { openVite } from './vite.ts';
import { type Log, openLog } from './watch/log.ts';
import { openMeter } from './watch/meter.ts';
import { timedStore } from './watch/timedStore.ts';
import { reportFailure } from './watch/watch.ts';
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
  /** null: one by `config.logLevel`, on the standard output. */
  readonly log: Log | null;
}

const details: Details = {
  dist: fileURLToPath(new URL('../client/dist', import.meta.url)),
  idleAfter: 600_000,
  clock: realClock,
  log: null,
};

/** Connections that do not close by themselves are cut after so many milliseconds. */
const graceful = 1000;
/** Milliseconds within which the store of a server that is ready answers. */
const readyWithin = 1000;

export async function serve(config: Config, given: Partial<Details> = {}): Promise<Running> {
  const { dist, idleAfter, clock, log: own } = { ...details, ...given };
  const log = own ?? openLog(config.logLevel);
  const meter = openMeter();
  const http = openHttp(clock, trusted(config.proxies), () => meter.cut('flood'));
  const watch = { log, meter };
  const store = timedStore(await openStore(config, clock, (error) => reportFailure(watch, error)), clock, meter);
  const house = openHouse({ store, clock, watch, timeScale: config.timeScale, idleAfter }, ring);
  const leaveNeighbours = followNeighbours(house);
  const stopCaring = takeCare(house);
  const { client, close } = await pages(http.server, config, dist);
  const { wire, listen } = connect(house, http, config, client);
  const closeStore = async (): Promise<void> => {
    await leaveNeighbours();
    await store.close();
  };
  const closeRest = async (): Promise<void> => {
    meter.close();
    await close();
  };
  try {
    const port = await listen();
    log.info({ port }, 'listening');
    return {
      port,
      async close() {
        log.info('closing');
        stopCaring();
        await shut(house, wire, http);
        await closeStore();
        await closeRest();
        log.info('closed');
      },
    };
  } catch (error) {
    stopCaring();
    await settled(house);
    await closeStore();
    await closeRest();
    throw error;
  }
}

async function pages(
  http: HttpServer,
  { development }: Config,
  dist: string,
): Promise<{ readonly client: RequestHandler; readonly close: () => Promise<void> }> {
  return development ? openVite(http) : { client: serveFiles(dist), close: async () => {} };
}

/** The web first: the sockets put themselves in front of the listeners that are there, and pass on what is not theirs. */
function connect(
  house: House,
  http: Http,
  config: Config,
  client: RequestHandler,
): { readonly wire: Wire; readonly listen: () => Promise<number> } {
  const { development, host } = config;
  const { watch } = house;
  const gates = createGates(config, house.clock);
  const headers = securityHeaders(development);
  let { port } = config;
  const metrics = () => watch.meter.page({ rooms: house.rooms.size, ...wire.count() });
  const parts = { ...gates, headers, client, watch, host, port: () => port, isReady: () => isReady(house), metrics };
  http.server.on('request', createWeb(parts));
  const wire = openWire(http.server, house, { ...gates, headers, development, nodeName: config.nodeName });
  http.guard();
  return {
    wire,
    listen: async () => {
      port = await http.listen(host, port);
      return port;
    },
  };
}

/** Players may be sent here: nothing is closing, and the store answers. */
async function isReady({ closing, store, clock }: House): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const callOff = clock.wake(clock.now() + readyWithin, () => resolve(false));
  // No room has this code: it is a question that costs little.
  const asked = store.room('').then(
    () => !closing,
    () => false,
  );
  const ready = await Promise.race([asked, late]);
  callOff();
  return ready;
}

/** Time stops, everybody is told, requests under way are answered, and connections end. */
async function shut(house: House, wire: Wire, http: Http): Promise<void> {
  house.closing = true;
  house.alarms.close();
  wire.tellClosing();
  await settled(house);
  const callOff = realClock.wake(realClock.now() + graceful, http.cutAll);
  await wire.close();
  callOff();
  await settled(house);
}
