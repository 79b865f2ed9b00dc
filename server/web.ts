/** Everything that is asked for by HTTP: the built client (or Vite), the addresses, the state of health. */
import { networkInterfaces } from 'node:os';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { addressesOf } from './addresses.ts';
import { securityHeaders } from './headers.ts';

/** `client` serves the pages; `port` is asked when it is known. */
export function createWeb(parts: {
  readonly host: string;
  readonly port: () => number;
  readonly client: RequestHandler;
  readonly development: boolean;
}): Express {
  const web = express();
  web.disable('x-powered-by');
  web.use(securityHeaders(parts.development));
  web.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ ok: true });
  });
  web.get('/api/addresses', (_request, response) => {
    const addresses = addressesOf(networkInterfaces(), parts.host, parts.port());
    response.set('Cache-Control', 'no-store').json({ addresses });
  });
  web.use(parts.client);
  web.use((_request, response) => {
    response.status(404).type('text').send('Not found');
  });
  web.use(failed);
  return web;
}

/** Says what kind of error it was and nothing else; Express knows an error handler by its four parameters. */
const failed: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status >= 500) console.error(error);
  if (response.headersSent) response.destroy();
  else
    response
      .status(status)
      .type('text')
      .send(status < 500 ? 'Bad request' : 'The server failed');
};
