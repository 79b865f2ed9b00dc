/**
 * A boat: one segment. Where its parts stand, in units around the middle of the waterline; SVG and Phaser draw
 * from this. The bow points along the way, texts are never mirrored. Numbers are painted on hull (seq) and
 * sail (ack), the sail hangs only when ACK is set, crates are the numbers that the segment takes.
 */
import type { Header } from '../../shared/game/event.ts';
import type { Flag } from '../../shared/tcp/segment.ts';
import { hoistOrder, signalFlags } from './flags.ts';
import { type Place, type Shape, block, placed, rect, stroke } from './shape.ts';

/** What a boat takes up, in units: half its length, height above the waterline, depth below it. */
export const boatSize = { half: 92, above: 84, below: 18 } as const;

/** Where texts go: the middle of the line (`x`, `y`), and what they are. */
export interface Sign {
  readonly what: 'seq' | 'ack' | 'flags' | 'crate';
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface Boat {
  readonly shapes: readonly Shape[];
  readonly signs: readonly Sign[];
}

const FLAG = 22;
const CRATE = 15;

/** The labels of the crates: S and F take one number each, octets come in one crate that says how many. */
export function crateLabels({ flags, len }: Pick<Header, 'flags' | 'len'>): readonly string[] {
  const octets = len === 0 ? [] : [`len ${len}`];
  return [...(flags.includes('SYN') ? ['S'] : []), ...octets, ...(flags.includes('FIN') ? ['F'] : [])];
}

function hoist(names: readonly Flag[]): Shape[] {
  return names.flatMap((name, i) => {
    const place: Place = { x: -68 + i * (FLAG + 3), y: -80, scale: FLAG / 6, mirror: 1 };
    const patches: Shape[] = signalFlags[name].patches.map((patch) => ({ ...patch, line: null, closed: true }));
    const edge: Shape[] = patches.slice(0, 1).map((whole) => ({ ...whole, fill: null, line: 'print' }));
    return [...patches, ...edge].map((shape) => placed(shape, place));
  });
}

const crateWidth = (label: string): number => (label.length === 1 ? CRATE : 12 + label.length * 6.4);

function crates(labels: readonly string[]): Boat {
  const total = labels.reduce((sum, label) => sum + crateWidth(label) + 3, -3);
  const shapes: Shape[] = [];
  const signs: Sign[] = [];
  let x = -total / 2;
  for (const label of labels) {
    shapes.push(rect('lamp', [x, -CRATE - 8, crateWidth(label), CRATE], 'print'));
    signs.push({ what: 'crate', x: x + crateWidth(label) / 2, y: -8 - CRATE / 2, text: label });
    x += crateWidth(label) + 3;
  }
  return { shapes, signs };
}

const mast = stroke('ink', [-71, -8, -71, -84]);
const sail = block('hull', [-68, -55, 66, -55, 70, -27, -74, -27], 'print');
const hull = [
  block('hull', [-84, -7, 70, -7, 92, -15, 76, 18, -72, 18], 'print'),
  block('clothRed', [-75.3, 12, 78.9, 12, 76, 18, -72, 18], 'print'),
];

/** `numbers` are formatted; `ack` is null where the ACK bit is off. `dir` 1: towards the right. */
export function boat(
  header: Pick<Header, 'flags' | 'len'>,
  { seq, ack }: { readonly seq: string; readonly ack: string | null },
  dir: 1 | -1,
): Boat {
  const turned = (shape: Shape): Shape => placed(shape, { x: 0, y: 0, scale: 1, mirror: dir });
  const cargo = crates(crateLabels(header));
  const names = hoistOrder.filter((flag) => header.flags.includes(flag));
  const canvas = ack === null ? [] : [turned(sail)];
  return {
    shapes: [mast, ...canvas, ...hoist(names), ...cargo.shapes, ...hull.map(turned)],
    signs: [
      { what: 'flags', x: -66 + names.length * (FLAG + 3), y: -69, text: names.join(',') },
      ...(ack === null ? [] : [{ what: 'ack', x: -2 * dir, y: -41, text: `ack ${ack}` } as const]),
      ...cargo.signs,
      { what: 'seq', x: 0, y: 2.5, text: `seq ${seq}` },
    ],
  };
}
