/** The clock of an exercise: it runs while the exercise is in front and not checked, and stands on every other page. */
import type { Millis } from '../../shared/time.ts';
import { wall } from '../clock.ts';

let before: Millis = 0;
let since: number | null = null;

/** From nothing, for another exercise. */
export function rewind(): void {
  before = 0;
  since = null;
}
export function run(): void {
  since ??= wall();
}
export function stand(): void {
  before = spent();
  since = null;
}
export const spent = (): Millis => before + (since === null ? 0 : wall() - since);
