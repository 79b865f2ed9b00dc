/** What every machine has around it: why one would turn it, what to do, what it shows, and where to go from there. */
import type { ComponentChildren } from 'preact';
import { cards } from '../../../../shared/lessons/cards.ts';
import { type MachineId, machines } from '../../../../shared/lessons/machines.ts';
import { pages } from '../../../../shared/lessons/pages.ts';
import { addressOfCard } from '../../../state/libraryPath.ts';
import { lib } from '../../../library/words.ts';
import { locale, t } from '../../../state/settings.ts';
import { Heading } from '../../levels/heading.tsx';
import { LibraryLink } from '../../libraryLink.tsx';
import { LevelList } from '../pageView.tsx';

export interface Task {
  readonly name: string;
  readonly text: string;
  readonly done: boolean;
}

interface Props {
  readonly id: MachineId;
  readonly tasks: readonly Task[];
  /** Paragraphs; none: not there yet. */
  readonly shows: readonly string[];
  readonly children: ComponentChildren;
}

export function Frame({ id, tasks, shows, children }: Props) {
  const { machine } = lib.value;
  const { section, [locale.value]: words } = machines[id];
  return (
    <article class="machine" data-machine={id} data-shown={shows.length > 0}>
      <header class="library-head">
        <p class="entry-kind">{machine.kind}</p>
        <Heading>{words.title}</Heading>
        <p class="lead">{words.lead}</p>
      </header>
      <section class="tasks" aria-label={machine.tasks}>
        <h2>{machine.tasks}</h2>
        <ol>
          {tasks.map(({ name, text, done }) => (
            <li key={name} data-task={name} data-done={done}>
              <span class="tick" aria-hidden="true">
                {done ? '✓' : '○'}
              </span>
              <span>
                {text}
                {done && <span class="hidden"> ({machine.done})</span>}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {children}
      <div role="status" class="shows-place">
        {shows.length > 0 && (
          <section class="lesson shows" aria-label={machine.shows}>
            <h2>{machine.shows}</h2>
            {shows.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </section>
        )}
      </div>
      <p class="entry-section">{t.value.verdict.section(section)}</p>
      <Ways id={id} />
    </article>
  );
}

function Ways({ id }: { readonly id: MachineId }) {
  const { machine } = lib.value;
  const about = machines[id];
  return (
    <div class="machine-ways">
      <section>
        <h2>{machine.pages}</h2>
        <ul class="entry-links">
          {about.pages.map((page) => (
            <li key={page}>
              <LibraryLink at={page}>{pages[page][locale.value].title}</LibraryLink>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{machine.cards}</h2>
        <ul class="entry-links stacked">
          {about.cards.map((card) => (
            <li key={card}>
              <LibraryLink at={addressOfCard(card)}>{cards[card][locale.value].says}</LibraryLink>
            </li>
          ))}
        </ul>
      </section>
      <LevelList title={machine.levels} levels={about.levels} />
      <p>
        <LibraryLink at="machines" class="button">
          {machine.back}
        </LibraryLink>
      </p>
    </div>
  );
}
