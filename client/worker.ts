/**
 * The service worker: the page and all its parts are kept in the browser, so that levels, the bot, replays and the
 * library work without a network. It never answers for the server: rooms, boards and the state of health are not its
 * business. The build puts in the list of files and a name that changes with them (`vite.config.ts`).
 */

export interface Waiting {
  readonly waitUntil: (done: Promise<unknown>) => void;
}

interface Asking {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

/** What of a service worker's world is used here: TypeScript's own list of it does not go with that of a page. */
declare const self: {
  readonly location: Location;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asking) => void): void;
};
declare const KEPT_FILES: readonly string[];
declare const CACHE_NAME: string;

/** What the page is kept as. */
const page = './';

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE_NAME);
  await cache.addAll([page, ...KEPT_FILES]);
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE_NAME).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The newest page where there is a network, the kept one where there is none. */
async function pageFor(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(page)) ?? Response.error();
  }
}

/** Files have the hash of their content in their names: what is kept is right. */
const fileFor = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request);

const kept = new Set(KEPT_FILES.map((file) => new URL(file, self.location.href).href));

self.addEventListener('install', (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(pageFor(request));
  else if (kept.has(request.url)) event.respondWith(fileFor(request));
});
