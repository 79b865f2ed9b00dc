/** The addresses of the world map, of the levels, and of what was learnt. Whether there is such a level, its screen says. */
import type { Place } from './store.ts';

export type LevelsPlace = Extract<Place, { readonly type: 'levels' | 'level' | 'mastery' | 'daily' }>;

/** What '/levels', '/levels/est-01-first-syn', '/progress' and '/daily' name; null: another place. */
export function levelsOfPath(path: string): LevelsPlace | null {
  const [, first, id = '', rest] = path.replace(/\/+$/, '').split('/');
  if (rest !== undefined) return null;
  if (first === 'progress' && id === '') return { type: 'mastery' };
  if (first === 'daily' && id === '') return { type: 'daily' };
  if (first !== 'levels') return null;
  return id === '' ? { type: 'levels' } : { type: 'level', id };
}

const paths = { levels: '/levels', mastery: '/progress', daily: '/daily' } as const;

export const pathOfLevels = (there: LevelsPlace): string =>
  there.type === 'level' ? `/levels/${there.id}` : paths[there.type];
