/** A page of the encyclopedia: what it says, where the RFC says so, where it is played, and its neighbours. */
import { type PageId, pages } from '../../../shared/lessons/pages.ts';
import type { LevelId } from '../../../shared/levels/ids.ts';
import { machinesOfPage } from '../../../shared/lessons/machines.ts';
import { pagesNear } from '../../library/shelf.ts';
import { lib } from '../../library/words.ts';
import { textOf } from '../../state/levelWords.ts';
import { locale, t } from '../../state/settings.ts';
import { Heading } from '../levels/heading.tsx';
import { LevelLink } from '../levels/levelLink.tsx';
import { LibraryLink } from '../libraryLink.tsx';
import { MachineList } from './machines/shelf.tsx';

export function PageView({ id }: { readonly id: PageId }) {
  return (
    <>
      <Article id={id} />
      <Back />
    </>
  );
}

/** The address names nothing that the library has. */
export function NoPage() {
  const { page } = lib.value;
  return (
    <>
      <header class="library-head" data-page="none">
        <Heading>{page.unknown}</Heading>
        <p class="lead">{page.unknownLead}</p>
      </header>
      <Back />
    </>
  );
}

const Back = () => (
  <p>
    <LibraryLink at="" class="button">
      {lib.value.page.back}
    </LibraryLink>
  </p>
);

function Article({ id }: { readonly id: PageId }) {
  const { page } = lib.value;
  const { kind, section, levels, [locale.value]: words } = pages[id];
  const near = pagesNear(id);
  return (
    <article class="entry" data-page={id}>
      <p class="entry-kind">{page.kind[kind]}</p>
      <Heading>{words.title}</Heading>
      <p class="lead">{words.text}</p>
      <p class="entry-section">{t.value.verdict.section(section)}</p>
      <MachineList ids={machinesOfPage(id)} />
      <LevelList title={page.levels} levels={levels} />
      {near.length > 0 && (
        <section>
          <h2>{page.related}</h2>
          <ul class="entry-links">
            {near.map((other) => (
              <li key={other} data-related={other}>
                <LibraryLink at={other}>{pages[other][locale.value].title}</LibraryLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

/** Where it is played; nothing, where it is not. */
export function LevelList({ title, levels }: { readonly title: string; readonly levels: readonly LevelId[] }) {
  if (levels.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="entry-links">
        {levels.map((id) => (
          <li key={id} data-level={id}>
            <LevelLink to={{ type: 'level', id }}>{textOf(id).title}</LevelLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
