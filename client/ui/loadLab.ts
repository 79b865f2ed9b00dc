/** The labs' chunk: dissector, display filters, and the screens around them. */
import type { LabProps } from './lab/lab.tsx';
import { lazyScreen } from './lazy.ts';

export const { screen: labScreen, load: loadLab } = lazyScreen<LabProps>(
  async () => (await import('./lab/lab.tsx')).Lab,
);
