/** Every way to change one thing of a par's step, and why some changes are still right. */
import type { Move, SendMove } from '../../../shared/judge/move.ts';
import { type Flag, flagNames, flagsOf, ctlOf, bitOf } from '../../../shared/tcp/segment.ts';
import { unsentLength, type Tcb } from '../../../shared/tcp/tcb.ts';

export interface Mutant {
  readonly change: string;
  readonly move: Move;
}

const u32 = (n: number): number => n >>> 0;
const flip = (move: SendMove, flag: Flag): SendMove => ({ ...move, flags: flagsOf(ctlOf(move.flags) ^ bitOf(flag)) });

/** seq and ack one off, each flag flipped, one octet more, and silence; for a wait: the ACK that nobody needs. */
export function mutantsOf(move: Move, tcb: Tcb): readonly Mutant[] {
  if (move.type === 'wait') {
    const { snd, rcv } = tcb;
    const ack: SendMove = { type: 'send', flags: ['ACK'], seq: snd.nxt, ack: rcv.nxt, payload: null };
    return [{ change: 'ACK instead of wait', move: ack }];
  }
  const { seq, ack, payload } = move;
  const offset = payload?.offset ?? u32(seq - tcb.iss - 1);
  const numbers: readonly (readonly [string, SendMove])[] = [
    ['seq - 1', { ...move, seq: u32(seq - 1) }],
    ['seq + 1', { ...move, seq: u32(seq + 1) }],
    ...(ack === null
      ? []
      : ([
          ['ack - 1', { ...move, ack: u32(ack - 1) }],
          ['ack + 1', { ...move, ack: u32(ack + 1) }],
        ] as const)),
    ['length + 1', { ...move, payload: { offset, length: (payload?.length ?? 0) + 1 } }],
  ];
  return [
    ...numbers.map(([change, changed]) => ({ change, move: changed })),
    ...flagNames.map((flag) => ({ change: `${flag} flipped`, move: flip(move, flag) })),
    { change: 'step removed', move: { type: 'wait' } },
  ];
}

/** Why the judge may accept a mutant; null: it may not. */
export function harmless({ change, move }: Mutant, right: Move, tcb: Tcb): string | null {
  if (right.type === 'wait') return tcb.owed.ack?.urgency === 'soon' ? 'an ACK that may wait may also leave' : null;
  if (change === 'PSH flipped') return 'PSH is for the sender to choose (3.9.1.2)';
  if (change === 'step removed')
    return tcb.owed.ack?.urgency === 'soon' ? 'the ACK of data in order may wait (3.8.6.3)' : null;
  if (move.type === 'wait') return null;
  if (change === 'length + 1' && unsentLength(tcb) >= (move.payload?.length ?? 0)) return 'text may be cut anywhere';
  if (change === 'FIN flipped' && right.payload !== null) return 'the FIN may follow the last text by itself';
  if (change === 'FIN flipped' && tcb.owed.ack !== null) return 'the ACK may go by itself, and the FIN after it';
  return null;
}
