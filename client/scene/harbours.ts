/** The two harbours: towns and towers, the lamp of each state, fog over what this seat may not see, sand-glasses. */
import type * as Phaser from 'phaser';
import type { TimerView } from '../../shared/game/view.ts';
import { type Role, roles } from '../../shared/game/role.ts';
import type { State } from '../../shared/tcp/state.ts';
import type { Millis } from '../../shared/time.ts';
import { type GateName, gateMiddle, gateNames, gateShapes, gatesOf } from '../art/gates.ts';
import { lampEye, lampShapes, quay, tower, town } from '../art/harbour.ts';
import { type Lamp, lamps } from '../art/lamps.ts';
import { type Shape, placed } from '../art/shape.ts';
import { colourOf, drawShapes } from './draw.ts';
import { type Stage, depth, numberFont } from './stage.ts';

const mirrorOf = (role: Role): 1 | -1 => (role === 'client' ? 1 : -1);

export interface Harbours {
  readonly setLamp: (role: Role, state: State | null) => void;
  readonly setTimers: (role: Role, timers: readonly TimerView[]) => void;
  readonly move: (time: number, now: Millis) => void;
}

export function makeHarbours(stage: Stage): Harbours {
  const ends = { client: makeHarbour(stage, 'client'), server: makeHarbour(stage, 'server') };
  return {
    setLamp: (role, state) => ends[role].setLamp(state),
    setTimers: (role, timers) => ends[role].setTimers(timers),
    move(time, now) {
      for (const role of roles) ends[role].move(time, now);
    },
  };
}

interface Harbour {
  readonly setLamp: (state: State | null) => void;
  readonly setTimers: (timers: readonly TimerView[]) => void;
  readonly move: (time: number, now: Millis) => void;
}

function makeHarbour(stage: Stage, role: Role): Harbour {
  const { scene, geometry, palette } = stage;
  const { harbourUnit: scale, line, roomy } = geometry;
  const foot = geometry.foot[role];
  const here = (shape: Shape): Shape => placed(shape, { ...foot, scale, mirror: mirrorOf(role) });
  const land = scene.add.graphics().setDepth(depth.harbour);
  drawShapes(land, [...quay, ...(roomy ? town : []), ...tower].map(here), { palette, line });
  const lamp = scene.add.graphics().setDepth(depth.lamp);
  const beam = scene.add.graphics().setDepth(depth.beam);
  const gates = makeGates(stage, role);
  const fog = makeFog(stage, role);
  const glasses = makeGlasses(stage, role);
  let look: Lamp = lamps.CLOSED;
  return {
    setLamp(state) {
      look = lamps[state ?? 'CLOSED'];
      fog.setVisible(state === null);
      gates.set(state ?? 'CLOSED');
      lamp.clear();
      drawShapes(lamp, lampShapes(look).map(here), { palette, line });
    },
    setTimers: glasses.set,
    move(time, now) {
      const bright = stage.calm || look.shape !== 'blinking' || time % 1800 < 1100;
      lamp.setAlpha(bright ? 1 : 0.55);
      drawBeam(beam, stage, role, look.shape === 'turning' ? time : null);
      if (!stage.calm) fog.x = Math.sin(time / 2600) * 6 * scale;
      glasses.move(now);
    },
  };
}

/** The gates of the state, each with its name, which is struck out where the gate is shut. */
function makeGates({ scene, geometry, palette }: Stage, role: Role): { readonly set: (state: State) => void } {
  const { harbourUnit: scale, line } = geometry;
  const foot = geometry.foot[role];
  const mirror = mirrorOf(role);
  const wall = scene.add.graphics().setDepth(depth.harbour);
  const words = new Map<GateName, Phaser.GameObjects.Text>();
  for (const name of gateNames) {
    const { x, y } = gateMiddle(name);
    const style = { fontFamily: numberFont, fontSize: Math.max(9 * scale, line * 3.6), color: palette.ink };
    const word = scene.add.text(foot.x + x * scale * mirror, foot.y + y * scale, name, style);
    words.set(name, word.setOrigin(0.5, 0.5).setDepth(depth.harbour));
  }
  return {
    set(state) {
      wall.clear();
      for (const name of gateNames) {
        const gate = gatesOf[state][name];
        const shapes = gateShapes(name, gate).map((shape) => placed(shape, { ...foot, scale, mirror }));
        drawShapes(wall, shapes, { palette, line: line * 0.7 });
        words.get(name)?.setVisible(gate === 'open');
      }
    },
  };
}

/** A lighthouse beam goes round slowly; from the side it grows, sweeps past and shrinks. `time` null: no beam. */
function drawBeam(beam: Phaser.GameObjects.Graphics, stage: Stage, role: Role, time: number | null): void {
  const { geometry, palette, calm } = stage;
  beam.clear();
  if (time === null) return;
  const { harbourUnit: scale, w } = geometry;
  const foot = geometry.foot[role];
  const [x, y] = [foot.x + lampEye.x * scale, foot.y + lampEye.y * scale];
  const turn = calm ? 0.35 : (time / 5200) % (2 * Math.PI);
  const reach = Math.cos(turn) * w * 0.62;
  const lift = Math.sin(turn) * 12 * scale;
  const spread = (10 + Math.abs(reach) * 0.07) * 1;
  beam.fillStyle(colourOf(palette.beam), 0.2);
  beam.fillTriangle(x, y, x + reach, y - spread + lift, x + reach, y + spread + lift);
}

/** Banks of fog before the lamp of an end whose state is hidden. */
function makeFog({ scene, geometry, palette }: Stage, role: Role): Phaser.GameObjects.Graphics {
  const { harbourUnit: scale } = geometry;
  const foot = geometry.foot[role];
  const fog = scene.add
    .graphics()
    .setDepth(depth.lamp + 1)
    .fillStyle(colourOf(palette.fog), 0.92);
  const bank = (dx: number, y: number, width: number): unknown =>
    fog.fillRoundedRect(foot.x + (dx - width / 2) * scale, foot.y + y * scale, width * scale, 15 * scale, 7 * scale);
  bank(8, -186, 62);
  bank(-10, -166, 88);
  bank(12, -146, 104);
  bank(-6, -126, 70);
  return fog;
}

interface Glasses {
  readonly set: (timers: readonly TimerView[]) => void;
  readonly move: (now: Millis) => void;
}

const glassNames: { readonly [timer in TimerView['timer']]: string } = {
  retransmission: 'RTO',
  persist: 'PERSIST',
  delayedAck: 'DELACK',
  timeWait: '2MSL',
  user: 'USER',
};

/** One sand-glass for each running timer, beside the tower; the one of TIME-WAIT is large. */
function makeGlasses({ scene, geometry, palette }: Stage, role: Role): Glasses {
  const { harbourUnit: scale, line } = geometry;
  const foot = geometry.foot[role];
  const sand = scene.add.graphics().setDepth(depth.glass);
  const words: Phaser.GameObjects.Text[] = [];
  let shown: readonly TimerView[] = [];
  const place = (i: number): number => foot.x + mirrorOf(role) * (46 + 34 * i) * scale;
  return {
    set(timers) {
      shown = timers;
      for (const word of words.splice(0)) word.destroy();
      for (const [i, { timer }] of timers.entries())
        words.push(
          scene.add
            .text(place(i), foot.y + 3 * scale, glassNames[timer], {
              fontFamily: numberFont,
              fontSize: Math.max(10 * scale, line * 4.4),
              color: palette.ink,
            })
            .setOrigin(0.5, 0)
            .setDepth(depth.glass),
        );
    },
    move(now) {
      sand.clear();
      for (const [i, { startedAt, at, timer, expired }] of shown.entries()) {
        const share = expired ? 0 : Math.min(1, Math.max(0, (at - now) / Math.max(1, at - startedAt)));
        const half = (timer === 'timeWait' ? 30 : 15) * scale;
        drawGlass(sand, { x: place(i), y: foot.y - half * 1.25 - 4 * scale, half, share }, { palette, line });
      }
    },
  };
}

interface Glass {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** What is left above, 0..1. */
  readonly share: number;
}

const outline = (points: readonly number[]): Shape => ({ points, fill: 'well', line: 'hull', closed: true });

function drawGlass(
  sand: Phaser.GameObjects.Graphics,
  { x, y, half, share }: Glass,
  ink: { readonly palette: Stage['palette']; readonly line: number },
): void {
  const [wide, high] = [half * 0.72, half * 1.15];
  drawShapes(
    sand,
    [outline([x - wide, y - high, x + wide, y - high, x, y]), outline([x - wide, y + high, x + wide, y + high, x, y])],
    {
      ...ink,
      line: ink.line * 0.8,
    },
  );
  sand.fillStyle(colourOf(ink.palette.lamp));
  if (share > 0.02)
    sand.fillTriangle(
      x,
      y - 1,
      x - wide * share * 0.8,
      y - high * share * 0.85,
      x + wide * share * 0.8,
      y - high * share * 0.85,
    );
  const fallen = 1 - share;
  const base = y + high * 0.94;
  if (fallen > 0.02) sand.fillTriangle(x - wide * 0.8, base, x + wide * 0.8, base, x, base - high * 0.8 * fallen);
}
