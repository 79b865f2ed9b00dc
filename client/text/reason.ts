/** Why a move was refused, in one sentence: what its player seems to believe, else the rule that it broke. */
import { type Misconception, misconceptions } from '../../shared/judge/misconceptions.ts';
import type { Verdict } from '../../shared/judge/verdict.ts';
import { masteryEn } from '../../shared/levels/texts/mastery.en.ts';
import { masteryZhCN } from '../../shared/levels/texts/mastery.zh-CN.ts';
import type { Locale } from '../../shared/protocol/locale.ts';
import type { Clause } from '../../shared/tcp/clause.ts';
import { clauses } from '../../shared/tcp/clauses.ts';

export interface Reason {
  /** What the player seems to believe, by name; null: the rule says it all. */
  readonly belief: string | null;
  readonly sentence: string;
  /** '9293 3.10.7.3' */
  readonly section: string;
}

const names = { en: masteryEn.names, 'zh-CN': masteryZhCN.names } as const;

type Why = Pick<Verdict, 'clause' | 'misconceptions'>;

export function reasonOf({ clause, misconceptions: beliefs }: Why, locale: Locale): Reason {
  const [belief] = beliefs;
  const source: Clause | Misconception = belief === undefined ? clauses[clause] : misconceptions[belief];
  return {
    belief: belief === undefined ? null : names[locale][belief],
    sentence: source[locale],
    section: source.section,
  };
}

/** The rule that was broken, in one sentence. */
export const ruleOf = ({ clause }: Pick<Why, 'clause'>, locale: Locale): Reason => ({
  belief: null,
  sentence: clauses[clause][locale],
  section: clauses[clause].section,
});
