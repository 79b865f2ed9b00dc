/** The encyclopedia: a search box, and all pages by kind or those that were found. */
import { signal } from '@preact/signals';
import { machineIds, machines } from '../../../shared/lessons/machines.ts';
import { type PageId, pages } from '../../../shared/lessons/pages.ts';
import { addressOfMachine } from '../../state/libraryPath.ts';
import { type Found, lookUp, shelves } from '../../library/shelf.ts';
import { lib } from '../../library/words.ts';
import { goToLibrary } from '../../state/seat.ts';
import { locale, t } from '../../state/settings.ts';
import { LibraryLink } from '../libraryLink.tsx';
import { MachineList } from './machines/shelf.tsx';

/** Kept while the page lives: who comes back from a page finds the list as it was. */
const query = signal('');

export function Shelves() {
  const { shelf } = lib.value;
  const found = lookUp(query.value, locale.value);
  return (
    <>
      <SearchBox found={found} />
      {found.type === 'found' && found.machines.length > 0 && <MachineList ids={found.machines} />}
      {found.type === 'found' && (
        <ul class="finds">
          {found.pages.map((id) => (
            <Find key={id} id={id} />
          ))}
        </ul>
      )}
      {found.type === 'all' && (
        <div class="shelves">
          <section class="shelf" data-kind="machine" aria-labelledby="shelf-machine">
            <h2 id="shelf-machine">{lib.value.parts.machines}</h2>
            <ul>
              {machineIds.map((id) => (
                <li key={id} data-machine-link={id}>
                  <LibraryLink at={addressOfMachine(id)}>{machines[id][locale.value].title}</LibraryLink>
                </li>
              ))}
            </ul>
          </section>
          {shelves.map(({ kind, pages: ids }) => (
            <section key={kind} class="shelf" data-kind={kind} aria-labelledby={`shelf-${kind}`}>
              <h2 id={`shelf-${kind}`}>{shelf.kinds[kind]}</h2>
              <ul>
                {ids.map((id) => (
                  <li key={id} data-page={id}>
                    <LibraryLink at={id}>{pages[id][locale.value].title}</LibraryLink>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </>
  );
}

function SearchBox({ found }: { readonly found: Found }) {
  const { shelf } = lib.value;
  const count =
    found.type === 'found'
      ? shelf.found(found.pages.length + found.machines.length)
      : found.type === 'none'
        ? shelf.none
        : '';
  return (
    <form
      role="search"
      class="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (found.type !== 'found') return;
        const [best] = [...found.pages, ...found.machines.map(addressOfMachine)];
        if (best !== undefined) goToLibrary(best);
      }}
    >
      <label htmlFor="search">{shelf.search}</label>
      <div class="search-row">
        <input
          id="search"
          class="field"
          type="search"
          autoComplete="off"
          spellcheck={false}
          aria-describedby="search-hint"
          value={query}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
        />
        {query.value !== '' && (
          <button
            type="button"
            class="button"
            onClick={() => {
              query.value = '';
              document.querySelector<HTMLInputElement>('#search')?.focus();
            }}
          >
            {shelf.clear}
          </button>
        )}
      </div>
      <p id="search-hint" class="hint">
        {shelf.hint}
      </p>
      <p role="status" class="search-count">
        {count}
      </p>
    </form>
  );
}

function Find({ id }: { readonly id: PageId }) {
  const { title, text } = pages[id][locale.value];
  return (
    <li data-page={id}>
      <LibraryLink at={id}>{title}</LibraryLink> <small>{lib.value.page.kind[pages[id].kind]}</small>
      <p class="find-text">{text}</p>
      <small class="find-section">{t.value.verdict.section(pages[id].section)}</small>
    </li>
  );
}
