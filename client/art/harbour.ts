/**
 * A harbour town with its lighthouse: one host. In units around the foot of the tower, for the left bank; the
 * right bank is the mirror image. The lamp itself is drawn by its look (`lamps.ts`), at `lampRoom`.
 */
import type { Lamp } from './lamps.ts';
import { type Shape, block, rect, stroke } from './shape.ts';

/** The glass of the lamp room. */
export const lampRoom = { x: -13, y: -164, w: 26, h: 30 } as const;

/** From where the beam goes out over the water. */
export const lampEye = { x: 0, y: -149 } as const;

const house = (x: number, w: number, h: number, roof: number): Shape[] => [
  block('land', [x, 0, x, -h, x + w / 2, -h - roof, x + w, -h, x + w, 0]),
  rect('well', [x + w / 2 - 4, -h + 8, 8, 11]),
];

export const town: readonly Shape[] = [
  ...house(-132, 44, 44, 20),
  ...house(-92, 34, 62, 16),
  ...house(-60, 30, 38, 14),
  ...house(30, 32, 30, 14),
];

export const tower: readonly Shape[] = [
  block('hull', [-25, 0, -15, -128, 15, -128, 25, 0], 'print'),
  block('clothRed', [-22.6, -30, -20.3, -60, 20.3, -60, 22.6, -30], 'print'),
  block('clothRed', [-18, -90, -16.1, -114, 16.1, -114, 18, -90], 'print'),
  rect('print', [-5, -22, 10, 22], null),
  rect('print', [-3, -80, 6, 10], null),
  rect('hull', [-22, -134, 44, 6], 'print'),
  block('clothRed', [-18, -164, 0, -182, 18, -164], 'print'),
  stroke('print', [0, -182, 0, -192]),
];

/** The quay: from far inland to the edge of the water at x = `quayEdge`, down to the sea bed. */
export const quayEdge = 74;

export const quay: readonly Shape[] = [
  block('land', [-400, 0, quayEdge, 0, quayEdge, 14, quayEdge - 8, 14, quayEdge - 8, 400, -400, 400]),
  stroke('landEdge', [-400, 14, quayEdge - 8, 14]),
  rect('landEdge', [quayEdge - 22, -8, 7, 8], null),
  rect('landEdge', [quayEdge - 44, -8, 7, 8], null),
];

/** The lit storeys of the lamp room, from below. */
export function lampShapes({ colour, bars }: Lamp): readonly Shape[] {
  const { x, y, w, h } = lampRoom;
  const storey = h / 3;
  const glass = rect('well', [x, y, w, h], 'print');
  const lit = Array.from({ length: bars }, (_, i) => rect(colour, [x, y + h - (i + 1) * storey, w, storey], 'print'));
  return [glass, ...lit];
}
