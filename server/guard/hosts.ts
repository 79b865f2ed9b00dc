/**
 * The names under which this server may be asked. A page of another name can have that name point here (DNS
 * rebinding), and would then be of one origin with us; so a name that is not ours is not answered.
 */
import { isIP } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import type { Clock } from '../clock.ts';

export interface Names {
  /** Of this machine, as it calls itself. */
  readonly hostname: string;
  readonly interfaces: () => { readonly [name: string]: readonly NetworkInterfaceInfo[] | undefined };
  readonly origins: readonly string[];
}

export type HostGate = (host: string | undefined) => boolean;

/** Networks change while a laptop is carried around; so often, in milliseconds, it is looked again at most. */
const lookAgain = 1000;

export function createHostGate({ hostname, interfaces, origins }: Names, { now }: Clock): HostGate {
  const own = hostname.toLowerCase();
  // A name without a dot, or below .local, belongs to the own network: nobody can register it.
  const [label = own] = own.split('.');
  const names = new Set(['localhost', own, label, `${label}.local`, ...origins.map((one) => new URL(one).hostname)]);
  let addresses = new Set<string>();
  let looked = -lookAgain;
  const isOwn = (address: string): boolean => {
    if (addresses.has(address)) return true;
    if (now() - looked < lookAgain) return false;
    looked = now();
    addresses = new Set(Object.values(interfaces()).flatMap((infos) => (infos ?? []).map((info) => info.address)));
    return addresses.has(address);
  };
  return (host) => {
    const name = nameOf(host);
    if (name === null) return false;
    return isIP(name) === 0 ? names.has(name) : isLoopback(name) || isOwn(name);
  };
}

const isLoopback = (address: string): boolean => address === '::1' || /^127(\.\d+){3}$/.test(address);

/** The name or address in a `Host` header, without port and brackets; null where it is none. */
function nameOf(host: string | undefined): string | null {
  if (host === undefined || !/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host)) return null;
  if (!URL.canParse(`http://${host}`)) return null;
  const { hostname } = new URL(`http://${host}`);
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}
