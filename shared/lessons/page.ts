/** The form of an encyclopedia page. */
import type { MisconceptionId } from '../judge/misconceptions.ts';
import type { LevelId } from '../levels/ids.ts';
import type { ClauseId } from '../tcp/clauses.ts';

export const pageKinds = ['flag', 'field', 'state', 'timer', 'attack', 'procedure'] as const;
export type PageKind = (typeof pageKinds)[number];

export interface PageText {
  /** The RFC's spelling first. At most 40 characters. */
  readonly title: string;
  /** Two to five sentences. */
  readonly text: string;
}

export interface Page {
  readonly kind: PageKind;
  /** As in `tcp/clauses.ts`: '9293 3.5'. */
  readonly section: string;
  /** Other spellings and words by which it is looked for, in any language; textbooks' misspellings too. */
  readonly names: readonly string[];
  readonly clauses: readonly ClauseId[];
  readonly levels: readonly LevelId[];
  readonly misconceptions: readonly MisconceptionId[];
  readonly en: PageText;
  readonly 'zh-CN': PageText;
}

/** What belongs to a page beside its words. */
export interface Links {
  readonly clauses?: readonly ClauseId[];
  readonly levels?: readonly LevelId[];
  readonly misconceptions?: readonly MisconceptionId[];
}

/** Makes the pages of one kind: one line for each language keeps sixty of them readable. */
export const pagesOf =
  (kind: PageKind) =>
  (
    about: Links & { readonly section: string; readonly names: readonly string[] },
    en: readonly [title: string, text: string],
    zhCN: readonly [title: string, text: string],
  ): Page => ({
    kind,
    section: about.section,
    names: about.names,
    clauses: about.clauses ?? [],
    levels: about.levels ?? [],
    misconceptions: about.misconceptions ?? [],
    en: { title: en[0], text: en[1] },
    'zh-CN': { title: zhCN[0], text: zhCN[1] },
  });
