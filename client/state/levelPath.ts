/** The addresses of the world map and of the levels. Whether there is such a level, the level screen says. */
import type { Place } from './store.ts';

export type LevelsPlace = Extract<Place, { readonly type: 'levels' | 'level' }>;

/** What '/levels' and '/levels/est-01-first-syn' name; null: another place. */
export function levelsOfPath(path: string): LevelsPlace | null {
  const [, first, id, rest] = path.replace(/\/+$/, '').split('/');
  if (first !== 'levels' || rest !== undefined) return null;
  return id === undefined || id === '' ? { type: 'levels' } : { type: 'level', id };
}

export const pathOfLevels = (there: LevelsPlace): string =>
  there.type === 'levels' ? '/levels' : `/levels/${there.id}`;
