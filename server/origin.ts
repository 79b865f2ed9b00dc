/**
 * Which pages may open a connection. Browsers let any page open a WebSocket to any server, so the server asks
 * where the page came from: from itself, or from an origin on the list. Programs send no Origin and may connect:
 * they hold no player's secret.
 */
import type { IncomingHttpHeaders } from 'node:http';

export function mayConnect(
  { origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>,
  origins: readonly string[],
): boolean {
  if (origin === undefined || origins.includes(origin)) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}
