/**
 * The two record tables of the experiment in source text 000: three rows of the opening, four of the close. What is
 * right comes from the capture, which comes from the engine.
 */
import { ACK, FIN, SYN } from '../../tcp/segment.ts';
import { captureOf, type CapturedSegment } from './capture.ts';
import { isNothing, numberIn } from './typed.ts';

export const tables = ['opening', 'closing'] as const;
export type Table = (typeof tables)[number];

export const columns = {
  opening: ['seq', 'ack', 'SYN', 'ACK'],
  closing: ['seq', 'ack', 'FIN', 'ACK'],
} as const satisfies { readonly [table in Table]: readonly string[] };
export type Column = 'seq' | 'ack' | 'SYN' | 'FIN' | 'ACK';

export const isNumberColumn = (column: Column): column is 'seq' | 'ack' => column === 'seq' || column === 'ack';

/** null: the field has no meaning, because the ACK bit is off. */
export type TableRow = { readonly [column in Column]?: number | null };
/** A field of a table. `row`: from 0. */
export interface Cell {
  readonly table: Table;
  readonly row: number;
  readonly column: Column;
}

let captured: readonly CapturedSegment[] | null = null;
/** Played once: it is the same every time. */
export function labCapture(): readonly CapturedSegment[] {
  captured ??= captureOf('lab-01-two-tables');
  return captured;
}

/** The segments that a table is about: the first three, or the four from the first FIN on. */
export function segmentsOf(table: Table, capture: readonly CapturedSegment[]): readonly CapturedSegment[] {
  if (table === 'opening') return capture.slice(0, 3);
  const first = capture.findIndex(({ segment }) => (segment.ctl & FIN) !== 0);
  return capture.slice(first, first + 4);
}

const bit = (ctl: number, mask: number): number => ((ctl & mask) === 0 ? 0 : 1);

/** The table, filled in rightly. Numbers are absolute. */
export const solved = (table: Table, capture = labCapture()): readonly TableRow[] =>
  segmentsOf(table, capture).map(({ segment }) => {
    const ack = (segment.ctl & ACK) === 0 ? null : segment.ack;
    const common = { seq: segment.seq, ack, ACK: bit(segment.ctl, ACK) };
    return table === 'opening' ? { ...common, SYN: bit(segment.ctl, SYN) } : { ...common, FIN: bit(segment.ctl, FIN) };
  });

export const cells: readonly Cell[] = tables.flatMap((table) =>
  solved(table).flatMap((_, row) => columns[table].map((column) => ({ table, row, column }))),
);

/** null: the field means nothing. Where the table has no such cell, a bug of the caller. */
export function rightIn({ table, row, column }: Cell): number | null {
  const right = solved(table)[row]?.[column];
  if (right === undefined) throw new Error(`no ${column} in row ${row} of ${table}`);
  return right;
}

/** A field without meaning is right if left empty, or 0 (what Wireshark shows), or a dash. */
export function isRightCell(cell: Cell, typed: string): boolean {
  const right = rightIn(cell);
  return right === null ? isNothing(typed) : numberIn(typed) === right;
}
