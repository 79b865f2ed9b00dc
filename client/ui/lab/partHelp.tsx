/** Help in a part: the free question, then the rule, then an example; what a step costs stands on its button. */
import { useSignal } from '@preact/signals';
import type { Part } from '../../../shared/lessons/lab/labs.ts';
import type { HelpedPart, LabHintStep } from '../../../shared/lessons/texts/labTexts.ts';
import { hintCaps } from '../../../shared/levels/score.ts';
import { askForHelp, doneParts } from '../../lab/report.ts';
import { labSays, lp } from '../../lab/words.ts';
import { lt } from '../../state/levelWords.ts';

const isHelped = (part: Part): part is HelpedPart => part !== 'filter' && part !== 'follow' && part !== 'questions';

export function PartHelp({ which }: { readonly which: Part }) {
  if (!isHelped(which) || doneParts.value.includes(which)) return null;
  return <Help which={which} />;
}

const after = { 1: 2, 2: 4, 4: null } as const satisfies { readonly [step in LabHintStep]: LabHintStep | null };

function Help({ which }: { readonly which: HelpedPart }) {
  const { help } = lp.value.report;
  const step = useSignal<LabHintStep | null>(null);
  const ask = (wanted: LabHintStep): void => {
    step.value = wanted;
    askForHelp(which, wanted);
  };
  const next = step.value === null ? null : after[step.value];
  return (
    <div class="part-help">
      <button
        type="button"
        class="button quiet small"
        data-help={step.value ?? 'closed'}
        aria-expanded={step.value !== null}
        onClick={() => {
          if (step.value === null) ask(1);
          else step.value = null;
        }}
      >
        {help.title}
      </button>
      <div role="status">
        {step.value !== null && (
          <div class="part-help-card">
            <p>{labSays.value.hints[which][step.value]}</p>
            {next !== null && (
              <button type="button" class="button small" data-more={next} onClick={() => ask(next)}>
                {help.more[next]} <small>({help.atMost(lt.value.stars(hintCaps[next], 3))})</small>
              </button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
