/** A level's notation of segments and steps, as segments and moves. */
import type { Move } from '../judge/move.ts';
import { NONE, type Octets } from '../octets.ts';
import { seqAdd, seqDiff } from '../seq.ts';
import { ctlOf, dataSeq, makeSegment, type Segment } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import type { Level, ParStep, SegmentSpec } from './level.ts';
import { evaluate } from './symbols.ts';

/** What applications say in a level that gives only the length: `xxxx`. */
export const filler = (length: number): Octets => (length === 0 ? NONE : new Uint8Array(length).fill(0x78));

/** Without options: an arrival needs none, and a par step's are compared by themselves. */
export const segmentOf = (vars: Level['vars'], spec: SegmentSpec): Segment =>
  makeSegment({
    seq: evaluate(vars, spec.seq),
    ack: evaluate(vars, spec.ack ?? 0),
    ctl: ctlOf(spec.flags),
    wnd: spec.wnd ?? 0,
    data: filler(spec.octets ?? 0),
  });

/** The move that a player enters for a step of the par. */
export function moveFor(vars: Level['vars'], step: ParStep, { iss }: Tcb): Move {
  if (step.type === 'wait') return { type: 'wait' };
  const segment = segmentOf(vars, step);
  return {
    type: 'send',
    flags: step.flags,
    seq: segment.seq,
    ack: step.ack === undefined ? null : segment.ack,
    payload:
      step.octets === undefined
        ? null
        : { offset: seqDiff(dataSeq(segment), seqAdd(iss, 1)) >>> 0, length: step.octets },
  };
}
