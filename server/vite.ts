/** While developing: the client from its sources, changed in the browser as they change. */
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';

export async function openVite(
  http: Server,
): Promise<{ readonly client: RequestHandler; readonly close: () => Promise<void> }> {
  // Loaded here, because a server in production does not need it.
  const { createServer } = await import('vite');
  const root = fileURLToPath(new URL('../client', import.meta.url));
  const vite = await createServer({
    root,
    configFile: `${root}/vite.config.ts`,
    server: { middlewareMode: true, ws: { server: http } },
  });
  return { client: vite.middlewares, close: () => vite.close() };
}
