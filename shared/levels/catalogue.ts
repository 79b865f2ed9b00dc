/** All levels, in the order in which they are to be played. */
import type { Level } from './level.ts';
import { world1 } from './world1.ts';
import { world2 } from './world2.ts';
import { world3 } from './world3.ts';
import { world4 } from './world4.ts';
import { world5 } from './world5.ts';
import { world6 } from './world6.ts';
import { world7 } from './world7.ts';
import { world8 } from './world8.ts';

export const levels: readonly Level[] = [world1, world2, world3, world4, world5, world6, world7, world8].flat();

/** null: there is no such level. */
export const levelOf = (id: string): Level | null => levels.find((level) => level.id === id) ?? null;
