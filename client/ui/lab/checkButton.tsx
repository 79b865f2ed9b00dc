/** Hands in what stands in some fields; says how many are right, and brings the focus to the first that is not. */
import { useRef } from 'preact/hooks';
import { standingOf, submit } from '../../lab/report.ts';
import { lp } from '../../lab/words.ts';

/** A field that is typed into, or the chosen one of a group. */
const firstWrong = 'input[aria-invalid="true"], [aria-invalid="true"] input:checked';

interface Props {
  readonly fields: readonly string[];
  /** Those that are handed in: by default what is not empty. */
  readonly handIn: () => readonly string[];
  readonly name: string;
}

export function CheckButton({ fields, handIn, name }: Props) {
  const { report: words } = lp.value;
  const button = useRef<HTMLButtonElement>(null);
  const standings = fields.map(standingOf);
  const count = (wanted: (typeof standings)[number]): number => standings.filter((one) => one === wanted).length;
  if (count('right') === fields.length) return null;
  return (
    <div class="check-row">
      <button
        ref={button}
        type="button"
        class="button accent"
        data-check={name}
        onClick={() => {
          submit(handIn());
          const part = button.current?.closest('.part');
          // The marks are drawn first.
          requestAnimationFrame(() => part?.querySelector<HTMLElement>(firstWrong)?.focus());
        }}
      >
        {words.check}
      </button>
      <p role="status" data-right={count('right')} data-wrong={count('wrong')}>
        {count('right') + count('wrong') > 0 && words.tally(count('right'), count('wrong'), count('open'))}
      </p>
    </div>
  );
}
