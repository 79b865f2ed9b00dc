/** A small print for each machine of the library, in a frame of 64 by 44 units. Decoration: its title stands beside it. */
import type { MachineId } from '../../shared/lessons/machines.ts';
import type { Paint } from '../style/tokens.ts';
import { type Shape, block, placed, rect, stroke } from './shape.ts';

export const printFrame = [-2, -2, 68, 48] as const;

/** An arrow between the two lifelines, slanting down. */
const arrow = (colour: Paint, [x1, y1, x2, y2]: readonly [number, number, number, number]): readonly Shape[] => {
  const back = x2 > x1 ? -7 : 7;
  return [stroke(colour, [x1, y1, x2, y2]), block(colour, [x2, y2, x2 + back, y2 - 4, x2 + back, y2 + 3], null)];
};

const lifelines: readonly Shape[] = [stroke('line', [8, 2, 8, 42]), stroke('line', [56, 2, 56, 42])];

/** Standing at (0, 0), with a lit lamp or a dark one. */
const lighthouse = (lamp: Paint): readonly Shape[] => [
  block('hull', [-7, 0, -4, -24, 4, -24, 7, 0], 'print'),
  block('clothRed', [-6.2, -7, -5.2, -15, 5.2, -15, 6.2, -7], 'print'),
  rect(lamp, [-5, -33, 10, 9], 'print'),
  block('clothRed', [-6, -33, 0, -39, 6, -33], 'print'),
];

const pier = (end: number): readonly Shape[] => [
  rect('ink', [0, 14, end, 6], null),
  ...[4, 16, 28, 40].filter((x) => x < end - 2).map((x) => stroke('ink', [x, 20, x, 32])),
];

const boat: readonly Shape[] = [
  block('fog', [0, 14, 22, 14, 18, 20, 4, 20], 'ink'),
  stroke('ink', [11, 14, 11, 3]),
  block('foam', [11, 3, 19, 6, 11, 9], 'ink'),
];

const at = (shapes: readonly Shape[], x: number, y: number): readonly Shape[] =>
  shapes.map((shape) => placed(shape, { x, y, scale: 1, mirror: 1 }));

export const machinePrints: { readonly [id in MachineId]: readonly Shape[] } = {
  'two-way': [
    ...lifelines,
    ...arrow('blue', [8, 6, 55, 14]),
    ...arrow('blue', [56, 18, 9, 26]),
    ...arrow('yellow', [8, 30, 55, 38]),
  ],
  'who-knows': [...at(lighthouse('lamp'), 14, 42), ...at(lighthouse('well'), 50, 42)],
  'half-close': [
    ...at(pier(42), 0, -12),
    block('right', [46, -1, 58, 5, 46, 11], null),
    stroke('foam', [0, 20, 64, 20]),
    ...pier(18).map((shape) => placed(shape, { x: 64, y: 11, scale: 1, mirror: -1 })),
    rect('red', [39, 21, 5, 14], null),
    stroke('foam', [0, 43, 64, 43]),
  ],
  'time-wait': [
    block('well', [18, 4, 46, 4, 34, 22, 46, 40, 18, 40, 30, 22], 'ink'),
    block('lamp', [25, 36, 39, 36, 32, 28], null),
    block('lamp', [28, 14, 36, 14, 32, 20], null),
    stroke('ink', [14, 3, 50, 3]),
    stroke('ink', [14, 41, 50, 41]),
  ],
  isn: [
    rect('well', [4, 6, 24, 32], 'line'),
    block('ink', [14, 14, 18, 14, 20, 19, 17, 22, 19, 30, 13, 30, 15, 22, 12, 19], null),
    block(
      'lamp',
      [22, 19, 44, 19, 44, 13, 60, 13, 60, 31, 44, 31, 44, 25, 36, 25, 36, 30, 31, 30, 31, 25, 22, 25],
      'print',
    ),
  ],
  flood: [...at(boat, 2, 2), ...at(boat, 34, 4), ...at(boat, 18, 22), stroke('foam', [0, 43, 64, 43])],
};
