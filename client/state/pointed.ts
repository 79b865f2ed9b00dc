/** What the open hint speaks of: panels and composer mark it, for eyes and for screen readers. */
import { signal } from '@preact/signals';
import type { Pointed, PointedField } from '../../shared/levels/hints.ts';

export type Mark = Pointed | PointedField;

/** Empty: no hint is open. */
export const pointed = signal<ReadonlySet<Mark>>(new Set());

export const isPointed = (mark: Mark): boolean => pointed.value.has(mark);
