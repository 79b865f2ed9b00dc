/** Pure: the shelves of the encyclopedia, what the search box finds in them, and which pages stand near each other. */
import { type PageKind, pageKinds } from '../../shared/lessons/page.ts';
import { type PageId, pageIds, pages } from '../../shared/lessons/pages.ts';
import type { MachineId } from '../../shared/lessons/machines.ts';
import { search, searchMachines } from '../../shared/lessons/search.ts';
import type { Locale } from '../../shared/protocol/locale.ts';

export interface Shelf {
  readonly kind: PageKind;
  readonly pages: readonly PageId[];
}

export const shelves: readonly Shelf[] = pageKinds.map((kind) => ({
  kind,
  pages: pageIds.filter((id) => pages[id].kind === kind),
}));

/** What lies open for a query: all shelves while nothing is typed, else the pages and machines that fit. */
export type Found =
  | { readonly type: 'all' }
  | { readonly type: 'found'; readonly pages: readonly PageId[]; readonly machines: readonly MachineId[] }
  | { readonly type: 'none' };

export function lookUp(query: string, locale: Locale): Found {
  if (query.trim() === '') return { type: 'all' };
  const found = search(query, locale);
  const turning = searchMachines(query, locale);
  return found.length + turning.length === 0 ? { type: 'none' } : { type: 'found', pages: found, machines: turning };
}

/** null: there is no such page. */
export const pageAt = (at: string): PageId | null => pageIds.find((id) => id === at) ?? null;

const shared = <T>(one: readonly T[], other: readonly T[]): number => one.filter((item) => other.includes(item)).length;

/** How near two pages are: the same rule counts most, then the same mistake, then the same level. */
function nearness(one: PageId, other: PageId): number {
  const [a, b] = [pages[one], pages[other]];
  return 4 * shared(a.clauses, b.clauses) + 2 * shared(a.misconceptions, b.misconceptions) + shared(a.levels, b.levels);
}

/** The pages that belong to a page, the nearest first. */
export function pagesNear(id: PageId, most = 6): readonly PageId[] {
  return pageIds
    .filter((other) => other !== id)
    .map((other) => ({ other, near: nearness(id, other) }))
    .filter(({ near }) => near > 0)
    .toSorted((a, b) => b.near - a.near)
    .slice(0, most)
    .map(({ other }) => other);
}
