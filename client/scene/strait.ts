/**
 * Phaser behind the shell. One game for the life of the page: leaving a match takes the canvas out and puts the
 * loop to sleep, the next match wakes it, so a hundred rematches hold one context and one set of textures.
 */
import * as Phaser from 'phaser';
import { StraitScene } from './straitScene.ts';

let game: Phaser.Game | null = null;

/** `?renderer=canvas` for machines whose WebGL is slow. */
const renderer = (): number =>
  new URLSearchParams(location.search).get('renderer') === 'canvas' ? Phaser.CANVAS : Phaser.AUTO;

function makeGame(width: number, height: number): Phaser.Game {
  return new Phaser.Game({
    type: renderer(),
    scale: { mode: Phaser.Scale.NONE, width, height, zoom: 1 / devicePixelRatio },
    banner: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    render: { antialias: true, roundPixels: true, powerPreference: 'low-power' },
    scene: StraitScene,
  });
}

/** Shows the strait in `box` until the returned function is called. */
export function openStrait(box: HTMLElement): () => void {
  const size = (): [number, number] => [
    Math.max(1, Math.round(box.clientWidth * devicePixelRatio)),
    Math.max(1, Math.round(box.clientHeight * devicePixelRatio)),
  ];
  game ??= makeGame(...size());
  const shown = game;
  const place = (): void => {
    box.append(shown.canvas);
    shown.scale.resize(...size());
    shown.loop.wake();
  };
  if (shown.isBooted) place();
  else shown.events.once(Phaser.Core.Events.READY, place);
  const watch = new ResizeObserver(() => {
    if (shown.isBooted && shown.canvas.parentElement === box) shown.scale.resize(...size());
  });
  watch.observe(box);
  return () => {
    watch.disconnect();
    shown.events.off(Phaser.Core.Events.READY, place);
    if (shown.canvas.parentElement === box) {
      shown.canvas.remove();
      shown.loop.sleep();
    }
  };
}
