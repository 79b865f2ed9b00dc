/** Progress as a file: out to take it along, in to go on with it. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { asFile, reset, takeFile } from '../../solo/progress.ts';
import { download } from '../../state/download.ts';
import { lt } from '../../state/levelWords.ts';
import { pt } from '../../state/progressWords.ts';
import { waiting } from '../../state/runs.ts';
import { Confirm } from './confirm.tsx';

const saveFile = (): void => download('ackward-bound-progress.json', 'application/json', asFile());

/** No progress is as long as this, in octets; a film that was dropped here by mistake is not read at all. */
const longest = 4_000_000;

export function SaveProgress() {
  const { save } = lt.value;
  const { save: words, run } = pt.value;
  const input = useRef<HTMLInputElement>(null);
  /** What came of the last wish; null: nothing yet. */
  const came = useSignal<ReturnType<typeof takeFile> | 'reset' | null>(null);
  const said = (now: typeof came.value): string => {
    if (now === null) return '';
    if (now === 'reset') return words.resetDone;
    return typeof now === 'string' ? save.strange[now] : words.taken(now.levels, now.rows);
  };
  const read = async (file: File): Promise<void> => {
    came.value = file.size > longest ? 'not-json' : takeFile(await file.text());
  };
  return (
    <section class="save" aria-label={save.title}>
      <h2>{save.title}</h2>
      <p class="hint">{save.hint}</p>
      <div class="map-ways">
        <button type="button" class="button" data-export onClick={saveFile}>
          {save.export}
        </button>
        <button type="button" class="button" data-import onClick={() => input.current?.click()}>
          {save.import}
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-label={save.import}
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) void read(file);
            event.currentTarget.value = '';
          }}
        />
        <Confirm
          word={words.reset}
          question={words.resetAsk}
          yes={words.resetYes}
          no={words.resetNo}
          mark="reset"
          onYes={() => {
            reset();
            came.value = 'reset';
          }}
        />
      </div>
      <p
        role="status"
        data-came={typeof came.value === 'string' ? came.value : came.value === null ? 'nothing' : 'taken'}
      >
        {said(came.value)}
      </p>
      {waiting.value > 0 && <p class="hint">{run.pending(waiting.value)}</p>}
    </section>
  );
}
