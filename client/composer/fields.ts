/** The two number fields of the composer: what a player may type there, and what it means. */
import { SEQ_SPACE, seqAdd, toSeq } from '../../shared/seq.ts';
import { type Result, fail, ok } from '../../shared/result.ts';
import { type NumberForm, grouped, relativeTo } from '../text/numbers.ts';

export type NumberProblem = 'notNumber' | 'outside' | 'noBase';

/** Spaces of all widths, commas and dots may group digits; any minus sign may lead a relative number. */
const tidy = (typed: string): string => typed.replaceAll(/[\s\u2009\u202F,.'_]/g, '').replace(/^[\u2212\u2013]/, '-');

/** The absolute number that `typed` means, null where it is blank. */
export function readNumber(typed: string, form: NumberForm, base: number | null): Result<number | null, NumberProblem> {
  const text = tidy(typed);
  if (text === '') return ok(null);
  const pattern = form === 'absolute' ? /^\d+$/ : /^-?\d+$/;
  if (!pattern.test(text)) return fail('notNumber');
  const value = Number(text);
  if (Math.abs(value) >= SEQ_SPACE) return fail('outside');
  if (form === 'absolute') return ok(value);
  return base === null ? fail('noBase') : ok(seqAdd(toSeq(base), value));
}

/** An absolute number as the field shows it. */
export const writeNumber = (value: number, form: NumberForm, base: number | null): string =>
  grouped(form === 'absolute' || base === null ? value : relativeTo(value, base));

/** What a field shows after the switch between absolute and relative; what cannot be read stays as it is. */
export function switchForm(typed: string, from: NumberForm, to: NumberForm, base: number | null): string {
  const read = readNumber(typed, from, base);
  return read.ok && read.value !== null && base !== null ? writeNumber(read.value, to, base) : typed;
}

/** `+1` and `-1`: a blank field begins at the base. */
export function stepNumber(typed: string, by: number, form: NumberForm, base: number | null): string {
  const read = readNumber(typed, form, base);
  if (!read.ok) return typed;
  return writeNumber(seqAdd(toSeq(read.value ?? base ?? 0), by), form, base);
}
