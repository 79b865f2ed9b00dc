/** The texts around the library. What pages, cards and exercises say is in `shared/lessons`. */
import type { Truth } from '../../lessons/card.ts';
import type { Mark, Topic } from '../../lessons/exercise.ts';
import type { PageKind } from '../../lessons/page.ts';

type Names<Key extends string> = { readonly [key in Key]: string };

export interface LibraryCatalogue {
  readonly title: string;
  readonly lead: string;
  /** The four parts, and the name of the list of them. */
  readonly parts: Names<'label' | 'pages' | 'machines' | 'cards' | 'exam'>;
  /** While the exam or a machine is on its way. */
  readonly fetching: string;

  readonly shelf: {
    readonly search: string;
    readonly hint: string;
    readonly clear: string;
    readonly found: (count: number) => string;
    readonly none: string;
    readonly kinds: Names<PageKind>;
  };
  readonly page: Names<'back' | 'levels' | 'related' | 'unknown' | 'unknownLead'> & {
    readonly kind: Names<PageKind>;
  };
  readonly readMore: Names<'link' | 'opens'>;

  readonly cards: {
    readonly lead: string;
    readonly place: (number: number, count: number) => string;
    readonly ask: string;
    readonly say: Names<Truth>;
    /** Whether the answer was right, and what the claim is. */
    readonly judged: (right: boolean, truth: Truth) => string;
    readonly show: string;
    readonly next: string;
    readonly tally: (right: number, answered: number) => string;
    readonly end: string;
    readonly endLead: string;
    readonly again: string;
    readonly levels: string;
  };

  /** Around every machine; what each says itself is in `shared/lessons/texts`. */
  readonly machine: Names<
    | 'lead'
    | 'kind'
    | 'back'
    | 'try'
    | 'tasks'
    | 'done'
    | 'shows'
    | 'bench'
    | 'underWay'
    | 'calm'
    | 'arrive'
    | 'sink'
    | 'undo'
    | 'again'
    | 'said'
    | 'log'
    | 'ladder'
    | 'cards'
    | 'pages'
    | 'levels'
  > & {
    /** The buttons of one application. */
    readonly calls: (who: string) => string;
    readonly wait: (who: string, timer: string) => string;
    /** A segment under way: where it comes from and where it goes. */
    readonly way: (from: string, to: string) => string;
  };

  readonly exam: {
    readonly lead: string;
    readonly place: (number: number, count: number) => string;
    readonly topic: Names<Topic>;
    /** `source`: year and number of a paper. */
    readonly source: (source: string) => string;
    readonly check: string;
    readonly next: string;
    readonly again: string;
    readonly marks: Names<Mark>;
    readonly answer: (answer: string) => string;
    readonly both: (textbook: string, rfc: string) => string;
    readonly why: string;
    readonly levels: string;
    readonly yes: string;
    readonly no: string;
    readonly paper: (number: number) => string;
    /** How many exercises, and how many of them follow no paper. */
    readonly cover: (count: number, own: number) => string;
    readonly rules: string;
    readonly begin: string;
    readonly other: string;
    readonly originals: string;
    /** Before the address. */
    readonly share: string;
    /** In seconds. */
    readonly spent: (spent: number, limit: number) => string;
    readonly inTime: (spent: number, limit: number) => string;
    readonly late: (spent: number, limit: number) => string;
    readonly toReport: string;
    readonly same: string;
    readonly report: {
      readonly topic: string;
      readonly right: string;
      readonly inTime: string;
      readonly time: string;
      readonly all: string;
      readonly seconds: (count: number) => string;
    };
    readonly tally: (right: number, answered: number) => string;
    readonly end: string;
    readonly endLead: string;
  };
}
