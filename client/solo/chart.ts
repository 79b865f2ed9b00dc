/** The world map as data: eight worlds, their levels, what is open and what was reached. */
import { levels } from '../../shared/levels/catalogue.ts';
import { type Level, type World, worlds } from '../../shared/levels/level.ts';
import type { Best, Progress } from '../../shared/levels/progress.ts';
import { bestAt } from './progress.ts';

export type Access = 'open' | 'locked';

export interface Buoy {
  readonly id: string;
  /** 1, 2, ... in its world. */
  readonly number: number;
  readonly access: Access;
  /** null: not won yet. */
  readonly best: Best | null;
  /** The level that opens this one, where it is locked. */
  readonly after: string | null;
  /** Where to go on: the first open level that was not won. */
  readonly next: boolean;
}

export interface Harbour {
  readonly world: World;
  readonly buoys: readonly Buoy[];
  readonly stars: number;
  readonly most: number;
}

/** The level before `level` that still has to be won; null: none. */
const obstacle = (level: Level, progress: Progress, catalogue: readonly Level[]): string | null =>
  level.requires.find((id) => catalogue.some((one) => one.id === id) && bestAt(progress, id) === null) ?? null;

/** What a player may do with a level, and what is to be won first. */
export function accessTo(
  level: Level,
  progress: Progress,
  catalogue: readonly Level[] = levels,
): { readonly access: Access; readonly after: string | null } {
  const after = bestAt(progress, level.id) === null ? obstacle(level, progress, catalogue) : null;
  return { access: after === null ? 'open' : 'locked', after };
}

export function chartOf(progress: Progress, catalogue: readonly Level[] = levels): readonly Harbour[] {
  const next = catalogue.find(
    (level) => accessTo(level, progress, catalogue).access === 'open' && bestAt(progress, level.id) === null,
  );
  return worlds.map((world) => {
    const own = catalogue.filter((level) => level.world === world);
    const buoys = own.map((level, i): Buoy => {
      const best = bestAt(progress, level.id);
      return { id: level.id, number: i + 1, ...accessTo(level, progress, catalogue), best, next: level === next };
    });
    const stars = buoys.reduce((sum, { best }) => sum + (best?.stars ?? 0), 0);
    return { world, buoys, stars, most: 3 * own.length };
  });
}

/** The level to play after this one; null: it was the last. */
export function levelAfter(id: string, catalogue: readonly Level[] = levels): Level | null {
  const at = catalogue.findIndex((level) => level.id === id);
  return catalogue[at + 1] ?? null;
}

/** '2.3': the third level of world 2. */
export function placeOf(level: Level, catalogue: readonly Level[] = levels): string {
  const own = catalogue.filter(({ world }) => world === level.world);
  return `${level.world}.${own.findIndex(({ id }) => id === level.id) + 1}`;
}
