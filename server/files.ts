/**
 * The built client. Each file may have a `.br` and a `.gz` sibling, written by the build: whoever accepts one gets
 * it, because compressing while answering costs more than it saves. Only files that were there at the start are
 * served, by a map: no path can lead out of the folder.
 */
import { existsSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { Request, RequestHandler, Response } from 'express';

const codings = [
  { coding: 'br', suffix: '.br' },
  { coding: 'gzip', suffix: '.gz' },
] as const;
type Coding = (typeof codings)[number]['coding'];

interface Served {
  readonly file: string;
  readonly siblings: { readonly [coding in Coding]: string | null };
}

/** `folder` is client/dist. Answers GET and HEAD for files and for pages; everything else goes on. */
export function serveFiles(folder: string): RequestHandler {
  const files = list(folder);
  const index = files.get('/index.html');
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') next();
    else if (index === undefined) notBuilt(response);
    else {
      const file = files.get(request.path);
      if (file !== undefined) send(request, response, file);
      else if (isPage(request)) send(request, response, index);
      else next();
    }
  };
}

function list(folder: string): ReadonlyMap<string, Served> {
  if (!existsSync(folder)) return new Map();
  const names = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const sibling = (name: string, suffix: string): string | null =>
    names.has(name + suffix) ? join(folder, name + suffix) : null;
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
      .map((name) => [
        `/${name.replaceAll(sep, '/')}`,
        { file: join(folder, name), siblings: { br: sibling(name, '.br'), gzip: sibling(name, '.gz') } },
      ]),
  );
}

/** A path that a person may have typed or been sent, such as /room/ABC234: the client reads it. */
const isPage = (request: Request): boolean => !request.path.includes('.') && request.accepts('html') === 'html';

function send(request: Request, response: Response, { file, siblings }: Served): void {
  const there = codings.map(({ coding }) => coding).filter((coding) => siblings[coding] !== null);
  // Ours is the better order: browsers name gzip first, and mean nothing by it.
  const coding = there.find((one) => request.acceptsEncodings(one) === one) ?? null;
  if (there.length > 0) response.vary('Accept-Encoding');
  if (coding !== null) response.set('Content-Encoding', coding);
  response.type(extname(file));
  // Names under assets/ carry a hash of their content; index.html names them.
  const hashed = file.includes(`${sep}assets${sep}`);
  response.set('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.sendFile(coding === null ? file : (siblings[coding] ?? file), {
    acceptRanges: coding === null,
    cacheControl: false,
    dotfiles: 'allow',
  });
}

function notBuilt(response: Response): void {
  response
    .status(503)
    .type('html')
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ackward Bound</title>
<p>The game is not built yet. Run <code>npm start</code>, or <code>npm run build</code> and start the server again.</p>`,
    );
}
