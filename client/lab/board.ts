/** The blackboard of lab-02: which header hangs there, which field is asked for, which octets are marked. */
import { computed, signal } from '@preact/signals';
import { type Blackboard, fieldsAt, type HeaderField, labHeader, octetsOf } from '../../shared/lessons/lab/header.ts';
import { type Part, readFields, type ReadField } from '../../shared/lessons/lab/labs.ts';
import { part } from './report.ts';

const headers: { readonly [part in Part]?: Blackboard } = { values: 'first', octets: 'second', bare: 'third' };

/** null: no header is asked for. */
export const header = computed<Blackboard | null>(() => headers[part.value] ?? null);
export const octets = computed(() => (header.value === null ? new Uint8Array(0) : labHeader(header.value)));

/** The field that is being answered, in the parts where fields are read. */
export const field = signal<ReadField | null>(null);
/** What the player marks, first and last octet in any order; null: nothing. */
export const marks = signal<{ readonly from: number; readonly to: number; readonly open: boolean } | null>(null);

/** The octets that are marked now: by the chosen field, or by the player. */
export const marked = computed<readonly number[]>(() => {
  if (part.value === 'values' && field.value !== null) return octetsOf(field.value, octets.value);
  if (part.value !== 'octets' || marks.value === null) return [];
  const { from, to } = marks.value;
  const first = Math.min(from, to);
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => first + i);
});

/** `4-7`, or `13`: how an answer names octets; '': nothing is marked. */
export const markedName = computed(() => {
  const [first] = marked.value;
  const last = marked.value.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? String(first) : `${first}-${last}`;
});

const isRead = (one: HeaderField): one is ReadField => readFields.some((other) => other === one);

/** An octet was pressed. Where octets are asked for: the first press begins, the second ends, a third begins anew. */
export function press(at: number, extend: boolean): void {
  if (part.value === 'values') {
    field.value = fieldsAt(octets.peek(), at).find(isRead) ?? null;
    return;
  }
  if (part.value !== 'octets') return;
  const now = marks.peek();
  marks.value =
    now !== null && (extend || now.open) ? { from: now.from, to: at, open: extend } : { from: at, to: at, open: true };
}

export const clearMarks = (): void => void (marks.value = null);
