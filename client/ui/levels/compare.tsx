/**
 * After a level that asks "why": the own first move of each decision beside the one that the RFC makes. It comes before
 * everything else and goes when it is said to be done, because the comparison is what such a level teaches by.
 */
import { comparisonOf } from '../../../shared/levels/comparison.ts';
import type { Sitting } from '../../solo/sitting.ts';
import { pt } from '../../state/progressWords.ts';
import type { Session } from '../../state/session.ts';
import { locale, numberForm, t } from '../../state/settings.ts';
import { reasonOf } from '../../text/reason.ts';
import { moveWords } from '../../text/tell.ts';
import { ReadMore } from '../readMore.tsx';
import { teller } from '../teller.ts';

interface Props {
  readonly sitting: Sitting;
  readonly now: Session;
  readonly onDone: () => void;
}

export function Compare({ sitting, now, onDone }: Props) {
  const { compare } = pt.value;
  const speaker = teller(now, numberForm.value);
  const found = sitting.attempt.decisions.flatMap((decision) => {
    const comparison = comparisonOf(decision);
    return comparison === null ? [] : [{ role: decision.role, comparison }];
  });
  return (
    <section class="lesson compare" aria-label={compare.title} data-compare>
      <h2>{compare.title}</h2>
      <p>{compare.lead}</p>
      <ol>
        {found.map(({ role, comparison: { own, right, state, clause, misconception } }, i) => {
          const words = [own, right].map((move) => moveWords(move, role, speaker));
          const same = words[0] === words[1];
          const verdict = { clause, misconceptions: misconception === null ? [] : [misconception] };
          const { sentence, section } = reasonOf(verdict, locale.value);
          return (
            <li key={i} data-same={same}>
              <h3>{compare.decision(i + 1, t.value.role[role], state)}</h3>
              <dl>
                <dt>{compare.own}</dt>
                <dd class="mono">{words[0]}</dd>
                <dt>{compare.right}</dt>
                <dd class="mono">{words[1]}</dd>
              </dl>
              <p>
                <b class={same ? 'good' : 'bad'}>
                  <span aria-hidden="true">{same ? '✓' : '✕'}</span> {same ? compare.same : compare.different}
                </b>{' '}
                {sentence} <small>{t.value.verdict.section(section)}</small> {!same && <ReadMore verdict={verdict} />}
              </p>
            </li>
          );
        })}
      </ol>
      <button type="button" class="button accent" data-compared onClick={onDone}>
        {compare.done}
      </button>
    </section>
  );
}
