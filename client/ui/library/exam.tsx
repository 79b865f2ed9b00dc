/** The exam: one exercise, its boxes, then each box marked; where textbook and RFC differ, both answers are shown. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Exercise } from '../../../shared/lessons/exam.ts';
import { type ExerciseWords, wordsOf } from '../../../shared/lessons/examWords.ts';
import { type Paper, check, exerciseInFront, isFilled, nextExercise, paperFrom } from '../../library/paper.ts';
import { newSeed } from '../../library/seed.ts';
import { lib } from '../../library/words.ts';
import { locale } from '../../state/settings.ts';
import { Box } from './examBox.tsx';
import { LevelList } from './pageView.tsx';

const paper = signal<Paper>(paperFrom(newSeed()));

export function Exam() {
  const now = paper.value;
  const exercise = exerciseInFront(now);
  return (
    <>
      {exercise === null ? <NoExercise /> : <Sheet key={exercise.id} exercise={exercise} now={now} />}
      <p class="tally" role="status" data-right={now.right} data-answered={now.answered}>
        {now.answered > 0 && lib.value.exam.tally(now.right, now.answered)}
      </p>
    </>
  );
}

function Sheet({ exercise, now }: { readonly exercise: Exercise; readonly now: Paper }) {
  const { exam } = lib.value;
  const words = wordsOf(exercise, locale.value);
  const question = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (now.at > 0) question.current?.focus();
  }, []);
  const about = [exam.place(now.at + 1, now.exercises.length), exam.topic[exercise.topic]];
  return (
    <article class="card" data-exercise={exercise.id}>
      <p class="card-place">
        {[...about, ...(exercise.source === null ? [] : [exam.source(exercise.source)])].join(' · ')}
      </p>
      <h2 ref={question} tabIndex={-1} class="arrival">
        {words.ask}
      </h2>
      <form
        class="boxes"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          paper.value = check(paper.peek());
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
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button accent"
        data-next-exercise
        onClick={() => {
          paper.value = nextExercise(paper.peek());
        }}
      >
        {exam.next}
      </button>
      <LevelList title={exam.levels} levels={exercise.levels} />
    </>
  );
}

function NoExercise() {
  const { exam } = lib.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article class="card" data-exercise="none">
      <h2 ref={heading} tabIndex={-1} class="arrival">
        {exam.end}
      </h2>
      <p>{exam.endLead}</p>
      <button
        type="button"
        class="button accent"
        onClick={() => {
          paper.value = paperFrom(newSeed());
        }}
      >
        {exam.again}
      </button>
    </article>
  );
}
