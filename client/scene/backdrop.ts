/** Sky, sea, swell and rain: the weather of the room. All of it lies behind the boats. */
import * as Phaser from 'phaser';
import type { Weather } from '../../shared/net/weather.ts';
import type { Theme } from '../style/tokens.ts';
import { colourOf } from './draw.ts';
import { type Stage, depth } from './stage.ts';

const seas: {
  readonly [weather in Weather]: { readonly height: number; readonly drops: number; readonly clouds: number };
} = {
  calm: { height: 2.5, drops: 0, clouds: 0 },
  lossy: { height: 5, drops: 26, clouds: 2 },
  stormy: { height: 9, drops: 90, clouds: 5 },
};

export interface Backdrop {
  /** `time`: wall milliseconds. */
  readonly move: (time: number) => void;
}

export function makeBackdrop(stage: Stage, weather: Weather, theme: Theme): Backdrop {
  paintSky(stage, weather, theme);
  const waves = makeWaves(stage, seas[weather].height);
  const rain = stage.scene.add.graphics().setDepth(depth.rain);
  const drops = makeDrops(seas[weather].drops);
  drawRain(rain, stage, drops, 0);
  return {
    move(time) {
      if (stage.calm) return;
      for (const { row, span, speed } of waves) row.x = ((time * speed) % span) - span;
      if (drops.length > 0) drawRain(rain, stage, drops, time);
    },
  };
}

function paintSky({ scene, geometry, palette }: Stage, weather: Weather, theme: Theme): void {
  const { w, h, horizon, unit } = geometry;
  const sky = scene.add.graphics().setDepth(depth.sky);
  sky.fillStyle(colourOf(palette.sky)).fillRect(0, 0, w, horizon + 2);
  if (weather !== 'stormy') {
    sky
      .fillStyle(colourOf(theme === 'dark' ? palette.beam : palette.lamp))
      .fillCircle(w * 0.72, horizon * 0.46, 22 * unit);
    if (theme === 'dark')
      sky.fillStyle(colourOf(palette.sky)).fillCircle(w * 0.72 + 10 * unit, horizon * 0.4, 19 * unit);
  }
  sky.fillStyle(colourOf(palette.swell));
  for (let i = 0; i < seas[weather].clouds; i += 1) {
    const [x, y] = [w * (0.16 + 0.19 * i), horizon * (0.2 + 0.13 * (i % 3))];
    sky.fillRect(x, y, 150 * unit, 11 * unit).fillRect(x + 34 * unit, y - 11 * unit, 74 * unit, 11 * unit);
  }
  const sea = scene.add.graphics().setDepth(depth.sea);
  sea.fillStyle(colourOf(palette.sea)).fillRect(0, horizon, w, h - horizon);
}

interface Wave {
  readonly row: Phaser.GameObjects.Graphics;
  readonly span: number;
  readonly speed: number;
}

function makeWaves({ scene, geometry, palette }: Stage, height: number): Wave[] {
  const { w, h, horizon, unit, line } = geometry;
  const rows = 6;
  return Array.from({ length: rows }, (_, i) => {
    const near = (i + 1) / rows;
    const span = (70 + 90 * near) * unit;
    const y = horizon + (h - horizon) * (near * near * 0.86 + 0.04);
    const row = scene.add.graphics().setDepth(depth.wave).lineStyle(line, colourOf(palette.swell));
    const points: Phaser.Math.Vector2[] = [];
    for (let x = 0; x <= w + 2 * span; x += span / 16)
      points.push(
        new Phaser.Math.Vector2(x, y - Math.abs(Math.sin((Math.PI * x) / span)) * height * (0.5 + near) * unit),
      );
    row.strokePoints(points, false, false);
    return { row, span, speed: (i % 2 === 0 ? 1 : -1) * (0.006 + 0.008 * near) * unit };
  });
}

/** Where each drop starts (x, y as shares of the picture) and how fast it falls. */
interface Drop {
  readonly x: number;
  readonly y: number;
  readonly speed: number;
}

/** Spread evenly by the golden ratio: no chance needed. */
const makeDrops = (count: number): Drop[] =>
  Array.from({ length: count }, (_, i) => ({
    x: (i * 0.618_034) % 1,
    y: (i * 0.381_966 * 7.3) % 1,
    speed: 0.000_35 + 0.000_2 * ((i * 0.27) % 1),
  }));

function drawRain(
  rain: Phaser.GameObjects.Graphics,
  { geometry, palette }: Stage,
  drops: readonly Drop[],
  time: number,
): void {
  const { w, h, unit, line } = geometry;
  rain.clear().lineStyle(line * 0.5, colourOf(palette.rain), 0.6);
  for (const { x, y, speed } of drops) {
    const fallen = (y + time * speed) % 1;
    const [px, py] = [((x + 1 - fallen * 0.2) % 1) * w, fallen * h];
    rain.lineBetween(px, py, px - 4 * unit, py + 18 * unit);
  }
}
