/** Of a wrong field in a record table: what it is instead. The first that fits, the most telling ones first. */
import { seqDiff, toSeq } from '../../seq.ts';
import { SYN } from '../../tcp/segment.ts';
import type { FlagSlip, Slip } from './slip.ts';
import {
  type Cell,
  type Column,
  isNumberColumn,
  isRightCell,
  labCapture,
  rightIn,
  segmentsOf,
  solved,
} from './tables.ts';
import { numberIn } from './typed.ts';

/** null: right. */
export function cellSlip(cell: Cell, typed: string): Slip | null {
  if (isRightCell(cell, typed)) return null;
  return isNumberColumn(cell.column) ? numberSlip({ ...cell, column: cell.column }, typed) : flagSlip(cell);
}

type NumberCell = Cell & { readonly column: 'seq' | 'ack' };

function numberSlip(cell: NumberCell, typed: string): Slip {
  const given = numberIn(typed);
  const right = rightIn(cell);
  if (given === null) return { type: 'no-number' };
  if (given > 0xffff_ffff) return { type: 'too-large' };
  if (right === null) return { type: 'no-meaning' };
  const { column: wanted } = cell;
  const other = rightIn({ ...cell, column: wanted === 'seq' ? 'ack' : 'seq' });
  if (given === other) return { type: 'exchanged', wanted };
  const base = baseOf(cell);
  if (given === toSeq(seqDiff(toSeq(right), toSeq(base.isn)))) return { type: 'relative', isnOf: base.role };
  if (given === toSeq(right - 1)) return { type: 'one-too-few', wanted };
  if (given === toSeq(right + 1)) return { type: 'one-too-many', wanted };
  const row = solved(cell.table).findIndex((found) => found[wanted] === given);
  return row < 0 ? { type: 'wrong' } : { type: 'other-row', row: row + 1 };
}

/** Whose ISN the relative form of this number counts from: seq its sender's, ack the other one's. */
function baseOf({ table, row, column }: NumberCell): { readonly role: 'client' | 'server'; readonly isn: number } {
  const capture = labCapture();
  const sender = segmentsOf(table, capture)[row]?.from ?? 'client';
  const role = column === 'seq' ? sender : sender === 'client' ? 'server' : 'client';
  const isn = capture.find(({ from, segment }) => from === role && (segment.ctl & SYN) !== 0)?.segment.seq ?? 0;
  return { role, isn };
}

const openingFlags: readonly { readonly [column in Column]?: FlagSlip }[] = [
  { SYN: 'syn-missing-first', ACK: 'ack-on-first' },
  { SYN: 'syn-missing-second', ACK: 'ack-missing-second' },
  { SYN: 'syn-on-third', ACK: 'ack-missing-third' },
];
const closingFlags: readonly { readonly [column in Column]?: FlagSlip }[] = [
  { FIN: 'fin-missing', ACK: 'ack-missing-on-fin' },
  { FIN: 'fin-on-ack', ACK: 'ack-missing-on-ack' },
  { FIN: 'fin-missing', ACK: 'ack-missing-on-fin' },
  { FIN: 'fin-on-ack', ACK: 'ack-missing-on-ack' },
];

/** A flag has one right value and one wrong one. */
function flagSlip({ table, row, column }: Cell): Slip {
  const which = (table === 'opening' ? openingFlags : closingFlags)[row]?.[column];
  return which === undefined ? { type: 'wrong' } : { type: 'flag', which };
}
