/** The Phaser scene: carries out the plan's motions, and draws what virtual time says in between. */
import { effect } from '@preact/signals';
import * as Phaser from 'phaser';
import { virtualNow } from '../clock.ts';
import { roles } from '../../shared/game/role.ts';
import { type Motion, plan } from '../motion/plan.ts';
import type { Session } from '../state/session.ts';
import { calmMotion, numberForm, t, theme } from '../state/settings.ts';
import { session } from '../state/store.ts';
import { palettes } from '../style/tokens.ts';
import { segmentNumbers } from '../text/numbers.ts';
import { type Backdrop, makeBackdrop } from './backdrop.ts';
import { type Boats, makeBoats } from './boats.ts';
import { type Flares, makeFlares } from './flares.ts';
import { geometryOf } from './geometry.ts';
import { type Harbours, makeHarbours } from './harbours.ts';

interface Parts {
  readonly backdrop: Backdrop;
  readonly harbours: Harbours;
  readonly boats: Boats;
  readonly flares: Flares;
}

export class StraitScene extends Phaser.Scene {
  private parts: Parts | null = null;
  private shown: Session | null = null;
  private stop: (() => void)[] = [];

  create(): void {
    this.game.canvas.dataset['renderer'] = this.game.renderer.type === Phaser.WEBGL ? 'webgl' : 'canvas';
    this.scale.on(Phaser.Scale.Events.RESIZE, () => this.rebuild());
    this.stop = [
      effect(() => this.follow(session.value)),
      effect(() => {
        // Anything that changes how the picture looks, but not what it shows, draws it anew.
        void [theme.value, numberForm.value, t.value, calmMotion.value];
        this.rebuild();
      }),
    ];
    this.events.once(Phaser.Scenes.Events.SHUTDOWN, () => {
      for (const off of this.stop) off();
    });
  }

  override update(time: number): void {
    const now = virtualNow();
    this.parts?.backdrop.move(time);
    this.parts?.harbours.move(time, now);
    this.parts?.boats.move(time, now);
  }

  /** The next session: what has to move is derived from the one before. */
  private follow(next: Session | null): void {
    const before = this.shown;
    this.shown = next;
    if (next === null) return;
    if (this.parts === null || before?.match !== next.match) return this.rebuild();
    const last = before.history.at(-1)?.n ?? -1;
    const events = next.history.filter(({ n }) => n > last);
    for (const motion of plan(before, next, events)) this.carryOut(motion, next);
    this.setTimers(next);
  }

  private rebuild(): void {
    this.tweens.killAll();
    this.children.removeAll(true);
    this.parts = null;
    const now = this.shown;
    if (now === null) return;
    const { width, height } = this.scale.gameSize;
    const stage = {
      scene: this,
      geometry: geometryOf(width, height, window.devicePixelRatio),
      palette: palettes[theme.peek()],
      calm: calmMotion.peek(),
    };
    const backdrop = makeBackdrop(stage, now.view.weather, theme.peek());
    this.parts = { backdrop, harbours: makeHarbours(stage), boats: makeBoats(stage), flares: makeFlares(stage) };
    for (const motion of plan(null, now, [])) this.carryOut(motion, now);
    this.setTimers(now);
  }

  private setTimers({ view }: Session): void {
    // An end that is not seen (any more) has none.
    const ends = [view.own, view.peer];
    for (const role of roles) {
      this.parts?.harbours.setTimers(role, ends.find((end) => end?.role === role)?.timers ?? []);
    }
  }

  private carryOut(motion: Motion, now: Session): void {
    if (this.parts === null) return;
    const { boats, flares, harbours } = this.parts;
    switch (motion.type) {
      case 'appear': {
        const { flight } = motion;
        const numbers = segmentNumbers(flight.header, flight.from, now.bases, numberForm.peek());
        const { copy } = t.peek().strait;
        return boats.appear(flight, motion, { ...numbers, copy, lost: t.peek().ladder.lost });
      }
      case 'arrive':
        return boats.arrive(motion.flight);
      case 'sink':
        return boats.sink(motion.flight, motion.way);
      case 'vanish':
        return boats.vanish(motion.flight);
      case 'flare':
        return flares.fire(motion.role);
      case 'lamp':
        return harbours.setLamp(motion.role, motion.state);
    }
  }
}
