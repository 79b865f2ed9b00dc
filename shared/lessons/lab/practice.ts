/**
 * The record tables once more, as INGInious' network-trace has them: rows out of order, one field of each hidden. What
 * is given is submitted already. It counts for nothing.
 */
import { diceFrom, rngFrom } from '../../rng.ts';
import type { LabEntry } from './attempt.ts';
import { goodFilters } from './labs.ts';
import { asAnswer, holds, labQuestions, statementsOf } from './questions.ts';
import { type Cell, cells, columns, rightIn, solved, type Table, tables } from './tables.ts';

export interface Practice {
  /** The rows of each table in the order in which they are shown. */
  readonly rows: { readonly [table in Table]: readonly number[] };
  /** One of each row. */
  readonly hidden: readonly Cell[];
}

export const idOf = ({ table, row, column }: Cell): string => `${table}.${row}.${column}`;

export function practiceFrom(seed: number): Practice {
  const dice = diceFrom(rngFrom(seed));
  const shuffled = (table: Table): readonly number[] => {
    const rest = solved(table).map((_, row) => row);
    const rows: number[] = [];
    while (rest.length > 0) rows.push(...rest.splice(dice.below(rest.length), 1));
    return rows;
  };
  const rows = { opening: shuffled('opening'), closing: shuffled('closing') };
  const hidden = tables.flatMap((table) =>
    rows[table].map((row): Cell => {
      const column = columns[table][dice.below(columns[table].length)] ?? 'seq';
      // The first ack means nothing, and to leave it empty would be no exercise.
      return { table, row, column: table === 'opening' && row === 0 && column === 'ack' ? 'seq' : column };
    }),
  );
  return { rows, hidden };
}

/** The log with everything that is given. */
export function givenIn({ hidden }: Practice): readonly LabEntry[] {
  const asked = new Set(hidden.map(idOf));
  const given: readonly (readonly [field: string, typed: string])[] = [
    ['filter', goodFilters[0]],
    ['follow', '0'],
    ...cells.filter((cell) => !asked.has(idOf(cell))).map((cell) => [idOf(cell), String(rightIn(cell) ?? '')] as const),
    ...labQuestions.map((question) => {
      const right = statementsOf(question).filter((statement) => holds(question, statement));
      return [`question.${question}`, asAnswer(right)] as const;
    }),
  ];
  return [
    { type: 'start', wall: 0 },
    ...given.map(([field, typed]) => ({ type: 'answer' as const, wall: 0, field, typed })),
  ];
}
