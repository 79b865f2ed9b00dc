/** Where TCP leaves a choice: what was done, and what would have been right as well. At once, and at the end. */
import type { Told } from '../../shared/game/event.ts';
import type { Session } from '../state/session.ts';
import { numberForm, t } from '../state/settings.ts';
import { moveWords } from '../text/tell.ts';
import { teller } from './teller.ts';
import { Others } from './verdictCard.tsx';

type Also = Extract<Told, { readonly type: 'also' }>;

const answers: readonly Told['type'][] = ['sent', 'waited', 'refused', 'broke', 'also'];

/** The own last answer, if it was right and another one would have been right too. */
function lastChoice({ history, view: { role } }: Session): Also | null {
  const last = history.findLast((event) => answers.includes(event.type) && 'host' in event && event.host === role);
  return last?.type === 'also' ? last : null;
}

export function JustRight({ now }: { readonly now: Session }) {
  const choice = lastChoice(now);
  const speaker = teller(now, numberForm.value);
  return (
    <div class="just-right" role="status">
      {choice !== null && <Others moves={choice.also.map((move) => moveWords(move, choice.host, speaker))} />}
    </div>
  );
}

export function AlsoMoves({ now }: { readonly now: Session }) {
  const { end, role } = t.value;
  const speaker = teller(now, numberForm.value);
  const choices = now.history.filter((event) => event.type === 'also');
  if (choices.length === 0) return null;
  return (
    <section class="panel end-also" aria-label={end.alsoTitle}>
      <h2>{end.alsoTitle}</h2>
      <p class="hint">{end.alsoLead}</p>
      <ol>
        {choices.map(({ n, host, move, also }) => (
          <li key={n} data-also={also.length}>
            <p>
              <b>{role[host]}</b> <span class="mono">{moveWords(move, host, speaker)}</span>
            </p>
            <Others moves={also.map((other) => moveWords(other, host, speaker))} />
          </li>
        ))}
      </ol>
    </section>
  );
}
