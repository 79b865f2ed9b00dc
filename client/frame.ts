/** Virtual time for panels that show it (rings, ladder): a signal, about ten times a second, only while it runs. */
import { signal } from '@preact/signals';
import { virtualNow, wall } from './clock.ts';

export const frame = signal(0);

const STEP = 100;
let last = 0;

export function runFrames(): void {
  if (wall() - last >= STEP) {
    last = wall();
    frame.value = virtualNow();
  }
  requestAnimationFrame(runFrames);
}
