/** Everything that is asked for by HTTP: the built client (or Vite), the addresses, and the state of the server. */
import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { addressesOf } from './addresses.ts';
import type { AddressOf } from './guard/address.ts';
import type { HostGate } from './guard/hosts.ts';
import type { Headers } from './headers.ts';
import { type Watch, reportFailure } from './watch/watch.ts';

export interface WebParts {
  readonly host: string;
  /** Asked when it is known. */
  readonly port: () => number;
  /** Serves the pages. */
  readonly client: RequestHandler;
  readonly headers: Headers;
  readonly isOurs: HostGate;
  readonly addressOf: AddressOf;
  readonly isReady: () => Promise<boolean>;
  readonly mayMeasure: (request: IncomingMessage) => boolean;
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  readonly watch: Watch;
}

/** Requests of one address in a minute: several classes that load the game at once have less. */
const limit = 20_000;

export function createWeb(parts: WebParts): Express {
  const { headers, watch, client } = parts;
  const web = express();
  web.disable('x-powered-by');
  web.use(headers);
  web.use(onlyOurNames(parts.isOurs));
  web.use(stateOf(parts));
  web.use(
    rateLimit({ limit, windowMs: 60_000, standardHeaders: false, legacyHeaders: false, keyGenerator: parts.addressOf }),
  );
  web.get('/api/addresses', (_request, response) => {
    const addresses = addressesOf(networkInterfaces(), parts.host, parts.port());
    response.set('Cache-Control', 'no-store').json({ addresses });
  });
  web.use(client);
  web.use((_request, response) => notFound(response));
  web.use(failed(watch));
  return web;
}

const notFound = (response: Response): void => {
  response.status(404).type('text').send('Not found');
};

const onlyOurNames =
  (isOurs: HostGate): RequestHandler =>
  (request, response, next) => {
    if (isOurs(request.headers.host)) next();
    else
      response
        .status(421)
        .type('text')
        .send('This server does not know itself by that name. If it should, name it in ORIGINS.');
  };

/** Whether the process lives, whether it can play, and what it measures: for who may not know that, no such page. */
function stateOf({ isReady, mayMeasure, metrics }: WebParts): RequestHandler {
  const state = express.Router();
  state.use(['/healthz', '/readyz', '/metrics'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  state.get('/healthz', (_request, response) => void response.json({ ok: true }));
  state.get('/readyz', (_request, response) => tellReady(response, isReady));
  state.get('/metrics', (request, response) =>
    mayMeasure(request) ? tellMetrics(response, metrics) : notFound(response),
  );
  return state;
}

// Express waits for these, and hands on what they throw.
async function tellReady(response: Response, isReady: WebParts['isReady']): Promise<void> {
  const ok = await isReady();
  response.status(ok ? 200 : 503).json({ ok });
}

async function tellMetrics(response: Response, metrics: WebParts['metrics']): Promise<void> {
  const { type, text } = await metrics();
  response.set('Content-Type', type).send(text);
}

/** Says what kind of error it was and nothing else; Express knows an error handler by its four parameters. */
const failed =
  (watch: Watch): ErrorRequestHandler =>
  (error: unknown, _request, response, _next) => {
    const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
    if (status >= 500) reportFailure(watch, error);
    if (response.headersSent) response.destroy();
    else
      response
        .status(status)
        .type('text')
        .send(status < 500 ? 'Bad request' : 'The server failed');
  };
