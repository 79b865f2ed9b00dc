/** Which page tells more of a verdict: the pages come down the wire when the first move was refused. */
import { lazyScreen } from './lazy.ts';
import type { ReadMoreProps } from './library/readMore.tsx';

export const { screen: readMoreLink, load: loadReadMore } = lazyScreen<ReadMoreProps>(
  async () => (await import('./library/readMore.tsx')).ReadMore,
);
