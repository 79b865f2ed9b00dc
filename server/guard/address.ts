/**
 * Where a request comes from. Behind proxies that are trusted the answer is in `X-Forwarded-For`, read from the
 * right up to the first address that is not a trusted proxy: what stands to the left of it, anybody may have
 * written. Addresses stay in memory, and are in no log and no store.
 */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { ipKeyGenerator } from 'express-rate-limit';

export type AddressOf = (request: IncomingMessage) => string;

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** An IPv4 address as such, whether or not it came in the form of IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

export function trusted(proxies: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    if (bits === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(bits), family(address));
  }
  return (address) => isIP(plain(address)) !== 0 && list.check(plain(address), family(plain(address)));
}

/** A key for budgets: the address, or for IPv6 the network that one customer has. */
export function createAddressOf(proxies: readonly string[]): AddressOf {
  const isProxy = trusted(proxies);
  return (request) => {
    let address = plain(request.socket.remoteAddress ?? '');
    const header = request.headers['x-forwarded-for'] ?? '';
    const hops = String(header).split(',').toReversed();
    for (const hop of hops) {
      const next = plain(hop.trim());
      if (!isProxy(address) || isIP(next) === 0) break;
      address = next;
    }
    return isIP(address) === 0 ? 'unknown' : ipKeyGenerator(address, 56);
  };
}

/** Whether it comes from this machine, and no proxy says that it only passes it on. */
export function isLocal({ socket, headers }: IncomingMessage): boolean {
  const address = plain(socket.remoteAddress ?? '');
  const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];
  return (address === '::1' || address.startsWith('127.')) && passedOn.every((name) => headers[name] === undefined);
}
