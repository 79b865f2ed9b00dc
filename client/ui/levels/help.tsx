/** Help at the open decision, step by step: look, ask, rule, flags, example. What a step costs stands on its button. */
import { useSignal } from '@preact/signals';
import type { HintStep } from '../../../shared/levels/attempt.ts';
import { type Hint, hintFor } from '../../../shared/levels/hints.ts';
import { mayAskForHelp } from '../../../shared/levels/procedures.ts';
import { hintCaps } from '../../../shared/levels/score.ts';
import { change } from '../../composer/draft.ts';
import { type Sitting, isAsked } from '../../solo/sitting.ts';
import { askForHelp } from '../../solo/table.ts';
import { lt } from '../../state/levelWords.ts';
import { locale } from '../../state/settings.ts';

export function Help({ sitting }: { readonly sitting: Sitting }) {
  const { attempt, eyes, id } = sitting;
  if (!isAsked(attempt.match, eyes)) return null;
  // Another decision begins with closed help.
  return <HelpHere key={`${id}.${eyes}.${attempt.decisions.length}`} sitting={sitting} />;
}

function HelpHere({ sitting }: { readonly sitting: Sitting }) {
  const { help } = lt.value;
  const { attempt, eyes, level } = sitting;
  const step = useSignal<HintStep | null>(null);
  const tried = attempt.open[eyes]?.submissions.length ?? 0;
  const hint = step.value === null ? null : hintFor(attempt.match.ends[eyes], step.value, locale.value);
  const show = (next: HintStep): void => {
    step.value = next;
    askForHelp(next);
    const flags = next === 3 ? hintFor(attempt.match.ends[eyes], 3, locale.peek()).flags : null;
    if (flags !== null) change({ flags });
  };
  return (
    <div class="level-help">
      <button
        type="button"
        class="button quiet"
        data-help={step.value ?? 'closed'}
        aria-expanded={step.value !== null}
        onClick={() => {
          if (step.value !== null) step.value = null;
          else if (mayAskForHelp(level.id, tried)) show(attempt.open[eyes]?.hint ?? 0);
          else step.value = null;
        }}
        aria-disabled={!mayAskForHelp(level.id, tried)}
        title={mayAskForHelp(level.id, tried) ? '' : help.tryFirst}
      >
        {help.title}
      </button>
      <div class="help-place" role="status">
        {hint !== null && <Card hint={hint} onMore={show} />}
      </div>
    </div>
  );
}

const after = { 0: 1, 1: 2, 2: 3, 3: 4, 4: null } as const satisfies { readonly [step in HintStep]: HintStep | null };

function Card({ hint, onMore }: { readonly hint: Hint; readonly onMore: (next: HintStep) => void }) {
  const { help, stars } = lt.value;
  const next = after[hint.step];
  return (
    <div class="help-card">
      <ul>
        {hint.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {next !== null && (
        <button type="button" class="button small" data-more={next} onClick={() => onMore(next)}>
          {help.more[next]} <small>({hintCaps[next] === 3 ? help.free : help.atMost(stars(hintCaps[next], 3))})</small>
        </button>
      )}
    </div>
  );
}
