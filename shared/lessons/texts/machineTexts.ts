/** What a locale must say about the machines. `tasks` are done one after the other, `shows` are the conclusion. */
import type { FloodEvent, Terms } from '../flood.ts';
import type { Pier } from '../halfClose.ts';
import type { Experiment, TimeWaitOutcome } from '../timeWait.ts';
import type { Design, TwoWayEvent } from '../twoWay.ts';
import type { Ability, Knower } from '../whoKnows.ts';

type Names<Key extends string> = { readonly [key in Key]: string };

interface Lesson<Task extends string> {
  readonly tasks: Names<Task>;
  readonly shows: readonly string[];
}

export interface MachineTexts {
  readonly twoWay: Lesson<'break' | 'save'> & {
    readonly design: string;
    readonly designs: Names<Design>;
    readonly open: string;
    readonly giveUp: string;
    readonly close: string;
    /** The same actions in the other design. */
    readonly same: string;
    readonly hint: string;
    readonly events: Names<TwoWayEvent>;
    readonly broken: string;
    readonly sound: string;
  };

  readonly whoKnows: Lesson<'first' | 'second' | 'third'> & {
    readonly after: readonly [string, string, string];
    readonly ask: (ability: string) => string;
    readonly abilities: Names<Ability>;
    readonly knowers: Names<Exclude<Knower, 'nobody' | 'both'>>;
    readonly check: string;
    readonly right: string;
    readonly wrong: (count: number) => string;
    /** Why it is so after the first, the second, the third. */
    readonly why: readonly [Names<Ability>, Names<Ability>, Names<Ability>];
  };

  readonly halfClose: Lesson<'four' | 'half' | 'three'> & {
    readonly answer: string;
    readonly answers: Names<'nothing' | 'closes-at-once'>;
    readonly send: (text: string) => string;
    readonly close: string;
    readonly ways: Names<'client' | 'server'>;
    readonly pier: Names<Pier>;
    readonly counted: (waves: number, crossed: boolean) => string;
  };

  readonly timeWait: { readonly tasks: { readonly [experiment in Experiment]: Names<'off' | 'on'> } } & {
    readonly experiment: string;
    readonly experiments: Names<Experiment>;
    readonly switch: string;
    readonly switches: Names<'on' | 'off'>;
    readonly before: Names<Experiment>;
    readonly close: string;
    readonly open: string;
    readonly taken: string;
    readonly outcomes: Names<TimeWaitOutcome>;
    readonly shows: { readonly [experiment in Experiment]: readonly string[] };
  };

  readonly isn: Lesson<'guess' | 'key' | 'clock'> & {
    readonly clock: string;
    readonly hash: string;
    readonly sum: string;
    readonly time: string;
    readonly timeText: (hours: number, minutes: number, seconds: number) => string;
    readonly port: string;
    readonly slot: string;
    readonly slotHint: string;
    readonly noKey: string;
    readonly emptySlot: string;
    readonly filledSlot: string;
    readonly series: string;
    readonly seriesHead: Names<'when' | 'isn' | 'more'>;
    readonly later: (what: 'now' | 'millisecond' | 'second' | 'minute' | 'turn') => string;
    readonly plot: string;
    readonly plotWords: (hit: boolean) => string;
    readonly lines: Names<'victim' | 'own' | 'guess'>;
    readonly attack: string;
    readonly attackLead: string;
    readonly guess: string;
    readonly seen: (isn: string) => string;
    readonly hit: (isn: string) => string;
    readonly miss: (guess: string, isn: string) => string;
  };

  readonly flood: Lesson<'fill' | 'refused' | 'cookies'> & {
    readonly switch: string;
    readonly switches: Names<'on' | 'off'>;
    readonly switchHint: string;
    readonly forge: (count: number) => string;
    readonly connect: string;
    readonly wait: string;
    readonly waitOut: string;
    readonly backlog: string;
    readonly backlogWords: (taken: number, places: number) => string;
    readonly free: string;
    readonly counts: Names<'kept' | 'dropped' | 'cookies'>;
    readonly events: Names<FloodEvent>;
    readonly client: string;
    readonly tries: (tries: number, seconds: string) => string;
    readonly cookie: string;
    readonly cookieLead: (isn: string) => string;
    readonly bits: {
      readonly counter: (counter: number) => string;
      readonly mss: (index: number, mss: number) => string;
      readonly hash: string;
    };
    readonly terms: string;
    readonly termsHead: Names<'option' | 'offered' | 'got'>;
    readonly term: Names<keyof Terms>;
    readonly agreed: Names<'yes' | 'no'>;
  };
}
