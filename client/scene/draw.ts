/** Draws the shapes of `art/` with Phaser's Graphics. */
import * as Phaser from 'phaser';
import type { Shape } from '../art/shape.ts';
import type { Palette } from '../style/tokens.ts';

export const colourOf = (hex: string): number => Number.parseInt(hex.slice(1), 16);

const pointsOf = ({ points }: Shape): Phaser.Math.Vector2[] =>
  Array.from(
    { length: points.length / 2 },
    (_, i) => new Phaser.Math.Vector2(points[2 * i] ?? 0, points[2 * i + 1] ?? 0),
  );

export function drawShapes(
  graphics: Phaser.GameObjects.Graphics,
  shapes: readonly Shape[],
  { palette, line }: { readonly palette: Palette; readonly line: number },
): void {
  for (const shape of shapes) {
    const points = pointsOf(shape);
    if (shape.fill !== null) graphics.fillStyle(colourOf(palette[shape.fill]), 1).fillPoints(points, shape.closed);
    if (shape.line === null) continue;
    graphics.lineStyle(line, colourOf(palette[shape.line]), 1).strokePoints(points, shape.closed, shape.closed);
    // Graphics has no line joins: a dot at every corner makes the print's line whole.
    graphics.fillStyle(colourOf(palette[shape.line]), 1);
    for (const { x, y } of points) graphics.fillCircle(x, y, line / 2);
  }
}
