/** The chunk of a match that is played in this page, without a server. */
import { lazyScreen } from './lazy.ts';

export const { screen: soloScreen, load: loadSolo } = lazyScreen<object>(
  async () => (await import('./solo/solo.tsx')).Solo,
);
