/** Pure: what the player of the half-close machine, and of the 2MSL machine, has done so far. */
import { closingOf } from '../../shared/lessons/halfClose.ts';
import type { Strait } from '../../shared/lessons/strait.ts';
import { type Choice, type Experiment, outcomeOf } from '../../shared/lessons/timeWait.ts';

export interface HalfCloseDone {
  readonly four: boolean;
  readonly half: boolean;
  readonly three: boolean;
}

/** What was done stays done. FINs that cross are four segments as well, but not one after the other. */
export function doneInHalfClose(done: HalfCloseDone, strait: Strait): HalfCloseDone {
  const { waves, usedHalf, crossed, over } = closingOf(strait);
  return {
    four: done.four || (over && waves === 4 && !crossed),
    half: done.half || usedHalf,
    three: done.three || (over && waves === 3),
  };
}

/** Of each experiment, whether it was seen without and with TIME-WAIT. */
export type TimeWaitDone = { readonly [experiment in Experiment]: { readonly off: boolean; readonly on: boolean } };

export const nothingWaited: TimeWaitDone = {
  'last-ack': { off: false, on: false },
  'old-duplicate': { off: false, on: false },
};

const shown = {
  'last-ack': { off: 'by-reset', on: 'in-order' },
  'old-duplicate': { off: 'polluted', on: 'clean' },
} as const;

export function doneInTimeWait(done: TimeWaitDone, choice: Choice, strait: Strait): TimeWaitDone {
  const side = choice.timeWait ? 'on' : 'off';
  const reached = outcomeOf(choice, strait) === shown[choice.experiment][side];
  return reached ? { ...done, [choice.experiment]: { ...done[choice.experiment], [side]: true } } : done;
}
