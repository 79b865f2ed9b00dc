/** The chunk of the replays: the rules, the catalogue and the film, in the page. */
import { lazyScreen } from './lazy.ts';
import type { ReplayProps } from './replay/replay.tsx';

export const { screen: replayScreen, load: loadReplay } = lazyScreen<ReplayProps>(
  async () => (await import('./replay/replay.tsx')).Replay,
);
