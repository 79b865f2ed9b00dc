/** How numbers look on the screen: grouped by thin spaces in threes, absolute or relative to an ISS. */
import { seqDiff, toSeq } from '../../shared/seq.ts';
import type { Role } from '../../shared/game/role.ts';
import { otherRole } from '../../shared/game/role.ts';

export const numberForms = ['absolute', 'relative'] as const;
export type NumberForm = (typeof numberForms)[number];

/** The initial sequence number of each end, as far as it is known: what relative numbers count from. */
export type Bases = { readonly [role in Role]: number | null };

const THIN = '\u2009';

/** 4294967295 -> '4 294 967 295', with thin spaces. */
export function grouped(value: number): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, THIN);
  return value < 0 ? `\u2212${digits}` : digits;
}

/** How far the sequence number `value` lies ahead of `base`: -2^31 .. 2^31-1. */
export const relativeTo = (value: number, base: number): number => seqDiff(toSeq(value), toSeq(base));

/** A sequence number in the wanted form; absolute where there is no base. */
export const shownNumber = (value: number, base: number | null, form: NumberForm): string =>
  form === 'absolute' || base === null ? grouped(value) : grouped(relativeTo(value, base));

/** The numbers of a segment from `from`: seq counts from its own ISS, ack from the other end's. */
export function segmentNumbers(
  header: { readonly seq: number; readonly ack: number | null },
  from: Role,
  bases: Bases,
  form: NumberForm,
): { readonly seq: string; readonly ack: string | null } {
  return {
    seq: shownNumber(header.seq, bases[from], form),
    ack: header.ack === null ? null : shownNumber(header.ack, bases[otherRole(from)], form),
  };
}

/** Virtual milliseconds as '0.40 s'. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
