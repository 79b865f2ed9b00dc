/**
 * Which pages may open a connection. Browsers let any page open a WebSocket to any server, so the server asks
 * where the page came from: from itself, or from an origin on the list. Programs send no Origin and may connect:
 * they hold no player's secret.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { HostGate } from './hosts.ts';

/** Pages that came from elsewhere, as far as a browser says so where it sends no Origin. */
const elsewhere: readonly unknown[] = ['cross-site', 'same-site'];

export function mayConnect(headers: IncomingHttpHeaders, isOurs: HostGate, origins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (!isOurs(host)) return false;
  if (origin === undefined) return !elsewhere.includes(headers['sec-fetch-site']);
  // This server speaks HTTP. Where a proxy speaks HTTPS for it, its origin stands on the list.
  return origins.includes(origin) || (host !== undefined && origin === `http://${host.toLowerCase()}`);
}
