/** How a move differs from one right answer, field by field. */
import type { Form } from './forms.ts';
import type { SendMove } from './move.ts';
import type { Fault } from './verdict.ts';
import { cutTo, mayCutTo } from '../tcp/choice.ts';
import { bitOf, ctlOf, PSH } from '../tcp/segment.ts';

/** The move's control bits without PSH, which is nobody's fault: 3.9.1.2 leaves it to the sender. */
export const judgedBits = (move: SendMove): number => ctlOf(move.flags) & ~PSH;

/** The faults of `move` against `form`, in the order in which a player should look at them; none: it is right. */
export function faultsOf(move: SendMove, form: Form): readonly Fault[] {
  const faults: Fault[] = [];
  const { segment, move: wanted, offer } = form;
  const length = move.payload?.length ?? 0;
  const cut = mayCutTo(offer, length);
  const bits = (cut ? cutTo(segment, length) : segment).ctl & ~PSH;
  if (judgedBits(move) !== bits) {
    faults.push({
      field: 'flags',
      given: move.flags,
      wanted: wanted.flags.filter((flag) => (bitOf(flag) & bits) !== 0),
    });
  }
  if (move.seq !== wanted.seq) faults.push({ field: 'seq', given: move.seq, wanted: wanted.seq });
  if (move.ack !== wanted.ack) faults.push({ field: 'ack', given: move.ack, wanted: wanted.ack });
  const fits = (move.payload?.offset ?? 0) === (wanted.payload?.offset ?? 0) && (length === segment.data.length || cut);
  if (!fits) faults.push({ field: 'payload', given: move.payload, wanted: wanted.payload });
  return faults;
}
