/** How long an exercise takes, counted up; over its time the number turns yellow, and nothing else happens. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Exercise } from '../../../shared/lessons/exam.ts';
import * as clock from '../../library/examClock.ts';
import { type Outcome, limitOf } from '../../library/paper.ts';
import { lib } from '../../library/words.ts';

const seconds = (time: number): number => Math.floor(time / 1000);

export function ExamClock({ exercise }: { readonly exercise: Exercise }) {
  const now = useSignal(clock.spent());
  useEffect(() => {
    clock.run();
    const ticking = setInterval(() => {
      now.value = clock.spent();
    }, 250);
    return () => {
      clock.stand();
      clearInterval(ticking);
    };
  }, []);
  const limit = limitOf(exercise);
  return (
    <p class="exam-clock mono" data-late={now.value > limit}>
      {lib.value.exam.spent(seconds(now.value), seconds(limit))}
    </p>
  );
}

export function SpentOn({ exercise, outcome }: { readonly exercise: Exercise; readonly outcome: Outcome }) {
  const { exam } = lib.value;
  const limit = seconds(limitOf(exercise));
  const took = Math.ceil(outcome.spent / 1000);
  return (
    <p class="exam-clock" data-spent={Math.round(outcome.spent)} data-late={!outcome.inTime}>
      {outcome.inTime ? exam.inTime(took, limit) : exam.late(took, limit)}
    </p>
  );
}
