/** A screen in a chunk of its own: fetched once; until it is there, the page says that it is on its way. */
import { type Signal, signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';

export interface LazyScreen<Props> {
  /** null: not there yet. */
  readonly screen: Signal<FunctionComponent<Props> | null>;
  readonly load: () => Promise<void>;
}

export function lazyScreen<Props>(fetch: () => Promise<FunctionComponent<Props>>): LazyScreen<Props> {
  const screen = signal<FunctionComponent<Props> | null>(null);
  let asked = false;
  const load = async (): Promise<void> => {
    if (asked) return;
    asked = true;
    try {
      screen.value = await fetch();
    } catch {
      // The line broke: the next screen that needs it asks again.
      asked = false;
    }
  };
  return { screen, load };
}
