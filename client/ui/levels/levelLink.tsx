/** A link within the page: it has an address, and the page goes there without being loaded anew. */
import type { ComponentChildren } from 'preact';
import { hrefOf } from '../../state/address.ts';
import { type LevelsPlace, pathOfLevels } from '../../state/levelPath.ts';
import { goToLevels } from '../../state/seat.ts';

interface Props {
  readonly to: LevelsPlace;
  readonly class?: string;
  /** The name, where the content may be a picture only. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

export function LevelLink({ to, class: look = '', label, children }: Props) {
  return (
    <a
      class={look}
      {...(label === undefined ? {} : { 'aria-label': label, title: label })}
      href={hrefOf(pathOfLevels(to))}
      onClick={(event) => {
        // Another tab, another window: the browser's business.
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        goToLevels(to);
        scrollTo(0, 0);
      }}
    >
      {children}
    </a>
  );
}
