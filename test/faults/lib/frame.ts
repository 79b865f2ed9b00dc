/** WebSocket frames by hand (RFC 6455, 5): text and what ends a connection, no fragments, as our server sends them. */
import { randomBytes } from 'node:crypto';

/** A masked frame, as clients must send them. `opcode` 1: text, 2: octets, 8: close. */
export function frame(payload: string | Buffer, opcode = typeof payload === 'string' ? 1 : 2): Buffer {
  const octets = Buffer.from(payload);
  const mask = randomBytes(4);
  const head =
    octets.length < 126
      ? Buffer.of(0x80 | opcode, 0x80 | octets.length)
      : Buffer.of(0x80 | opcode, 0x80 | 126, octets.length >> 8, octets.length & 0xff);
  for (let at = 0; at < octets.length; at += 1) octets[at] = (octets[at] ?? 0) ^ (mask[at & 3] ?? 0);
  return Buffer.concat([head, mask, octets]);
}

/** Puts what arrives together to frames; `take` gets the text of each one, and null for a close frame. */
export function createReader(take: (text: string | null) => void): (part: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (part) => {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
    for (;;) {
      const found = split(rest);
      if (found === null) return;
      rest = rest.subarray(found.end);
      if (found.opcode === 1) take(found.payload.toString());
      else if (found.opcode === 8) take(null);
    }
  };
}

function split(octets: Buffer): { readonly opcode: number; readonly payload: Buffer; readonly end: number } | null {
  if (octets.length < 2) return null;
  const short = octets.readUInt8(1) & 0x7f;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (octets.length < head) return null;
  const size = short === 126 ? octets.readUInt16BE(2) : short === 127 ? Number(octets.readBigUInt64BE(2)) : short;
  if (octets.length < head + size) return null;
  return { opcode: octets.readUInt8(0) & 0x0f, payload: octets.subarray(head, head + size), end: head + size };
}
