/**
 * The texts around the levels: map, card, bar, result. Apart from the first catalogue, because the first screen has
 * no use for them. What a level itself says is in `shared/levels/texts`.
 */
import type { Role } from '../../game/role.ts';
import type { ProgressError } from '../../levels/progress.ts';

type Names<Key extends string> = { readonly [key in Key]: string };

/** What the sea will do, in counts of segments; `delay` in virtual milliseconds. */
export interface ScriptWords {
  readonly delay: number;
  readonly lost: number;
  readonly delayed: number;
  readonly copied: number;
}

/** Seconds come as text with one decimal, limits as whole seconds. */
export interface LevelsCatalogue {
  readonly title: string;
  readonly lead: string;
  /** Stars in words; none of them: not won. */
  readonly stars: (count: number, most: number) => string;
  readonly seconds: (count: string) => string;

  readonly map: {
    readonly world: (number: number, name: string) => string;
    readonly worldStars: (stars: number, most: number) => string;
    readonly best: (seconds: string) => string;
    readonly next: string;
    readonly locked: string;
    readonly after: (title: string) => string;
    readonly go: (place: string, title: string) => string;
    readonly all: string;
    /** To the exercises of the exam, in the library. */
    readonly deck: string;
    readonly home: string;
  };
  readonly save: {
    readonly title: string;
    readonly hint: string;
    readonly export: string;
    readonly import: string;
    readonly strange: Names<ProgressError>;
  };

  readonly intro: {
    readonly place: (world: string, place: string) => string;
    readonly keep: string;
    readonly ends: Names<Role | 'both'>;
    readonly start: string;
    readonly startOf: (who: string, state: string) => string;
    readonly calls: string;
    readonly noCalls: string;
    readonly callsOf: (who: string, calls: readonly string[]) => string;
    readonly octets: (call: string, count: number) => string;
    readonly sea: string;
    readonly script: (script: ScriptWords) => string;
    readonly strangers: (count: number) => string;
    readonly stars: string;
    readonly three: (seconds: number) => string;
    readonly two: (seconds: number) => string;
    readonly one: string;
    readonly best: string;
    readonly bestSo: (stars: string, seconds: string) => string;
    readonly begin: string;
    readonly map: string;
    readonly early: (title: string) => string;
  };

  /** Playing a level otherwise: as a sandbox, or as a second attempt. */
  readonly ways: {
    readonly title: string;
    readonly sandbox: string;
    readonly sandboxHint: string;
    readonly second: string;
    readonly secondHint: string;
    readonly plain: string;
    /** In the bar above the match. */
    readonly tag: Names<'sandbox' | 'second'>;
    /** Over the result of a sandbox; of a second attempt. */
    readonly sandboxOver: string;
    readonly sandboxReached: string;
    readonly sandboxMissed: string;
    readonly secondWon: string;
    readonly notKept: string;
  };

  readonly bar: {
    readonly level: string;
    readonly map: string;
    readonly task: string;
    readonly restart: string;
    readonly thinking: string;
    readonly thinkingHint: string;
    readonly hand: string;
    readonly asked: string;
    readonly nowAt: (who: string) => string;
  };

  readonly help: {
    readonly title: string;
    readonly tryFirst: string;
    readonly more: { readonly [step in 1 | 2 | 3 | 4]: string };
    readonly free: string;
    readonly atMost: (stars: string) => string;
    /** Before a worked example on the card of a level. */
    readonly firstTime: string;
  };

  readonly result: {
    readonly won: string;
    readonly why: {
      readonly clean: (seconds: string, limit: number) => string;
      readonly slow: (seconds: string, limit: number) => string;
      readonly oneRefused: string;
      readonly moreRefused: (count: number) => string;
      readonly verySlow: (seconds: string, limit: number) => string;
      readonly helped: string;
    };
    readonly record: string;
    /** Legal segments that no known way through the level needs. */
    readonly useless: (segments: number) => string;
    /** `bonus`: how much of the points speed gave. */
    readonly points: (points: number, bonus: number) => string;
    readonly lesson: string;
    readonly next: (title: string) => string;
    readonly again: string;
    readonly againSame: string;
    readonly map: string;
    readonly deck: string;
    readonly last: string;
    readonly missed: string;
    readonly missedLead: string;
    readonly goals: string;
    readonly restart: string;
    readonly replay: string;
    readonly goal: {
      readonly state: (who: string, state: string) => string;
      readonly variable: (who: string, name: string, value: string) => string;
      readonly received: (who: string, octets: number) => string;
      readonly sent: (segments: number) => string;
      readonly errors: (who: string, errors: readonly string[]) => string;
    };
  };

  /** The way to a machine of the library, which opens beside the level. */
  readonly machine: Names<'try' | 'opens'>;

  readonly unknown: { readonly title: string; readonly lead: string };
}
