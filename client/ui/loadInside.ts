/** The chunk behind the first screen: waiting room, match, end. */
import type { InsideProps } from './inside.tsx';
import { lazyScreen } from './lazy.ts';

export const { screen: insideScreen, load: loadInside } = lazyScreen<InsideProps>(
  async () => (await import('./inside.tsx')).Inside,
);
