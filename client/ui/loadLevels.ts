/** The chunk of the levels: map, catalogue and the engine that plays them in the page. */
import { lazyScreen } from './lazy.ts';
import type { LevelsProps } from './levels/levels.tsx';

export const { screen: levelsScreen, load: loadLevels } = lazyScreen<LevelsProps>(
  async () => (await import('./levels/levels.tsx')).Levels,
);
