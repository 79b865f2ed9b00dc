/**
 * The eight islands of the world map: the same coast, and on each one landmark that stands for its world. In units
 * of a picture 320 wide; the water begins at y = 0, y grows downwards.
 */
import type { World } from '../../shared/levels/level.ts';
import { type Shape, block, rect, stroke } from './shape.ts';

/** The picture's frame: x, y, width, height. */
export const islandFrame = [-160, -92, 320, 120] as const;

/** Where the lighthouse stands, and how large it is. */
export const lightPlace = { x: -96, y: -14, scale: 0.36, mirror: 1 } as const;

/** Land above the water. */
const coast: readonly number[] = [
  -138, 0, -130, -8, -116, -10, -108, -14, -80, -14, -70, -10, -30, -9, -4, -13, 40, -12, 78, -8, 112, -9, 128, -4, 140,
  0,
];

/** Depth lines in the water around it, as on a chart. */
const depths: readonly Shape[] = [
  stroke('swell', [-150, 6, -60, 9, 40, 8, 152, 6]),
  stroke('swell', [-128, 14, -20, 17, 90, 15, 130, 13]),
];

const crate = (x: number, y: number): Shape[] => [
  rect('hull', [x, y - 16, 18, 16], 'print'),
  stroke('print', [x, y - 16, x + 18, y]),
];

const house = (x: number, w: number, h: number): Shape[] => [
  block('land', [x, -10, x, -10 - h, x + w / 2, -20 - h, x + w, -10 - h, x + w, -10]),
  rect('well', [x + w / 2 - 3, -4 - h, 6, 7]),
];

const pole = (x: number): Shape[] => [stroke('line', [x, -8, x, -58]), stroke('line', [x - 9, -52, x + 9, -52])];

const battlement = (x: number): readonly number[] => [x, -46, x, -52, x + 8, -52, x + 8, -46];

const landmarks: { readonly [world in World]: readonly Shape[] } = {
  // Two houses and a bridge between them.
  1: [
    ...house(-30, 34, 24),
    ...house(72, 34, 24),
    block('hull', [4, -22, 20, -34, 56, -34, 72, -22, 72, -16, 54, -27, 22, -27, 4, -16], 'print'),
  ],
  // Telegraph poles; one wire hangs.
  2: [
    ...pole(-10),
    ...pole(40),
    ...pole(92),
    stroke('line', [-10, -52, 15, -44, 40, -52]),
    stroke('wrong', [40, -52, 52, -40, 55, -22]),
    stroke('wrong', [92, -52, 84, -36, 82, -26]),
  ],
  // Crates, counted.
  3: [
    ...crate(-24, -11),
    ...crate(-4, -12),
    ...crate(16, -12),
    ...crate(-14, -28),
    ...crate(6, -28),
    ...crate(-4, -44),
    ...crate(62, -10),
  ],
  // A gate: one half is shut.
  4: [
    rect('land', [-14, -52, 14, 42]),
    rect('land', [84, -50, 14, 42]),
    block('clothRed', [0, -46, 40, -46, 40, -12, 0, -12], 'print'),
    stroke('print', [0, -12, 40, -46]),
    stroke('line', [42, -10, 58, -40, 84, -46]),
  ],
  // A rock with a window, and one that leans on it.
  5: [
    block('land', [-26, -10, -14, -56, 18, -66, 46, -50, 56, -12]),
    block('sea', [2, -12, 6, -36, 22, -40, 32, -12]),
    block('land', [62, -11, 88, -62, 98, -58, 92, -9]),
  ],
  // A fort.
  6: [
    block('land', [
      -20,
      -10,
      -20,
      -46,
      ...battlement(-20),
      ...battlement(-4),
      ...battlement(12),
      ...battlement(28),
      ...battlement(44),
      60,
      -46,
      60,
      -10,
    ]),
    rect('well', [14, -26, 14, 14]),
    rect('land', [66, -66, 24, 57]),
    stroke('line', [78, -66, 78, -86]),
    block('clothRed', [78, -86, 98, -80, 78, -74], 'print'),
  ],
  // An observatory, and fins in the water.
  7: [
    rect('land', [-16, -34, 52, 24]),
    block('hull', [-14, -34, -8, -50, 4, -58, 18, -58, 28, -50, 34, -34], 'print'),
    block('well', [14, -58, 22, -56, 34, -74, 28, -77]),
    block('fog', [96, 4, 112, -16, 116, 4]),
    block('fog', [122, 12, 134, -4, 138, 12]),
  ],
  // A peak with a flag on it.
  8: [
    block('land', [-30, -10, 8, -44, 20, -40, 44, -70, 66, -36, 78, -42, 108, -9]),
    block('hull', [34, -58, 44, -70, 53, -56, 46, -52, 41, -56], 'print'),
    stroke('line', [44, -70, 44, -90]),
    block('clothYellow', [44, -90, 64, -84, 44, -78], 'print'),
  ],
};

/** Depth lines, coast and landmark; the lighthouse is drawn by its own shapes. */
export const islandShapes = (world: World): readonly Shape[] => [...depths, block('land', coast), ...landmarks[world]];
