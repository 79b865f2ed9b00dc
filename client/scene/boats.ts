/** The boats on the water: one container a flight. Their place follows virtual time; only ends are animated. */
import type * as Phaser from 'phaser';
import { otherRole } from '../../shared/game/role.ts';
import type { FlightView } from '../../shared/game/view.ts';
import type { Millis } from '../../shared/time.ts';
import { type Boat, type Sign, boat } from '../art/boat.ts';
import { placed } from '../art/shape.ts';
import { wayDone } from '../motion/plan.ts';
import { drawShapes } from './draw.ts';
import { type Stage, depth, numberFont, textFont } from './stage.ts';

/** What a boat says: formatted numbers, and the word for a twin. */
export interface BoatWords {
  readonly seq: string;
  readonly ack: string | null;
  readonly copy: string;
  readonly lost: string;
}

export interface Boats {
  readonly appear: (
    flight: FlightView,
    at: { readonly lane: number; readonly casts: boolean },
    words: BoatWords,
  ) => void;
  readonly arrive: (flight: number) => void;
  readonly sink: (flight: number, way: number | null) => void;
  readonly vanish: (flight: number) => void;
  readonly move: (time: number, now: Millis) => void;
}

interface Afloat {
  readonly flight: FlightView;
  readonly hull: Phaser.GameObjects.Container;
  readonly y: number;
  readonly words: BoatWords;
}

export function makeBoats(stage: Stage): Boats {
  const { scene, geometry, calm } = stage;
  const afloat = new Map<number, Afloat>();
  const xOf = ({ from }: FlightView, way: number): number =>
    geometry.dock[from] + (geometry.dock[otherRole(from)] - geometry.dock[from]) * way;
  const take = (id: number): Afloat | null => {
    const found = afloat.get(id) ?? null;
    afloat.delete(id);
    return found;
  };
  return {
    appear(flight, { lane, casts }, words) {
      const y = geometry.lanes[lane] ?? 0;
      const hull = makeHull(stage, flight, words)
        .setPosition(xOf(flight, 0), y)
        .setDepth(depth.boat + lane);
      afloat.set(flight.id, { flight, hull, y, words });
      if (casts && !calm) scene.tweens.add({ targets: hull, alpha: { from: 0, to: 1 }, duration: 220 });
    },
    arrive(id) {
      const found = take(id);
      if (found === null) return;
      const { flight, hull } = found;
      const gone = { targets: hull, alpha: 0, delay: 260, duration: 320, onComplete: () => hull.destroy() };
      if (!calm) scene.tweens.add({ targets: hull, x: xOf(flight, 1), angle: 0, duration: 180, ease: 'Sine.easeOut' });
      scene.tweens.add(gone);
    },
    sink(id, way) {
      const found = take(id);
      if (found === null) return;
      if (way !== null) found.hull.x = xOf(found.flight, way);
      goDown(stage, found);
    },
    vanish(id) {
      take(id)?.hull.destroy();
    },
    move(time, now) {
      for (const { flight, hull, y } of afloat.values()) {
        const way = wayDone(flight, now);
        // Whole pixels keep the numbers sharp.
        hull.x = Math.round(xOf(flight, calm ? Math.round(way * 8) / 8 : way));
        if (!calm) hull.y = Math.round(y + Math.sin(time / 620 + flight.id * 1.7) * 2.2 * geometry.unit);
      }
    },
  };
}

/** Down by the stern, quickly; a cross and the word stay a while where it happened. */
function goDown({ scene, geometry, palette, calm }: Stage, { hull, y, words }: Afloat): void {
  const { unit } = geometry;
  const mark = scene.add
    .text(hull.x, y - 20 * unit, `✕ ${words.lost}`, {
      fontFamily: textFont,
      fontSize: 17 * unit,
      fontStyle: 'bold',
      color: palette.red,
      stroke: palette.sea,
      strokeThickness: 5 * unit,
    })
    .setOrigin(0.5)
    .setDepth(depth.glass);
  scene.tweens.add({ targets: mark, alpha: 0, delay: 1800, duration: 500, onComplete: () => mark.destroy() });
  const done = { alpha: 0, duration: 700, ease: 'Quad.easeIn', onComplete: () => hull.destroy() };
  scene.tweens.add({ targets: hull, ...done, ...(calm ? {} : { y: y + 52 * unit, angle: 24 }) });
}

const fonts: {
  readonly [what in Sign['what']]: { readonly size: number; readonly family: string; readonly bold: boolean };
} = {
  seq: { size: 13.5, family: numberFont, bold: false },
  ack: { size: 13.5, family: numberFont, bold: false },
  flags: { size: 13, family: textFont, bold: true },
  crate: { size: 11, family: numberFont, bold: true },
};

function makeHull(stage: Stage, flight: FlightView, words: BoatWords): Phaser.GameObjects.Container {
  const { scene, geometry, palette } = stage;
  const { unit, line } = geometry;
  const made: Boat = boat(flight.header, words, flight.from === 'client' ? 1 : -1);
  const graphics = scene.add.graphics();
  const shapes = made.shapes.map((shape) => placed(shape, { x: 0, y: 0, scale: unit, mirror: 1 }));
  drawShapes(graphics, shapes, { palette, line: line * 0.8 });
  const texts = made.signs.map(({ what, x, y, text }) => {
    const { size, family, bold } = fonts[what];
    const said = what === 'flags' && flight.copyOf !== null ? `${text} · ${words.copy}` : text;
    const sign = scene.add.text(x * unit, y * unit, said, {
      fontFamily: family,
      fontSize: size * unit,
      fontStyle: bold ? 'bold' : 'normal',
      color: what === 'flags' ? palette.ink : palette.onHull,
    });
    sign.setOrigin(what === 'flags' ? 0 : 0.5, 0.5);
    return sign.setPosition(
      Math.round(sign.x - sign.displayOriginX) + sign.displayOriginX,
      Math.round(sign.y - sign.displayOriginY) + sign.displayOriginY,
    );
  });
  return scene.add.container(0, 0, [graphics, ...texts]);
}
