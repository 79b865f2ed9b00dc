/** Where things stand in a strait of `w` x `h` pixels. Pure, so that it can be tested at every size. */
import { boatSize } from '../art/boat.ts';
import { quayEdge } from '../art/harbour.ts';
import type { Role } from '../../shared/game/role.ts';
import { laneCount } from '../motion/lanes.ts';

export interface Geometry {
  readonly w: number;
  readonly h: number;
  /** Pixels of one unit of a boat, and of a harbour. */
  readonly unit: number;
  readonly harbourUnit: number;
  readonly horizon: number;
  /** The waterline of each lane, from the far one to the near one. */
  readonly lanes: readonly number[];
  /** The foot of each tower. */
  readonly foot: { readonly [role in Role]: { readonly x: number; readonly y: number } };
  /** The middle of a boat at each quay. */
  readonly dock: { readonly [role in Role]: number };
  /** One line weight for all of it, in pixels. */
  readonly line: number;
  /** The town is left out where there is no room for it. */
  readonly roomy: boolean;
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** `w` and `h` in pixels of the canvas; `ratio` of them make one pixel of the page. */
export function geometryOf(w: number, h: number, ratio: number): Geometry {
  const unit = clamp(Math.min(h / 330, w / 640), 0.74 * ratio, 2.2 * ratio);
  const roomy = w / ratio >= 700;
  const harbourUnit = roomy ? Math.min(h / 300, w / 1000) : h / 340;
  const foot = { x: (roomy ? 128 : 26) * harbourUnit, y: h * 0.86 };
  const half = boatSize.half * unit;
  const dock = Math.min(foot.x + quayEdge * harbourUnit + half, Math.max(half * 0.9, w * 0.26));
  const bottom = h - (boatSize.below + 6) * unit;
  const top = Math.min((boatSize.above + 4) * unit, bottom);
  const lanes = Array.from({ length: laneCount }, (_, i) => top + ((bottom - top) * i) / (laneCount - 1));
  return {
    w,
    h,
    unit,
    harbourUnit,
    horizon: h * 0.3,
    lanes,
    foot: { client: foot, server: { x: w - foot.x, y: foot.y } },
    dock: { client: dock, server: w - dock },
    line: clamp(2.4 * unit, 1.6 * ratio, 4 * ratio),
    roomy,
  };
}
