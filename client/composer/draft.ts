/** What stands in the composer now. It outlives a refused move, so that the player can mend it. */
import { batch, effect, signal } from '@preact/signals';
import { numberForm } from '../state/settings.ts';
import { accepted, session } from '../state/store.ts';
import { submit } from '../state/outbox.ts';
import { type Draft, type DraftProblem, beginsPayload, emptyDraft, fieldBase, toMove } from './compose.ts';
import { stepNumber, switchForm, writeNumber } from './fields.ts';

export type NumberField = 'seq' | 'ack';

export const draft = signal<Draft>(emptyDraft);
/** Which number field the chips fill. */
export const target = signal<NumberField>('seq');
/** A field that cannot be read, found when the player wanted to send. */
export const unreadable = signal<DraftProblem | null>(null);

export function change(part: Partial<Draft>): void {
  batch(() => {
    draft.value = { ...draft.peek(), ...part };
    unreadable.value = null;
  });
}

function base(field: NumberField): number | null {
  const now = session.peek();
  return now === null || now.view.role === null ? null : fieldBase(field, now.view.role, now.bases);
}

export const putNumber = (field: NumberField, value: number): void =>
  change({ [field]: writeNumber(value, numberForm.peek(), base(field)) });

export const step = (field: NumberField, by: number): void =>
  change({ [field]: stepNumber(draft.peek()[field], by, numberForm.peek(), base(field)) });

/** Sends what stands there, or says which field cannot be read. */
export function sendDraft(): void {
  const now = session.peek();
  if (now === null || now.view.role === null) return;
  const made = toMove(draft.peek(), now.view.role, now.bases, numberForm.peek());
  unreadable.value = made.ok ? null : made.error;
  if (made.ok) submit(made.value);
}

export function switchNumbers(): void {
  const from = numberForm.peek();
  const to = from === 'absolute' ? 'relative' : 'absolute';
  const { seq, ack } = draft.peek();
  batch(() => {
    change({ seq: switchForm(seq, from, to, base('seq')), ack: switchForm(ack, from, to, base('ack')) });
    numberForm.value = to;
  });
}

effect(() => {
  // A move was accepted: the next one starts from a clean form.
  if (accepted.value === 0) return;
  draft.value = emptyDraft;
  target.value = 'seq';
  unreadable.value = null;
});

effect(() => {
  // Octets that the application no longer offers (acknowledged by now) cannot stay chosen.
  const offered = session.value?.view.own?.payloads ?? [];
  const { payload } = draft.peek();
  if (payload !== null && !offered.some((choice) => beginsPayload(payload, choice))) change({ payload: null });
});
