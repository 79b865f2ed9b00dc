/**
 * Where the page is, as a path. Our server answers every path with the page; a file host knows one file only, so there
 * (`npm run build:static`) the path stands behind the '#'. Nobody else reads or writes the address bar.
 */

/** Built to be served by any file host, and played without a server. */
export const isStatic = import.meta.env.MODE === 'static';

interface Address {
  readonly path: string;
  /** What a replay carries along: behind the '#', or behind the '?' in it. */
  readonly packed: string;
}

export function addressNow(): Address {
  const rest = location.hash.slice(1);
  if (!isStatic) return { path: location.pathname, packed: rest };
  const [path = '', packed = ''] = rest.split('?');
  return { path: path === '' ? '/' : path, packed };
}

/** For links: what stands after the `?` of the address (such as `renderer=canvas`) stays. */
export const hrefOf = (path: string, packed = ''): string =>
  isStatic
    ? `${location.search}#${path}${packed === '' ? '' : `?${packed}`}`
    : path + location.search + (packed === '' ? '' : `#${packed}`);

/** A new address, without loading the page anew. */
export function go(path: string, packed = ''): void {
  const now = addressNow();
  if (now.path !== path || now.packed !== packed) history.pushState(null, '', hrefOf(path, packed) || '/');
}
