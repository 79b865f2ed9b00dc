/**
 * How a damaged store is found when it is read. A match's log is a chain: the hash of each entry covers the one before,
 * the first covers the setup, and the head of the chain is kept apart from it, so that neither a changed nor a missing
 * entry passes. Every other row carries a sum of its own.
 */
import { hash } from 'node:crypto';
import type { Value } from './script.ts';

/** Text without a doubt about where one part ends: JSON. */
const digest = (parts: readonly Value[]): string => hash('sha256', JSON.stringify(parts), 'base64url');

/** One command of a log, as it lies in the table. Version 0 is the match's setup. */
export interface Link {
  readonly version: number;
  readonly body: string;
  readonly seat: string | null;
  readonly id: string | null;
}

/** The hash of an entry after `before`, the hash of the entry before it, or the name of the match for its setup. */
export const chained = (before: string, { version, body, seat, id }: Link): string =>
  digest([before, version, body, seat, id]);

export const nameOf = (room: string, match: string): string => `${room} ${match}`;

/** The sum of a row; `values` are all its others, in a fixed order. */
export const sumOf = (table: string, ...values: readonly Value[]): string => digest([table, ...values]);

/** What was read is not what was written. `room`: whose it was; null: nobody's room. */
export interface Damage extends Error {
  readonly code: 'DAMAGED';
  readonly room: string | null;
}

export const damage = (room: string | null, what: string): Damage =>
  Object.assign(new Error(`the store is damaged: ${what}`), { code: 'DAMAGED' as const, room });

export const isDamage = (error: unknown): error is Damage =>
  error instanceof Error && 'code' in error && error.code === 'DAMAGED';
