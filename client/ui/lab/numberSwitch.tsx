/** Wireshark's preference "Relative sequence numbers", as a switch. */
import { form } from '../../lab/bench.ts';
import { lp } from '../../lab/words.ts';

export function NumberSwitch() {
  const { list } = lp.value;
  return (
    <div class="number-switch" role="group" aria-label={list.numbers}>
      <span aria-hidden="true">{list.numbers}</span>
      {(['relative', 'absolute'] as const).map((one) => (
        <button
          key={one}
          type="button"
          class="tab"
          data-form={one}
          aria-pressed={form.value === one}
          onClick={() => {
            form.value = one;
          }}
        >
          {list.form[one]}
        </button>
      ))}
    </div>
  );
}
