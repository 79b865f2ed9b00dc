/** The machines' chunk: engine and stack turn in it. */
import { lazyScreen } from '../lazy.ts';
import type { MachineProps } from './machines/room.tsx';

export const { screen: machineScreen, load: loadMachine } = lazyScreen<MachineProps>(
  async () => (await import('./machines/room.tsx')).MachineRoom,
);
