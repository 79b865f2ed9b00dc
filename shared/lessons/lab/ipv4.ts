/** IPv4 packets around anything: 64 hops, not to be fragmented. */
import { NONE, type Octets } from '../../octets.ts';
import { DONT_FRAGMENT, encodeIpv4 } from '../../packet/ipv4.ts';

interface Route {
  readonly protocol: number;
  readonly src: number;
  readonly dst: number;
}

export const inIpv4 = ({ protocol, src, dst }: Route, payload: Octets): Octets =>
  encodeIpv4({
    header: {
      dscp: 0,
      ecn: 0,
      id: 0,
      flags: DONT_FRAGMENT,
      fragmentOffset: 0,
      ttl: 64,
      protocol,
      src,
      dst,
      options: NONE,
    },
    payload,
  });
