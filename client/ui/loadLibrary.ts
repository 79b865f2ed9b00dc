/** The chunk of the library: pages and cards. The exam, which needs the engine for its answers, is one more. */
import { lazyScreen } from './lazy.ts';
import type { LibraryProps } from './library/library.tsx';

export const { screen: libraryScreen, load: loadLibrary } = lazyScreen<LibraryProps>(
  async () => (await import('./library/library.tsx')).Library,
);
