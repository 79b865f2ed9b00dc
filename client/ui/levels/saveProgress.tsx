/** Progress as a file: out to take it along, in to go on with it. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { asFile, takeFile } from '../../solo/progress.ts';
import { download } from '../../state/download.ts';
import { lt } from '../../state/levelWords.ts';

const saveFile = (): void => download('ackward-bound-progress.json', 'application/json', asFile());

export function SaveProgress() {
  const { save } = lt.value;
  const input = useRef<HTMLInputElement>(null);
  /** How many levels the last file told of, or what was wrong with it; null: none was taken in yet. */
  const taken = useSignal<ReturnType<typeof takeFile> | null>(null);
  const said = (now: typeof taken.value): string => {
    if (now === null) return '';
    return typeof now === 'number' ? save.taken(now) : save.strange[now];
  };
  const read = async (file: File): Promise<void> => {
    taken.value = takeFile(await file.text());
  };
  return (
    <section class="save" aria-label={save.title}>
      <h2>{save.title}</h2>
      <p class="hint">{save.hint}</p>
      <div class="map-ways">
        <button type="button" class="button" onClick={saveFile}>
          {save.export}
        </button>
        <button type="button" class="button" onClick={() => input.current?.click()}>
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
        <p role="status">{said(taken.value)}</p>
      </div>
    </section>
  );
}
