/** Under which addresses other machines of the network reach this server. */
import type { NetworkInterfaceInfo } from 'node:os';

type Interfaces = { readonly [name: string]: readonly NetworkInterfaceInfo[] | undefined };

/** Interfaces of containers, virtual machines and tunnels: a phone in the same room does not reach them. */
const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|podman|lxc|tun|tap|utun|wg|zt|tailscale|vEthernet)/i;

/** The smaller, the likelier that the network of a class or a home is meant. */
function rank(name: string, address: string): number {
  const ranges = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];
  const range = ranges.findIndex((one) => one.test(address));
  // 100.64/10 belongs to providers and overlay networks.
  const shared = /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(address);
  return (virtual.test(name) ? 10 : 0) + (range >= 0 ? range : shared ? 4 : 3);
}

/** Base URLs, best first; none where the server listens on this machine only, or has no network. */
export function addressesOf(interfaces: Interfaces, host: string, port: number): readonly string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  return Object.entries(interfaces)
    .flatMap(([name, infos]) => (infos ?? []).map((info) => ({ name, ...info })))
    .filter((info) => info.family === 'IPv4' && !info.internal && !info.address.startsWith('169.254.'))
    .filter((info) => everywhere || info.address === host)
    .toSorted((a, b) => rank(a.name, a.address) - rank(b.name, b.address))
    .map((info) => `http://${info.address}:${port}`);
}
