/**
 * The texts of what a player has learnt and of boards: steps of help, comparison, verified runs, boards, mastery, the
 * daily three, progress as a file. What a misconception is called, and its state in one sentence, is in
 * `shared/levels/texts/mastery.*`.
 */
import type { HintStep } from '../../levels/attempt.ts';
import type { Pointed, PointedField } from '../../levels/hints.ts';
import type { Colour } from '../../levels/mastery.ts';

type Names<Key extends string> = { readonly [key in Key]: string };

/** Forty are too many for one list. */
export const masteryGroups = ['opening', 'resets', 'flags', 'closing', 'timing', 'seq', 'ack'] as const;
export type MasteryGroup = (typeof masteryGroups)[number];

/** What hints mark, but for the RFC's variables, which have their names in every language. */
export type MarkedPlace = Exclude<Pointed | PointedField, 'ISS' | 'SND.UNA' | 'SND.NXT' | 'RCV.NXT' | 'SND.WND'>;

export interface ProgressCatalogue {
  readonly help: {
    /** The name of the list of steps. */
    readonly steps: string;
    readonly step: { readonly [step in HintStep]: string };
    readonly noCredit: string;
    readonly marked: (places: string) => string;
    readonly and: string;
    readonly place: Names<MarkedPlace>;
    readonly reasoning: string;
    readonly myTurn: string;
  };

  readonly compare: {
    readonly title: string;
    readonly lead: string;
    readonly decision: (n: number, who: string, state: string) => string;
    readonly own: string;
    readonly right: string;
    readonly same: string;
    readonly different: string;
    readonly done: string;
  };

  readonly run: {
    readonly title: string;
    readonly sending: string;
    readonly verified: string;
    readonly place: (place: number) => string;
    readonly notBest: string;
    readonly crowded: string;
    readonly waiting: string;
    readonly alone: string;
    readonly long: string;
    readonly refused: (why: string) => string;
    /** On the map: runs that were won without a line. */
    readonly pending: (runs: number) => string;
  };

  readonly board: {
    readonly title: string;
    readonly hint: string;
    readonly place: string;
    readonly name: string;
    readonly points: string;
    readonly thinking: string;
    readonly you: string;
    readonly empty: string;
    readonly offline: string;
    readonly loading: string;
    readonly all: (lines: number) => string;
  };

  readonly name: {
    readonly title: string;
    readonly as: (name: string) => string;
    readonly nobody: string;
    readonly change: string;
    readonly label: string;
    readonly hint: string;
    readonly take: string;
    readonly draw: string;
    readonly taken: (name: string) => string;
    readonly forget: string;
    readonly forgetAsk: string;
    readonly forgetYes: string;
    readonly keep: string;
    readonly forgotten: (runs: number) => string;
    /** Names are drawn from these, `first` and `second` together; null: the server draws them. */
    readonly words: { readonly firsts: readonly string[]; readonly seconds: readonly string[] } | null;
  };

  readonly mastery: {
    readonly title: string;
    readonly lead: string;
    readonly link: string;
    readonly all: string;
    readonly show: string;
    readonly colour: Names<Colour>;
    readonly group: Names<MasteryGroup>;
    readonly none: string;
    readonly box: (box: number) => string;
    readonly due: (days: number) => string;
    readonly section: (section: string) => string;
    readonly practise: string;
    readonly practiseLater: (title: string) => string;
    readonly oneLevel: string;
    readonly map: string;
  };

  readonly daily: {
    readonly title: string;
    readonly lead: string;
    readonly link: string;
    /** Beside the link: how many of today's are left. */
    readonly left: (count: number) => string;
    readonly asks: (asks: number) => string;
    readonly begin: string;
    readonly goOn: string;
    readonly count: (n: number, of: number) => string;
    readonly never: string;
    readonly none: string;
    readonly done: string;
    readonly next: (days: number) => string;
    readonly calm: string;
    readonly bar: string;
    readonly leave: string;
    readonly right: string;
    readonly rightLate: string;
    readonly rightHelped: string;
    readonly further: string;
    readonly finish: string;
    readonly answered: string;
    readonly open: string;
  };

  readonly save: {
    readonly taken: (levels: number, skills: number) => string;
    readonly reset: string;
    readonly resetAsk: string;
    readonly resetYes: string;
    readonly resetNo: string;
    readonly resetDone: string;
  };
}
