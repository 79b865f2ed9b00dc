/** Why a move was refused, in one sentence: what its player seems to believe, else the rule that it broke. */
import { type Misconception, misconceptions } from '../../shared/judge/misconceptions.ts';
import type { Verdict } from '../../shared/judge/verdict.ts';
import type { Locale } from '../../shared/protocol/locale.ts';
import type { Clause } from '../../shared/tcp/clause.ts';
import { clauses } from '../../shared/tcp/clauses.ts';

export interface Reason {
  readonly sentence: string;
  /** '9293 3.10.7.3' */
  readonly section: string;
}

export function reasonOf({ clause, misconceptions: beliefs }: Verdict, locale: Locale): Reason {
  const [belief] = beliefs;
  const source: Clause | Misconception = belief === undefined ? clauses[clause] : misconceptions[belief];
  return { sentence: source[locale], section: source.section };
}
