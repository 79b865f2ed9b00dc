/** Which windows are open: shared by the bar that opens them and the keys that do. */
import { signal } from '@preact/signals';

export const settingsOpen = signal(false);
export const helpOpen = signal(false);
