/** Capture files of what crossed between the stack and its peer. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { linkTypes } from '../../shared/packet/link.ts';
import { encodePcapng } from '../../shared/packet/pcapng.ts';
import { timestampAfter } from '../../shared/packet/timestamp.ts';
import type { Crossed } from './liveHost.ts';
import { expectCapture, type Plan } from './tshark.ts';

const folder = fileURLToPath(new URL('../../test-results/interop/', import.meta.url));

/** The interfaces of every capture of this folder, in this order. */
const sides = ['stack', 'peer'] as const;

/** Keeps `octets`, a capture file that something wrote, for tshark and for people; gives its path. */
export function keepCapture(name: string, octets: Uint8Array): string {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}${name}.pcapng`;
  writeFileSync(file, octets);
  return file;
}

/** The capture file of what crossed, with one interface for each side. */
export function captureOf(name: string, crossed: readonly Crossed[]): Uint8Array {
  const start = { seconds: 1_700_000_000, nanos: 0 };
  return encodePcapng({
    application: 'Ackward Bound',
    comments: [name],
    interfaces: sides.map((side) => ({ linkType: linkTypes.RAW, snapLength: 0, description: null, name: side })),
    packets: crossed.map(({ at, from, packet }) => ({
      interface: sides.indexOf(from),
      time: timestampAfter(start, at),
      data: packet,
      originalLength: packet.length,
      comments: [],
    })),
    names: [],
  });
}

/** Writes the capture of a scene; throws where tshark finds anything else in it than the plan. */
export function inspect(crossed: readonly Crossed[], name: string, plan: Plan): void {
  expectCapture(keepCapture(name, captureOf(name, crossed)), sides, crossed.length, plan);
}
