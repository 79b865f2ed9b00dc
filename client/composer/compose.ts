/** From what the player put together to a move. Pure: the judge decides what is right, here is only grammar. */
import type { View } from '../../shared/game/view.ts';
import type { PayloadRef, SendMove } from '../../shared/judge/move.ts';
import { type Flag, flagNames } from '../../shared/tcp/segment.ts';
import { type Role, otherRole } from '../../shared/game/role.ts';
import { type Result, fail, ok } from '../../shared/result.ts';
import type { Bases, NumberForm } from '../text/numbers.ts';
import { type NumberProblem, readNumber } from './fields.ts';

export interface Draft {
  readonly flags: readonly Flag[];
  readonly seq: string;
  readonly ack: string;
  readonly payload: PayloadRef | null;
}

export const emptyDraft: Draft = { flags: [], seq: '', ack: '', payload: null };

/** The six flags of the composer, in the order of the sentence. */
export const composerFlags = ['SYN', 'ACK', 'FIN', 'RST', 'PSH', 'URG'] as const satisfies readonly Flag[];

export interface DraftProblem {
  readonly field: 'seq' | 'ack';
  readonly problem: NumberProblem | 'blank';
}

export const fieldBase = (field: 'seq' | 'ack', role: Role, bases: Bases): number | null =>
  bases[field === 'seq' ? role : otherRole(role)];

export const toggled = (flags: readonly Flag[], flag: Flag): readonly Flag[] =>
  flagNames.filter((name) => (name === flag) !== flags.includes(name));

/** The move, or the field that cannot be read. An ack without the flag, and the flag without an ack, pass. */
export function toMove(draft: Draft, role: Role, bases: Bases, form: NumberForm): Result<SendMove, DraftProblem> {
  const seq = readNumber(draft.seq, form, fieldBase('seq', role, bases));
  if (!seq.ok) return fail({ field: 'seq', problem: seq.error });
  if (seq.value === null) return fail({ field: 'seq', problem: 'blank' });
  const ack = readNumber(draft.ack, form, fieldBase('ack', role, bases));
  if (!ack.ok) return fail({ field: 'ack', problem: ack.error });
  return ok({ type: 'send', flags: draft.flags, seq: seq.value, ack: ack.value, payload: draft.payload });
}

/** A number that the player knows by name. */
export interface Chip {
  readonly name: 'ISS' | 'SND.UNA' | 'SND.NXT' | 'IRS' | 'RCV.NXT' | 'SEG.SEQ' | 'SEG.ACK';
  readonly value: number;
}

/** The TCB's numbers, and those of the segment that arrived last; only those that exist. */
export function chipsOf(view: View, lastArrived: { readonly seq: number; readonly ack: number | null } | null): Chip[] {
  const tcb = view.own?.tcb;
  if (tcb === undefined) return [];
  const all = [
    { name: 'ISS', value: tcb.iss },
    { name: 'SND.UNA', value: tcb.sndUna },
    { name: 'SND.NXT', value: tcb.sndNxt },
    { name: 'IRS', value: tcb.irs },
    { name: 'RCV.NXT', value: tcb.rcvNxt },
    { name: 'SEG.SEQ', value: lastArrived?.seq ?? null },
    { name: 'SEG.ACK', value: lastArrived?.ack ?? null },
  ] as const;
  return all.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
}

/** Whether `part` is `whole`, or its first octets. */
export const beginsPayload = (part: PayloadRef | null, whole: PayloadRef): boolean =>
  part !== null && part.offset === whole.offset && part.length <= whole.length;

/** The longest choice that the payload is, or begins; null: it is offered no more. */
export const wholeOf = (payload: PayloadRef | null, choices: readonly PayloadRef[]): PayloadRef | null =>
  choices
    .filter((choice) => beginsPayload(payload, choice))
    .reduce<PayloadRef | null>((most, one) => (most === null || one.length > most.length ? one : most), null);

/** The choice to mark: the payload itself where it is offered, else the one that it is cut from. */
export function markedOf(payload: PayloadRef | null, choices: readonly PayloadRef[]): PayloadRef | null {
  const same = choices.find(({ offset, length }) => offset === payload?.offset && length === payload.length);
  return same ?? wholeOf(payload, choices);
}
