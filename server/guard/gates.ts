/** Who is let in: by name of the server, by the page that asks, by address, and who may read the metrics. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type AddressOf, createAddressOf, isLocal } from './address.ts';
import { type HostGate, createHostGate } from './hosts.ts';
import { mayConnect } from './origin.ts';

export interface Gates {
  /** Whether a `Host` names this server. */
  readonly isOurs: HostGate;
  readonly mayConnect: (request: IncomingMessage) => boolean;
  readonly mayMeasure: (request: IncomingMessage) => boolean;
  readonly addressOf: AddressOf;
}

export function createGates({ origins, proxies, metricsToken }: Config, clock: Clock): Gates {
  const isOurs = createHostGate({ hostname: hostname(), interfaces: networkInterfaces, origins }, clock);
  return {
    isOurs,
    mayConnect: ({ headers }) => mayConnect(headers, isOurs, origins),
    mayMeasure: (request) => (metricsToken === null ? isLocal(request) : bears(request, metricsToken)),
    addressOf: createAddressOf(proxies),
  };
}

/** Compared by their hashes, so that the time it takes tells nothing. */
const bears = ({ headers }: IncomingMessage, token: string): boolean =>
  timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
