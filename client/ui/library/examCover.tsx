/** The cover of an exam paper: what comes, what the clock does, and how a class gets the same numbers. */
import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import * as clock from '../../library/examClock.ts';
import { type Paper, begin, paperFrom } from '../../library/paper.ts';
import { newPaper } from '../../library/seed.ts';
import { lib } from '../../library/words.ts';
import { addressFor, findAddresses } from '../../state/addresses.ts';
import { examAt, pathOfLibrary } from '../../state/libraryPath.ts';

export function Cover({ paper }: { readonly paper: Signal<Paper> }) {
  const { exam } = lib.value;
  useEffect(() => void findAddresses(), []);
  const { seed, exercises } = paper.value;
  const link = addressFor(`${pathOfLibrary({ type: 'library', at: examAt })}?paper=${seed}`);
  const own = exercises.filter(({ source }) => source === null).length;
  return (
    <article class="card" data-exercise="cover" data-paper={seed}>
      <h2>{exam.paper(seed)}</h2>
      <p>{exam.cover(exercises.length, own)}</p>
      <p>{exam.rules}</p>
      <div class="card-ways">
        <button
          type="button"
          class="button accent"
          data-begin-exam
          onClick={() => {
            clock.rewind();
            paper.value = begin(paper.peek());
          }}
        >
          {exam.begin}
        </button>
        <button
          type="button"
          class="button"
          data-other-paper
          onClick={() => {
            paper.value = paperFrom(newPaper());
          }}
        >
          {exam.other}
        </button>
        {seed !== 0 && (
          <button
            type="button"
            class="button"
            data-originals
            onClick={() => {
              paper.value = paperFrom(0);
            }}
          >
            {exam.originals}
          </button>
        )}
      </div>
      <p class="hint">
        {exam.share} <a href={link}>{link}</a>
      </p>
    </article>
  );
}
