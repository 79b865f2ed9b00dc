/** The exam: its cover, one exercise after the other against the clock, each box marked; then how it went. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Exercise } from '../../../shared/lessons/exam.ts';
import { type ExerciseWords, wordsOf } from '../../../shared/lessons/examWords.ts';
import * as clock from '../../library/examClock.ts';
import { type Paper, check, exerciseInFront, isFilled, nextExercise, paperFrom, tallyOf } from '../../library/paper.ts';
import { askedPaper, newPaper } from '../../library/seed.ts';
import { lib } from '../../library/words.ts';
import { locale } from '../../state/settings.ts';
import { Box } from './examBox.tsx';
import { ExamClock, SpentOn } from './examClock.tsx';
import { Cover } from './examCover.tsx';
import { ExamReport } from './examReport.tsx';
import { LevelList } from './pageView.tsx';

/** Kept while the page lives, so that a look into the encyclopedia does not cost the answers. */
const paper = signal<Paper>(paperFrom(askedPaper(location.search) ?? newPaper()));

export function Exam() {
  const now = paper.value;
  const exercise = exerciseInFront(now);
  const { right, answered } = tallyOf(now.outcomes);
  if (!now.begun) return <Cover paper={paper} />;
  return (
    <>
      {exercise === null ? <ExamReport paper={paper} /> : <Sheet key={exercise.id} exercise={exercise} now={now} />}
      <p class="tally" role="status" data-right={right} data-answered={answered}>
        {answered > 0 && lib.value.exam.tally(right, answered)}
      </p>
    </>
  );
}

function Sheet({ exercise, now }: { readonly exercise: Exercise; readonly now: Paper }) {
  const { exam } = lib.value;
  const words = wordsOf(exercise, locale.value);
  const question = useRef<HTMLHeadingElement>(null);
  useEffect(() => question.current?.focus(), []);
  const about = [exam.place(now.at + 1, now.exercises.length), exam.topic[exercise.topic]];
  const outcome = now.marks === null ? null : (now.outcomes[now.at] ?? null);
  return (
    <article class="card" data-exercise={exercise.id}>
      <p class="card-place">
        {[...about, ...(exercise.source === null ? [] : [exam.source(exercise.source)])].join(' · ')}
      </p>
      {outcome === null ? <ExamClock exercise={exercise} /> : <SpentOn exercise={exercise} outcome={outcome} />}
      <h2 ref={question} tabIndex={-1} class="arrival">
        {words.ask}
      </h2>
      <form
        class="boxes"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          paper.value = check(paper.peek(), clock.spent());
        }}
      >
        {exercise.fields.map((field, n) => (
          <Box key={field.name} field={field} n={n} label={words.fields[n] ?? field.name} paper={paper} />
        ))}
        {now.marks === null && (
          <button type="submit" class="button accent" data-check aria-disabled={!isFilled(now)}>
            {exam.check}
          </button>
        )}
      </form>
      <div role="status" class="card-verdict">
        {now.marks !== null && <Marked words={words} />}
      </div>
      {now.marks !== null && <After exercise={exercise} />}
    </article>
  );
}

function Marked({ words }: { readonly words: ExerciseWords }) {
  const { why } = lib.value.exam;
  return (
    <>
      <h3>{why}</h3>
      <p>{words.why}</p>
      {words.note !== null && <p>{words.note}</p>}
    </>
  );
}

function After({ exercise }: { readonly exercise: Exercise }) {
  const { exam } = lib.value;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const isLast = paper.value.at + 1 === paper.value.exercises.length;
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button accent"
        data-next-exercise
        onClick={() => {
          clock.rewind();
          paper.value = nextExercise(paper.peek());
        }}
      >
        {isLast ? exam.toReport : exam.next}
      </button>
      <LevelList title={exam.levels} levels={exercise.levels} />
    </>
  );
}
