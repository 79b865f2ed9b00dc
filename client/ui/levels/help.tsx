/**
 * Help at the open decision, step by step: look, ask, rule, flags, example. What a step costs stands on its button, and
 * what it speaks of is marked in the panels. After the third refused move the whole reasoning opens by itself.
 */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type HintStep, hintSteps } from '../../../shared/levels/attempt.ts';
import { type Hint, hintFor, reasoningFor } from '../../../shared/levels/hints.ts';
import { hintCaps, shares } from '../../../shared/levels/score.ts';
import type { Situation } from '../../../shared/levels/workedExample.ts';
import { change } from '../../composer/draft.ts';
import { lt } from '../../state/levelWords.ts';
import { type Mark, pointed } from '../../state/pointed.ts';
import { pt } from '../../state/progressWords.ts';
import { locale } from '../../state/settings.ts';
import { grouped } from '../../text/numbers.ts';

export interface HelpProps {
  readonly situation: Situation;
  /** The highest step that was asked for at this decision. */
  readonly reached: HintStep;
  /** Refused moves at this decision. */
  readonly refused: number;
  /** Whether help is given yet; a level that asks why wants a try first. */
  readonly allowed: boolean;
  readonly onAsk: (step: HintStep) => void;
}

/** One decision's help; another decision wants another `key`. */
export function Help({ situation, reached, refused, allowed, onAsk }: HelpProps) {
  const { help } = lt.value;
  const step = useSignal<HintStep | null>(null);
  const hint = step.value === null ? null : hintFor(situation, step.value, locale.value);
  /** The reasoning was read after so many refused moves; another one brings it back. */
  const read = useSignal(0);
  const told = refused >= shares.length && refused > read.value;
  const reasoning = told ? reasoningFor(situation, locale.value) : null;
  useMarks(hint ?? reasoning);
  const show = (next: HintStep): void => {
    step.value = next;
    if (next > reached) onAsk(next);
    const flags = next === 3 ? hintFor(situation, 3, locale.peek()).flags : null;
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
          else if (allowed) show(reached);
        }}
        aria-disabled={!allowed}
        title={allowed ? '' : help.tryFirst}
      >
        {help.title}
      </button>
      <div class="help-place" role="status">
        {hint !== null && <StepCard hint={hint} reached={reached} onStep={show} />}
        {hint === null && reasoning !== null && (
          <Card title={pt.value.help.reasoning} lines={reasoning.lines} marks={marksOf(reasoning)} name="reasoning">
            <button
              type="button"
              class="button small"
              data-read
              onClick={() => {
                read.value = refused;
              }}
            >
              {pt.value.help.myTurn}
            </button>
          </Card>
        )}
      </div>
    </div>
  );
}

type Marking = Pick<Hint, 'points' | 'fields'>;
const marksOf = ({ points, fields }: Marking): readonly Mark[] => [...points, ...fields];

/** Marks what the card speaks of for as long as it is open. */
function useMarks(card: Marking | null): void {
  const marks = card === null ? [] : marksOf(card);
  useEffect(() => {
    pointed.value = new Set(marks);
    return () => {
      pointed.value = new Set();
    };
  }, [marks.join(' ')]);
}

const next = { 0: 1, 1: 2, 2: 3, 3: 4, 4: null } as const satisfies { readonly [step in HintStep]: HintStep | null };

interface StepCardProps {
  readonly hint: Hint;
  readonly reached: HintStep;
  readonly onStep: (step: HintStep) => void;
}

function StepCard({ hint, reached, onStep }: StepCardProps) {
  const { help } = lt.value;
  const { help: words } = pt.value;
  const further = next[hint.step];
  return (
    <Card
      lines={hint.lines}
      marks={marksOf(hint)}
      name={String(hint.step)}
      above={<Steps {...{ hint, reached, onStep }} />}
    >
      {further !== null && (
        <button type="button" class="button small" data-more={further} onClick={() => onStep(further)}>
          {help.more[further]} <small>({cost(further)})</small>
        </button>
      )}
      {further !== null && further >= 2 && <p class="hint">{words.noCredit}</p>}
    </Card>
  );
}

/** What a step of help does to the stars. */
function cost(step: HintStep): string {
  const { help, stars } = lt.value;
  return hintCaps[step] === 3 ? help.free : help.atMost(stars(hintCaps[step], 3));
}

/** All five, with what each costs; those that were seen can be seen again for nothing. */
function Steps({ hint, reached, onStep }: StepCardProps) {
  const { help } = pt.value;
  return (
    <ol class="help-steps" aria-label={help.steps}>
      {hintSteps.map((step) => {
        const caps = '★'.repeat(hintCaps[step]);
        const name = (
          <>
            {help.step[step]}{' '}
            <small>
              <span aria-hidden="true">{caps}</span>
              <span class="hidden">({cost(step)})</span>
            </small>
          </>
        );
        return (
          <li key={step} data-step={step} {...(step === hint.step ? { 'aria-current': 'step' } : {})}>
            {step <= reached && step !== hint.step ? (
              <button type="button" class="button quiet small" onClick={() => onStep(step)}>
                {name}
              </button>
            ) : (
              <span>{name}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface CardProps {
  readonly title?: string;
  readonly name: string;
  readonly lines: readonly string[];
  readonly marks: readonly Mark[];
  readonly above?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** The lines of help, and what they have marked. */
export function Card({ title, name, lines, marks, above, children }: CardProps) {
  const { help } = pt.value;
  const box = useRef<HTMLDivElement>(null);
  // A phone may be scrolled down to the composer, where a card that opens by itself would not be seen.
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  const place = (mark: Mark): string => (mark in help.place ? help.place[mark as keyof typeof help.place] : mark);
  return (
    <div class="help-card" data-help-card={name} ref={box}>
      {above}
      {title !== undefined && <h2>{title}</h2>}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line.replaceAll(/\d{5,}/g, (digits) => grouped(Number(digits)))}</li>
        ))}
      </ul>
      {marks.length > 0 && <p class="hint">{help.marked(marks.map(place).join(help.and))}</p>}
      {children}
    </div>
  );
}
