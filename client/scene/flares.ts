/** A red flare over the tower that a RST has reached: quick, and gone. */
import type * as Phaser from 'phaser';
import { type Role, roles } from '../../shared/game/role.ts';
import { lampEye } from '../art/harbour.ts';
import { colourOf } from './draw.ts';
import { type Stage, depth } from './stage.ts';

export interface Flares {
  readonly fire: (role: Role) => void;
}

const rays = 9;

export function makeFlares(stage: Stage): Flares {
  return {
    fire(role) {
      if (!roles.includes(role)) return;
      const { scene, geometry, palette, calm } = stage;
      const { harbourUnit: unit, line, foot } = geometry;
      const [x, top] = [foot[role].x, foot[role].y + lampEye.y * unit];
      const star = scene.add.graphics().setDepth(depth.glass);
      star.lineStyle(line * 1.4, colourOf(palette.red));
      for (let i = 0; i < rays; i += 1) {
        const angle = (i / rays) * 2 * Math.PI;
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        star.lineBetween(dx * 7 * unit, dy * 7 * unit, dx * 20 * unit, dy * 20 * unit);
      }
      star.fillStyle(colourOf(palette.red)).fillCircle(0, 0, 5 * unit);
      const sky = Math.max(26 * unit, top - 46 * unit);
      star.setPosition(x, calm ? sky : top);
      rise(scene, star, { calm, sky });
    },
  };
}

function rise(
  scene: Phaser.Scene,
  star: Phaser.GameObjects.Graphics,
  { calm, sky }: { readonly calm: boolean; readonly sky: number },
): void {
  const gone = { targets: star, alpha: 0, duration: 700, onComplete: () => star.destroy() };
  if (calm) {
    scene.tweens.add({ ...gone, delay: 1800 });
    return;
  }
  star.setScale(0.4);
  scene.tweens.chain({
    targets: star,
    tweens: [
      { y: sky, duration: 380, ease: 'Quad.easeOut' },
      { scale: 1.35, duration: 160 },
      { ...gone, delay: 1100, y: sky + 14 },
    ],
  });
}
