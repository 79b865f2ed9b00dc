/** What the two ends of a match are called on the wire: captures and headers show them. */
import type { Ends } from '../packet/packet.ts';
import { type Role, otherRole } from './role.ts';

/** Addresses of RFC 5737, which belong to nobody; the server's port is that of HTTP, as in the textbooks. */
export const endpoints: { readonly [role in Role]: { readonly address: number; readonly port: number } } = {
  client: { address: 0xc000_0201, port: 49_152 },
  server: { address: 0xc633_6402, port: 80 },
};

/** Of a packet that `role` sends. */
export function endsFrom(role: Role): Ends {
  const [src, dst] = [endpoints[role], endpoints[otherRole(role)]];
  return { src: src.address, srcPort: src.port, dst: dst.address, dstPort: dst.port };
}
