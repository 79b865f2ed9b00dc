/** Search in the encyclopedia, and among the machines. It takes every spelling of a state: SYN_RCVD, syn received, SUN_RECV. */
import type { ClauseId } from '../tcp/clauses.ts';
import type { MisconceptionId } from '../judge/misconceptions.ts';
import type { State } from '../tcp/state.ts';
import { type MachineId, machineIds, machines } from './machines.ts';
import { type PageId, pageIds, pageOfState, pages } from './pages.ts';

/** What is not looked at: case, spaces, dashes, underscores; full-width letters are as good as others. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-.,()（）、，。·]/g, '');

/** What is looked at. */
interface Entry<Id> {
  readonly id: Id;
  readonly title: string;
  readonly names: readonly string[];
  readonly text: string;
}

/** How well one word fits; 0: not at all. */
function fit<Id>(entry: Entry<Id>, word: string): number {
  const title = bare(entry.title);
  const names = entry.names.map(bare);
  if (title === word) return 100;
  if (names.includes(word)) return 90;
  if (title.startsWith(word) || names.some((name) => name.startsWith(word))) return 60;
  if (title.includes(word) || names.some((name) => name.includes(word))) return 40;
  return bare(entry.text).includes(word) ? 10 : 0;
}

/** What fits, the best first. All words of the query must fit, or the query as one word. */
function ranked<Id>(entries: readonly Entry<Id>[], query: string): readonly Id[] {
  const whole = bare(query);
  if (whole === '') return [];
  const words = query
    .split(/\s+/)
    .map(bare)
    .filter((word) => word !== '');
  return entries
    .map((entry, place) => {
      const each = words.map((word) => fit(entry, word));
      const parts = each.includes(0) ? 0 : each.reduce((sum, one) => sum + one, 0) / (2 * each.length);
      return { id: entry.id, place, score: Math.max(fit(entry, whole), parts) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.place - b.place)
    .map(({ id }) => id);
}

/** The pages that fit. */
export const search = (query: string, locale: 'en' | 'zh-CN'): readonly PageId[] =>
  ranked(
    pageIds.map((id) => ({ id, names: pages[id].names, ...pages[id][locale] })),
    query,
  );

/** The machines that fit: by title or name. */
export const searchMachines = (query: string, locale: 'en' | 'zh-CN'): readonly MachineId[] =>
  ranked(
    machineIds.map((id) => ({ id, names: machines[id].names, title: machines[id][locale].title, text: '' })),
    query,
  );

/** The state that a typed name means, in any spelling that a text or a program uses; null: none. */
export function stateOf(typed: string): State | null {
  const word = bare(typed);
  const entries = Object.entries(pageOfState).filter(
    ([state, id]) => bare(state) === word || pages[id].names.some((name) => bare(name) === word),
  );
  const [found] = entries;
  return found === undefined ? null : (stateNames.find((state) => state === found[0]) ?? null);
}
const stateNames = Object.keys(pageOfState).filter((name): name is State => name in pageOfState);

/** The pages that a verdict links to: those of its misconception first, then those of its clause. */
export function pagesAbout(clause: ClauseId, misconception: MisconceptionId | null): readonly PageId[] {
  const named = pageIds.filter((id) => misconception !== null && pages[id].misconceptions.includes(misconception));
  const ruled = pageIds.filter((id) => pages[id].clauses.includes(clause));
  return [...new Set([...named.filter((id) => ruled.includes(id)), ...named, ...ruled])];
}
