/** What every part of the scene needs to draw itself. */
import type * as Phaser from 'phaser';
import type { Palette } from '../style/tokens.ts';
import type { Geometry } from './geometry.ts';

export interface Stage {
  readonly scene: Phaser.Scene;
  readonly geometry: Geometry;
  readonly palette: Palette;
  /** Less motion is wanted: things are placed, nothing bobs or turns. */
  readonly calm: boolean;
}

/** What lies before what. */
export const depth = { sky: 0, beam: 1, sea: 2, wave: 3, harbour: 5, lamp: 6, rain: 8, boat: 10, glass: 30 } as const;

export const numberFont = '"JetBrains Mono Variable", "Noto Sans CJK SC", monospace';
export const textFont = '"Inter Variable", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
