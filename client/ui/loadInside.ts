/** Fetches the chunk behind the first screen once; until it is there, the page says that it is on its way. */
import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { InsideProps } from './inside.tsx';

export const insideScreen = signal<FunctionComponent<InsideProps> | null>(null);

let asked = false;

export async function loadInside(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const { Inside } = await import('./inside.tsx');
    insideScreen.value = Inside;
  } catch {
    // The line broke: the next screen that needs it asks again.
    asked = false;
  }
}
