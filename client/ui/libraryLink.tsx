/** A link into the library. From a match it opens beside it: reading must not cost the game. */
import type { ComponentChildren } from 'preact';
import { hrefOf } from '../state/address.ts';
import { pathOfLibrary } from '../state/libraryPath.ts';
import { goToLibrary } from '../state/seat.ts';
import { place } from '../state/store.ts';

interface Props {
  /** '': the shelves. */
  readonly at: string;
  readonly class?: string;
  readonly current?: boolean;
  /** The name, where only a picture may be seen. */
  readonly label?: string;
  readonly onGo?: () => void;
  /** There is no game to be lost. */
  readonly stays?: boolean;
  readonly children: ComponentChildren;
}

export function LibraryLink({ at, class: look = '', current = false, label, onGo, stays = false, children }: Props) {
  const { type } = place.value;
  const game = type === 'inside' || type === 'entering' || type === 'level' || type === 'daily';
  const beside = game && !stays;
  return (
    <a
      class={look}
      data-library={at}
      href={hrefOf(pathOfLibrary({ type: 'library', at }))}
      {...(label === undefined ? {} : { 'aria-label': label, title: label })}
      {...(current ? { 'aria-current': 'page' } : {})}
      {...(beside ? { target: '_blank', rel: 'noopener' } : {})}
      onClick={(event) => {
        if (beside || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onGo?.();
        goToLibrary(at);
        scrollTo(0, 0);
      }}
    >
      {children}
    </a>
  );
}
