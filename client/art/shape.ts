/** Flat shapes of one line weight: what all our pictures are made of, in SVG and in Phaser alike. */
import type { Paint } from '../style/tokens.ts';

export interface Shape {
  /** x, y, x, y, ... in units; y grows downwards. */
  readonly points: readonly number[];
  /** null: not filled. */
  readonly fill: Paint | null;
  /** null: no outline. */
  readonly line: Paint | null;
  readonly closed: boolean;
}

/** A filled polygon with the print's outline. */
export const block = (fill: Paint, points: readonly number[], line: Paint | null = 'landEdge'): Shape => ({
  points,
  fill,
  line,
  closed: true,
});

/** x, y, width, height. */
export type Box = readonly [x: number, y: number, w: number, h: number];

export const rect = (fill: Paint, [x, y, w, h]: Box, line: Paint | null = 'landEdge'): Shape =>
  block(fill, [x, y, x + w, y, x + w, y + h, x, y + h], line);

export const stroke = (line: Paint, points: readonly number[]): Shape => ({ points, fill: null, line, closed: false });

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** -1: turned left and right. */
  readonly mirror: 1 | -1;
}

/** The same shape somewhere else: turned, scaled, then moved. */
export function placed(shape: Shape, { x, y, scale, mirror }: Place): Shape {
  const points = shape.points.map((value, i) => (i % 2 === 0 ? x + value * scale * mirror : y + value * scale));
  return { ...shape, points };
}
