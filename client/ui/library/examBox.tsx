/** One box of an exercise: typed where the answer is a number or a state, chosen where there are two. */
import type { Signal } from '@preact/signals';
import { type Field, counts } from '../../../shared/lessons/exercise.ts';
import { type Paper, type } from '../../library/paper.ts';
import { lib } from '../../library/words.ts';

interface Props {
  readonly field: Field;
  readonly n: number;
  readonly label: string;
  readonly paper: Signal<Paper>;
}

/** An answer as people read it. */
function shown(answer: string): string {
  const { yes, no } = lib.value.exam;
  return answer === 'yes' ? yes : answer === 'no' ? no : answer;
}

const choices = { bit: ['0', '1'], yes: ['yes', 'no'] } as const;

export function Box(props: Props) {
  const { field, n, paper } = props;
  const mark = paper.value.marks?.[n] ?? null;
  return (
    <div class="box" data-box={field.name} {...(mark === null ? {} : { 'data-mark': mark })}>
      {field.kind === 'bit' || field.kind === 'yes' ? (
        <Chosen {...props} options={choices[field.kind]} />
      ) : (
        <Typed {...props} />
      )}
      <Marked {...props} />
    </div>
  );
}

function Typed({ field, n, label, paper }: Props) {
  const { typed, marks } = paper.value;
  return (
    <label class="box-typed">
      <span>{label}</span>
      <input
        class="field mono"
        autoComplete="off"
        spellcheck={false}
        inputMode={field.kind === 'number' ? 'numeric' : 'text'}
        aria-describedby={`mark-${n}`}
        readOnly={marks !== null}
        value={typed[n] ?? ''}
        onInput={(event) => {
          paper.value = type(paper.peek(), n, event.currentTarget.value);
        }}
      />
    </label>
  );
}

function Chosen({ n, label, paper, options }: Props & { readonly options: readonly string[] }) {
  const { typed, marks } = paper.value;
  return (
    <fieldset class="choice" aria-describedby={`mark-${n}`}>
      <legend>{label}</legend>
      <div class="choice-row">
        {options.map((option) => (
          <label key={option} class="choice-item">
            <input
              type="radio"
              name={`box-${n}`}
              disabled={marks !== null}
              checked={typed[n] === option}
              onChange={() => {
                paper.value = type(paper.peek(), n, option);
              }}
            />
            <span>{shown(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Right or not, and by whom; the answers where they were not given. */
function Marked({ field: { textbook, rfc }, n, paper }: Props) {
  const { exam } = lib.value;
  const mark = paper.value.marks?.[n] ?? null;
  const answers = textbook === rfc ? exam.answer(shown(rfc)) : exam.both(shown(textbook), shown(rfc));
  return (
    <p id={`mark-${n}`} class="box-mark" role="status">
      {mark !== null && (
        <>
          <span class={counts(mark) ? 'said-right' : 'said-wrong'}>
            <span aria-hidden="true">{counts(mark) ? '✓' : '✕'}</span> {exam.marks[mark]}
          </span>
          {mark !== 'right' && <span class="mono">{answers}</span>}
        </>
      )}
    </p>
  );
}
